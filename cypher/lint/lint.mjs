// Checks every .cypher file under a folder with Neo4j's own parser and semantic analysis, without a server:  node lint.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lintCypherQuery } from '@neo4j-cypher/language-support';

const HEADER = ['Question', 'Parameters', 'Relies on'];

/** Labels and relationship types that a statement may name: the vocabulary, as README's generated table has it, and what the store keeps beside the graph. */
export function vocabularyOf(readme) {
  const kinds = /^Nodes: ([^.]+)\./m.exec(readme)?.[1].split(', ') ?? [];
  const edges = [...readme.matchAll(/^\| ([A-Z_]+) \| (?:walked|walked when asked|collected|evidence) \|/gm)].map((row) => row[1]);
  if (kinds.length < 9 || edges.length < 19) throw new Error('README.md has no vocabulary table that can be read.');
  return {
    labels: [...kinds, 'Entity', 'Store', 'Run', 'Fact', 'Assertion', 'Term', 'PastFact', 'PastAssertion', 'PastTerm', 'Owner', 'Dataset', 'PastNode', 'PastEdge', 'NextState', 'Digests'],
    relationshipTypes: [...edges, 'ALSO_STATED'],
  };
}

/** What is wrong with a file, as { line, column, message } from 1: in its header, against its own list of parameters, and to Neo4j's front end (warnings count). */
export function lint(text, vocabulary) {
  const found = [];
  const lines = text.split('\n');
  const header = lines.slice(0, lines.findIndex((line) => !line.startsWith('//')));
  HEADER.forEach((word) => {
    if (!header.some((line) => new RegExp(`^// ${word}: \\S`).test(line))) found.push({ line: 1, column: 1, message: `The header has no line "// ${word}: ..."` });
  });

  const declared = parametersOf(header);
  const body = withoutTexts(lines.slice(header.length).join('\n'));
  const used = new Set([...body.matchAll(/\$([A-Za-z_]\w*)/g)].map((use) => use[1]));
  [...declared].filter((name) => !used.has(name)).forEach((name) => found.push({ line: 1, column: 1, message: `The header names the parameter $${name}, which the statement does not use` }));
  for (const use of body.matchAll(/\b(?:apoc|gds)\.\w/g)) {
    found.push({ line: header.length + body.slice(0, use.index).split('\n').length, column: 1, message: 'APOC and GDS are not on every server' });
  }

  const parameters = Object.fromEntries([...declared].map((name) => [name, null]));
  const { diagnostics } = lintCypherQuery(text, { defaultLanguage: 'CYPHER 5', parameters, ...vocabulary });
  return found.concat(diagnostics.map(({ range, message }) => ({ line: range.start.line + 1, column: range.start.character + 1, message })));
}

/** The names after "// Parameters:" and on the lines that go on with it. */
function parametersOf(header) {
  const names = new Set();
  let within = false;
  for (const line of header) {
    const word = /^\/\/ ([A-Z][a-z ]*):/.exec(line)?.[1];
    within = word ? word === 'Parameters' : within;
    if (within) for (const name of line.matchAll(/\$(\w+)/g)) names.add(name[1]);
  }
  return names;
}

/** Texts and comments blanked, lines kept. */
const withoutTexts = (body) => body.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[^]*?\*\//g, (some) => some.replace(/[^\n]/g, ' '));

function main(folder) {
  const vocabulary = vocabularyOf(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'));
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.cypher') && !name.includes('node_modules')).sort();
  let wrong = 0;
  for (const name of files) {
    for (const { line, column, message } of lint(readFileSync(join(folder, name), 'utf8'), vocabulary)) {
      console.log(`${relative(process.cwd(), join(folder, name))}:${line}:${column}: ${message}`);
      wrong++;
    }
  }
  console.log(`${files.length} files, ${wrong} findings`);
  if (wrong > 0 || files.length === 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2] ?? '..');
