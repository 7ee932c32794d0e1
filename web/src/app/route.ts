import type { Certainty, OrphanReason, Severity } from '../api/enums';
import { orphanReasonOrder } from '../vocabulary/orphanReasons';
import { severityOrder } from '../vocabulary/severities';
import { defaultOptions, readOptions, writeOptions, type WalkOptions } from './walkOptions';

/** Every state of the explorer that a link can name. */
export type Route =
  | { page: 'start' }
  | { page: 'search'; text: string; kind: string | null }
  | { page: 'entity'; id: string }
  | { page: 'chains'; id: string }
  | { page: 'trust'; id: string }
  | { page: 'departure'; id: string }
  | ({ page: ReachPage; of: string[]; options: WalkOptions } & TableState)
  | { page: 'map'; way: ReachPage; of: string[]; options: WalkOptions; filter: string; row: string | null }
  | { page: 'paths'; from: string; to: string; options: WalkOptions }
  | ({ page: 'orphans' } & OrphanState)
  | ({ page: 'toxic' } & ToxicState)
  | { page: 'legend' }
  | { page: 'unknown' };

export type ReachPage = 'blast-radius' | 'exposure';

/** Which orphan chains are shown, and which is open. */
export interface OrphanState {
  reason: OrphanReason | null;
  /** The least severity. */
  severity: Severity | null;
  environment: string | null;
  sort: string | null;
  filter: string;
  row: string | null;
}

export const allOrphans: OrphanState = { reason: null, severity: null, environment: null, sort: null, filter: '', row: null };

/** Which toxic combinations are shown, and which is open. */
export interface ToxicState {
  /** The id of a rule; null for all but that of administrators. */
  rule: string | null;
  /** The weakest edge that counts. */
  certainty: Certainty;
  /** What an exception accepts for now, too. */
  excepted: boolean;
  row: string | null;
}

export const allToxic: ToxicState = { rule: null, certainty: 'INFERRED', excepted: false, row: null };

/** What the table of an answer shows. */
export interface TableState {
  /** Which rows: `resources` or a node kind in lower case; null for the page's first. */
  rows: string | null;
  /** Column, with `-` before it for descending; null for the answer's own order. */
  sort: string | null;
  filter: string;
  /** The id of the chosen row. */
  row: string | null;
}

export const freshTable: TableState = { rows: null, sort: null, filter: '', row: null };

/** Reads a location's hash, e.g. `#/entity?id=aws:arn:aws:iam::111122223333:role/deploy`. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = split(hash.replace(/^#?\/?/, ''));
  const read = new URLSearchParams(query);
  switch (path) {
    case '':
      return { page: 'start' };
    case 'search':
      return { page: 'search', text: read.get('q') ?? '', kind: read.get('kind') };
    case 'entity':
    case 'chains':
    case 'trust':
    case 'departure': {
      const id = read.get('id');
      return id ? { page: path, id } : { page: 'unknown' };
    }
    case 'blast-radius':
    case 'exposure': {
      const of = read.getAll('of').filter((id) => id !== '');
      return of.length > 0 ? { page: path, of, options: readOptions(read), ...readTable(read) } : { page: 'unknown' };
    }
    case 'map': {
      const of = read.getAll('of').filter((id) => id !== '');
      const way = read.get('way') === 'exposure' ? 'exposure' : 'blast-radius';
      return of.length > 0 ? { page: 'map', way, of, options: readOptions(read), filter: read.get('filter') ?? '', row: read.get('row') } : { page: 'unknown' };
    }
    case 'paths':
      return { page: 'paths', from: read.get('from') ?? '', to: read.get('to') ?? '', options: readOptions(read) };
    case 'orphans':
      return {
        page: 'orphans',
        reason: orphanReasonOrder.find((reason) => reason === read.get('reason')) ?? null,
        severity: severityOrder.find((severity) => severity === read.get('severity')) ?? null,
        environment: read.get('environment'),
        sort: read.get('sort'),
        filter: read.get('filter') ?? '',
        row: read.get('row'),
      };
    case 'toxic':
      return { page: 'toxic', rule: read.get('rule'), certainty: readOptions(read).certainty, excepted: read.get('excepted') === '1', row: read.get('row') };
    case 'legend':
      return { page: 'legend' };
    default:
      return { page: 'unknown' };
  }
}

/** The link to a route; what is at its default is left out. */
export function hrefOf(route: Route): string {
  const terms: [string, string][] = [];
  const add = (name: string, value: string | null): void => {
    if (value) {
      terms.push([name, value]);
    }
  };
  switch (route.page) {
    case 'search':
      add('q', route.text);
      add('kind', route.kind);
      break;
    case 'entity':
    case 'chains':
    case 'trust':
    case 'departure':
      add('id', route.id);
      break;
    case 'blast-radius':
    case 'exposure':
    case 'map':
      for (const id of route.of) {
        add('of', id);
      }
      terms.push(...writeOptions(route.options));
      if (route.page === 'map') {
        add('way', route.way === 'exposure' ? route.way : null);
      } else {
        add('rows', route.rows);
        add('sort', route.sort);
      }
      add('filter', route.filter);
      add('row', route.row);
      break;
    case 'orphans':
      add('reason', route.reason);
      add('severity', route.severity);
      add('environment', route.environment);
      add('sort', route.sort);
      add('filter', route.filter);
      add('row', route.row);
      break;
    case 'toxic':
      add('rule', route.rule);
      terms.push(...writeOptions({ ...defaultOptions, certainty: route.certainty }));
      add('excepted', route.excepted ? '1' : null);
      add('row', route.row);
      break;
    case 'paths':
      add('from', route.from);
      add('to', route.to);
      terms.push(...writeOptions(route.options));
      break;
    default:
      break;
  }
  const path = route.page === 'start' || route.page === 'unknown' ? '' : route.page;
  const query = terms.map(([name, value]) => `${name}=${readable(value)}`).join('&');
  return query ? `#/${path}?${query}` : `#/${path}`;
}

function readTable(read: URLSearchParams): TableState {
  return { rows: read.get('rows'), sort: read.get('sort'), filter: read.get('filter') ?? '', row: read.get('row') };
}

function split(text: string): [string, string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Percent-encodes only what a fragment's query cannot hold, so that an ARN in a link can still be read. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2F|40|2C|24)/g, (code) => decodeURIComponent(code));
}
