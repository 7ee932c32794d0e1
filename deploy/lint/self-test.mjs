// The lint sees what it is there for: the committed files pass, and each of them with one thing wrong does not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lintCompose, lintDockerfile, lintIgnore } from './lint.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const compose = read('../compose.yaml'), dockerfile = read('../Dockerfile'), ignore = read('../../.dockerignore');

function changed(text, from, to) {
  assert.ok(text.includes(from), `${from} is not in the file`);
  return text.replace(from, () => to);
}

test('the committed files pass', () => assert.deepEqual([lintCompose(compose), lintDockerfile(dockerfile), lintIgnore(ignore, dockerfile)], [[], [], []]));

for (const [name, from, to, message] of [
  ['not YAML', 'services:', 'services: [', /./],
  ['an unknown key', 'restart: unless-stopped', 'restarts: always', /additional properties/],
  ['a wrong type', 'retries: 12', 'retries: [many]', /retries/],
  ['a port for all', '"127.0.0.1:5080:8080"', '"5080:8080"', /publishes 5080:8080/],
  ['no version', 'caddy:2-alpine', 'caddy:latest', /caddy:latest has no version/],
  ['a secret in the open', 'NEO4J_AUTH_FILE: /run/secrets/neo4j_auth', 'NEO4J_AUTH: neo4j/hunter2', /shows its secret/],
  ['a secret that is not given', 'secrets: [proxy_users]', 'secrets: [nobody]', /nobody, which is not declared/],
  ['a root that can be written', '    read_only: true\n    cap_drop: [ALL]\n    security_opt', '    cap_drop: [ALL]\n    security_opt', /service nhigraph: may write/],
  ['a volume that is not there', './Caddyfile:', './Nofile:', /Nofile, which is not there/],
  ['a network of nobody', 'service:proxy', 'service:nobody', /nobody, which is not there/],
]) test(`compose: ${name}`, () => assert.match(lintCompose(changed(compose, from, to)).join('\n'), message));

for (const [name, from, to, message] of [
  ['an unknown instruction', 'WORKDIR /app', 'WORKDIRR /app', /WORKDIRR/],
  ['root', 'USER 1654:1654', 'USER root', /not root/],
  ['no version', 'node:22-bookworm-slim', 'node', /has no version/],
  ['a path that is not there', 'COPY cypher/', 'COPY cyphers/', /cyphers\/ is not in the repository/],
  ['a command without a shell', 'WORKDIR /app\n', 'WORKDIR /app\nRUN true\n', /no shell/],
  ['an exposed port', 'CMD ["serve"]', 'EXPOSE 5080\nCMD ["serve"]', /exposes/],
  ['JSON that is none', 'CMD ["serve"]', "CMD ['serve']", /line \d+/],
]) test(`Dockerfile: ${name}`, () => assert.match(lintDockerfile(changed(dockerfile, from, to)).join('\n'), message));

test('.dockerignore: a folder kept out', () => assert.match(lintIgnore(changed(ignore, '!cypher\n', ''), dockerfile).join('\n'), /keeps out cypher/));
