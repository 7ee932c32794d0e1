import { describe, expect, it } from 'vitest';
import { filterRows, parseSort, sortRows, type Column } from '../../src/ui/columns';

interface Row {
  name: string;
  steps: number | null;
  note: string;
}

const columns: Column<Row>[] = [
  { name: 'name', title: 'Name', key: (row) => row.name, cell: (row) => row.name },
  { name: 'steps', title: 'Steps', key: (row) => row.steps, cell: (row) => row.steps },
  { name: 'note', title: 'Note', text: (row) => row.note, cell: (row) => row.note },
];

const rows: Row[] = [
  { name: 'role-10', steps: 3, note: 'restricted bucket' },
  { name: 'Role-9', steps: null, note: 'queue' },
  { name: 'alpha', steps: 10, note: 'bucket' },
  { name: 'beta', steps: 3, note: 'table' },
];

const names = (list: Row[]): string[] => list.map((row) => row.name);

describe('sorting', () => {
  it('keeps the order of the answer without a sort, or with one it does not know', () => {
    expect(sortRows(rows, columns, null)).toEqual(rows);
    expect(sortRows(rows, columns, 'nothing')).toEqual(rows);
    expect(sortRows(rows, columns, 'note')).toEqual(rows);
  });

  it('sorts numbers as numbers, keeps the order of equals, and puts what is not known last either way', () => {
    expect(names(sortRows(rows, columns, 'steps'))).toEqual(['role-10', 'beta', 'alpha', 'Role-9']);
    expect(names(sortRows(rows, columns, '-steps'))).toEqual(['alpha', 'role-10', 'beta', 'Role-9']);
  });

  it('sorts names as people read them', () => {
    expect(names(sortRows(rows, columns, 'name'))).toEqual(['alpha', 'beta', 'Role-9', 'role-10']);
  });

  it('reads a direction', () => {
    expect(parseSort('-steps')).toEqual({ column: 'steps', direction: 'descending' });
    expect(parseSort('')).toBeNull();
  });
});

describe('filtering', () => {
  it('wants every word, in any column', () => {
    expect(names(filterRows(rows, columns, ' BUCKET  3 '))).toEqual(['role-10']);
    expect(filterRows(rows, columns, '  ')).toEqual(rows);
    expect(filterRows(rows, columns, 'bucket queue')).toEqual([]);
  });
});
