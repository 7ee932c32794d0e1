// The lint sees what it is there for: each statement is broken in one way and found at its place; the sound ones pass.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint, vocabularyOf } from './lint.mjs';

const vocabulary = vocabularyOf(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'));
const file = (parameters, ...body) => ['// Question: what is it?', `// Parameters: ${parameters}`, '// Relies on: NodeUniqueIndexSeek', ...body].join('\n');

const sound = {
  reach: file('$id text', 'MATCH (s:Entity {id: $id})-[:USES|AUTHENTICATES|HOLDS*1..]->(t:Identity)', 'RETURN DISTINCT t.id AS id'),
  'parameters on two lines': file('$rows list of maps;\n//   $run integer', 'UNWIND $rows AS row', 'MERGE (n:Entity {id: row.id}) SET n.sinceRun = $run'),
  'a parameter in a text is none': file('none', "RETURN '$id' AS text // $id"),
  constraint: file('none', 'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE'),
  transactions: file('$request text', 'SHOW TRANSACTIONS YIELD transactionId AS id, parameters WHERE parameters.nhiRequest = $request', 'TERMINATE TRANSACTIONS id YIELD transactionId, message', 'RETURN transactionId, message'),
};

const broken = {
  'a clause misspelt': [file('$id text', 'MATCH (n:Entity {id: $id})', 'RETRUN n.id AS id'), 5, /RETRUN|Invalid input/],
  'a bracket open': [file('none', 'MATCH (n:Entity', 'RETURN n.id AS id'), 5, /Invalid input/],
  'an unknown variable': [file('none', 'MATCH (n:Entity) RETURN m.id AS id'), 4, /`m` not defined/],
  'a wrong type': [file('none', 'RETURN 1 + true AS sum'), 4, /Type mismatch/],
  'a parameter the header does not name': [file('$id text', 'MATCH (n:Entity {id: $id}) WHERE n.sinceRun <= $run RETURN n.id AS id'), 4, /\$run is not defined/],
  'a parameter that is not used': [file('$id text; $run integer', 'MATCH (n:Entity {id: $id}) RETURN n.id AS id'), 1, /\$run, which the statement does not use/],
  'a label that is no kind': [file('none', 'MATCH (n:Identiy) RETURN n.id AS id'), 4, /Label Identiy/],
  'a type that is no edge': [file('none', 'MATCH (n:Entity)-[:CAN_ASUME]->(m) RETURN m.id AS id'), 4, /CAN_ASUME/],
  'no header': ['MATCH (n:Entity) RETURN n.id AS id', 1, /no line "\/\/ Question/],
  'a plug-in': [file('none', 'RETURN apoc.text.join([], "") AS text'), 4, /APOC/],
};

for (const [name, text] of Object.entries(sound)) test(`sound: ${name}`, () => assert.deepEqual(lint(text, vocabulary), []));

for (const [name, [text, line, message]] of Object.entries(broken)) {
  test(`broken: ${name}`, () => {
    const found = lint(text, vocabulary);
    assert.ok(found.some((one) => one.line === line && message.test(one.message)), JSON.stringify(found));
  });
}
