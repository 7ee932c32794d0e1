import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';

/** One thing that went wrong, as the API says it. `path` begins with the root field that failed. */
export interface AskProblem {
  message: string;
  code: string | null;
  path: string | null;
}

/** The answer to a question: data with the problems of single fields, or problems alone. */
export interface Answer<Data> {
  data: Data | null;
  problems: AskProblem[];
}

interface WireError {
  message?: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

const texts = new WeakMap<object, string>();

/** Asks the API of the page's own origin. Never throws but when aborted; a server that is not there is a problem too. */
export async function ask<Data, Variables>(
  question: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: textOf(question), variables }),
      signal: signal ?? null,
    });
  } catch (problem) {
    if (signal?.aborted) {
      throw problem;
    }
    return { data: null, problems: [{ message: 'The server does not answer. Is it still running?', code: 'NOT_REACHABLE', path: null }] };
  }
  return readAnswer<Data>(response.status, await response.text());
}

/** Reads what the server sent; what is not a GraphQL answer becomes a problem that says so. */
export function readAnswer<Data>(status: number, text: string): Answer<Data> {
  let body: { data?: Data | null; errors?: WireError[] };
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    return { data: null, problems: [{ message: `The server answered ${status} without a readable answer.`, code: 'UNREADABLE', path: null }] };
  }
  const problems = (body.errors ?? []).map((error) => ({
    message: error.message ?? 'The server named no reason.',
    code: error.extensions?.code ?? null,
    path: error.path === undefined ? null : error.path.join('.'),
  }));
  if (body.data === undefined && problems.length === 0) {
    problems.push({ message: `The server answered ${status} without data.`, code: 'UNREADABLE', path: null });
  }
  return { data: body.data ?? null, problems };
}

function textOf(question: object): string {
  let text = texts.get(question);
  if (text === undefined) {
    text = print(question as Parameters<typeof print>[0]);
    texts.set(question, text);
  }
  return text;
}
