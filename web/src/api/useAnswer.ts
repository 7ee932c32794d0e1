import type { TadaDocumentNode } from 'gql.tada';
import { useEffect, useState } from 'preact/hooks';
import { ask, type AskProblem } from './ask';

/** What a part of a page knows of the answer it shows. */
export interface Asked<Data> {
  /** The last answer; while `loading`, that of the question before. */
  data: Data | null;
  problems: AskProblem[];
  loading: boolean;
}

const kept = new WeakMap<object, Map<string, unknown>>();
const mostKept = 30;

/**
 * Asks when the question or its variables change and drops what arrives too late.
 * Until the new answer is there the page shows what was answered last time, else the answer before, unless `key` (what the page is about) changed too.
 */
export function useAnswer<Data, Variables>(question: TadaDocumentNode<Data, Variables>, variables: Variables, key = ''): Asked<Data> {
  const asked = JSON.stringify(variables);
  const [state, setState] = useState<Asked<Data> & { key: string }>({ data: lastAnswer<Data>(question, asked), problems: [], loading: true, key });

  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ data: lastAnswer<Data>(question, asked) ?? (before.key === key ? before.data : null), problems: [], loading: true, key }));
    ask(question, JSON.parse(asked) as Variables, stop.signal)
      .then((answer) => {
        keep(question, asked, answer.data);
        setState({ ...answer, loading: false, key });
      })
      .catch((problem: unknown) => {
        if (!stop.signal.aborted) {
          setState({ data: null, problems: [{ message: String(problem), code: null, path: null }], loading: false, key });
        }
      });
    return () => stop.abort();
  }, [question, asked, key]);

  return state.key === key ? state : { data: lastAnswer<Data>(question, asked), problems: [], loading: true };
}

function lastAnswer<Data>(question: object, asked: string): Data | null {
  return (kept.get(question)?.get(asked) as Data | undefined) ?? null;
}

function keep(question: object, asked: string, data: unknown): void {
  const answers = kept.get(question) ?? new Map<string, unknown>();
  kept.set(question, answers);
  answers.delete(asked);
  answers.set(asked, data);
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) {
    answers.delete(oldest);
  }
}
