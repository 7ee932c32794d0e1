import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { buildSchema, graphql, type GraphQLFieldResolver, type GraphQLTypeResolver } from 'graphql';
import { defineConfig, mergeConfig } from 'vite';
import pages from '../vite.config';
import { answers } from './answers';

const schema = buildSchema(readFileSync(new URL('../../src/NhiGraph.Api/schema.graphql', import.meta.url), 'utf8'));

const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, args, _context, info) => {
  const value = source[info.fieldName];
  return typeof value === 'function' ? (value as (args: unknown) => unknown)(args) : value;
};

const typeResolver: GraphQLTypeResolver<{ __typename: string }, unknown> = (value) => value.__typename;

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Record<string, unknown> };
  return JSON.stringify(await graphql({ schema, source: query, rootValue: answers, variableValues: variables ?? null, fieldResolver, typeResolver }));
}

// The pages at work without the API: a made-up estate answers by the committed schema. Only for `npm run dev`.
export default mergeConfig(
  pages,
  defineConfig({
    root: new URL('..', import.meta.url).pathname,
    plugins: [
      {
        name: 'made-up-answers',
        configureServer(server) {
          server.middlewares.use('/graphql', (request, response, next) => {
            answer(request)
              .then((text) => {
                response.setHeader('content-type', 'application/json; charset=utf-8');
                response.end(text);
              })
              // oxlint-disable-next-line promise/no-callback-in-promise
              .catch(next);
          });
          server.middlewares.use('/graphiql', (_request, response) => {
            response.statusCode = 302;
            response.setHeader('location', '/graphiql.html');
            response.end();
          });
        },
      },
    ],
  }),
);
