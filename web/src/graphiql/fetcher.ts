import type { Fetcher } from '@graphiql/toolkit';

/** Asks the server that served this page; nothing leaves its origin. */
export const fetcher: Fetcher = async (question) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(question),
  });
  return response.json();
};
