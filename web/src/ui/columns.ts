import type { ComponentChildren } from 'preact';

/** What a cell is sorted by. Null is "not known" and comes last either way. */
export type SortKey = string | number | null;

export interface Column<Row> {
  name: string;
  title: string;
  /** Said on hovering the head. */
  meaning?: string;
  numeric?: boolean;
  cell: (row: Row) => ComponentChildren;
  /** What the column sorts by; a column without it is not sorted. */
  key?: (row: Row) => SortKey;
  /** What a filter looks at, beside the key. */
  text?: (row: Row) => string;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** Reads `name` or `-name`. */
export function parseSort(text: string | null): Sort | null {
  if (!text) {
    return null;
  }
  return text.startsWith('-') ? { column: text.slice(1), direction: 'descending' } : { column: text, direction: 'ascending' };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in the order asked; equal keys keep the order they came in, and what is not known comes last either way. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string | null): Row[] {
  const asked = parseSort(sort);
  const key = columns.find((column) => column.name === asked?.column)?.key;
  if (!asked || !key) {
    return [...rows];
  }
  const sign = asked.direction === 'descending' ? -1 : 1;
  return rows
    .map((row, index) => ({ row, index, key: key(row) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) {
        return a.key === b.key ? a.index - b.index : a.key === null ? 1 : -1;
      }
      const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key));
      return order === 0 ? a.index - b.index : order * sign;
    })
    .map(({ row }) => row);
}

/** The rows in which every word of the filter occurs in some column. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filter: string): Row[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) {
    return [...rows];
  }
  return rows.filter((row) => {
    const text = columns.map((column) => `${column.key?.(row) ?? ''} ${column.text?.(row) ?? ''}`).join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
