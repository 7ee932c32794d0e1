import { afterEach, expect, it, vi } from 'vitest';
import { ask, readAnswer } from '../../src/api/ask';
import { searchQuestion } from '../../src/features/search/searchQuestion';

afterEach(() => vi.unstubAllGlobals());

it('reads data beside the problems of single fields', () => {
  const answer = readAnswer(200, '{"data":{"sources":null,"graphVersion":"3"},"errors":[{"message":"No store","path":["sources"],"extensions":{"code":"STORE_UNAVAILABLE"}}]}');
  expect(answer).toEqual({ data: { sources: null, graphVersion: '3' }, problems: [{ message: 'No store', code: 'STORE_UNAVAILABLE', path: 'sources' }] });
});

it('says so when the answer is no GraphQL', () => {
  expect(readAnswer(502, '<html>').problems[0]).toMatchObject({ code: 'UNREADABLE' });
  expect(readAnswer(200, '{}').problems[0]).toMatchObject({ code: 'UNREADABLE' });
});

it('asks its own origin with the question as text', async () => {
  const fetched = vi.fn<(address: string, request: { body: string }) => Promise<Response>>(async () => new Response('{"data":{"found":null}}'));
  vi.stubGlobal('fetch', fetched);
  await ask(searchQuestion, { text: 'deploy' });
  const [address, request] = fetched.mock.calls[0]!;
  const body = JSON.parse(request.body) as { query: string; variables: unknown };
  expect(address).toBe('/graphql');
  expect(body.variables).toEqual({ text: 'deploy' });
  expect(body.query).toContain('found: search(text: $text');
  expect(body.query.match(/fragment FoundFields /g)).toHaveLength(1);
});

it('says that the server does not answer, but not when nobody waits any more', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('refused');
  });
  expect((await ask(searchQuestion, { text: 'x' })).problems[0]).toMatchObject({ code: 'NOT_REACHABLE' });
  await expect(ask(searchQuestion, { text: 'x' }, AbortSignal.abort())).rejects.toThrow('refused');
});
