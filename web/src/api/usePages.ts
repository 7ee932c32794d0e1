import type { TadaDocumentNode } from 'gql.tada';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type AskProblem } from './ask';

/** One page of a connection, as the questions of the explorer select it. */
export interface Page<Item> {
  items: readonly Item[];
  totalCount: number | null;
  endCursor: string | null;
  hasNextPage: boolean;
}

export interface Pages<Item> {
  items: readonly Item[];
  totalCount: number | null;
  hasMore: boolean;
  loading: boolean;
  problems: AskProblem[];
  more: () => void;
}

interface State<Item> extends Omit<Pages<Item>, 'more'> {
  asked: string;
  endCursor: string | null;
}

const nothing = { items: [], totalCount: null, hasMore: false, loading: true, problems: [], endCursor: null };

/** Asks for the first page when the variables change, and appends the next when `more` is called. */
export function usePages<Data, Variables extends { after?: string | null }, Item>(
  question: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  select: (data: Data, after: string | null) => Page<Item> | null,
): Pages<Item> {
  const asked = JSON.stringify(variables);
  const [state, setState] = useState<State<Item>>({ ...nothing, asked });
  const stop = useRef<AbortController | null>(null);

  const load = (after: string | null, before: readonly Item[]): void => {
    stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    ask(question, { ...(JSON.parse(asked) as Variables), after }, control.signal)
      .then(({ data, problems }) => {
        const page = data && select(data, after);
        setState({
          asked,
          items: page ? [...before, ...page.items] : before,
          totalCount: page?.totalCount ?? null,
          endCursor: page?.endCursor ?? null,
          hasMore: page?.hasNextPage ?? false,
          loading: false,
          problems,
        });
      })
      .catch(() => undefined);
  };

  useEffect(() => {
    setState((before) => ({ ...before, asked, loading: true, problems: [] }));
    load(null, []);
    return () => stop.current?.abort();
    // `load` is new at every render and depends on nothing but these two.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [question, asked]);

  return {
    ...state,
    more: () => {
      setState((before) => ({ ...before, loading: true }));
      load(state.endCursor, state.items);
    },
  };
}
