import { navigate } from '../../app/navigation';
import type { ReachPage, Route, TableState } from '../../app/route';
import type { WalkOptions } from '../../app/walkOptions';

export type ReachRoute = Extract<Route, { page: ReachPage }>;

/** Changes of the page that keep the rest of its link. None is a stop for Back but a change of what is asked. */
export function reachNavigation(at: ReachRoute): { onOptions: (options: WalkOptions) => void; onTable: (change: Partial<TableState>) => void } {
  return {
    onOptions: (options) => navigate({ ...at, options, row: null }),
    onTable: (change) => navigate({ ...at, ...change }, 'replace'),
  };
}
