import type { ComponentChildren } from 'preact';
import type { Column } from './columns';
import { parseSort } from './columns';
import './data-table.css';

export interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  sort: string | null;
  onSort: (sort: string) => void;
  /** The id of the chosen row, and what choosing one does. Without them rows cannot be chosen. */
  chosen?: string | null;
  onChoose?: (id: string | null) => void;
  /** What opening a row shows, said before its name. */
  opens?: string;
  /** What stands below the chosen row. */
  detail?: (row: Row) => ComponentChildren;
}

/** The primary view of every answer: a table that is sorted by its heads and whose rows open by click, Enter or Space. */
export function DataTable<Row>({ caption, columns, rows, idOf, sort, onSort, chosen = null, onChoose, opens = 'the path to', detail }: DataTableProps<Row>) {
  const sorted = parseSort(sort);
  return (
    <div class="scroll-x">
      <table class={onChoose ? 'data-table choosable' : 'data-table'}>
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.name} column={column} sorted={sorted?.column === column.name ? sorted.direction : null} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = idOf(row);
            return <BodyRow key={id} id={id} row={row} columns={columns} open={chosen === id} onChoose={onChoose} opens={opens} detail={detail} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sorted, onSort }: { column: Column<Row>; sorted: 'ascending' | 'descending' | null; onSort: (sort: string) => void }) {
  const next = sorted === 'ascending' ? `-${column.name}` : column.name;
  return (
    <th scope="col" aria-sort={sorted ?? 'none'} class={column.numeric ? 'numeric' : ''}>
      {column.key ? (
        <button type="button" class="sort" onClick={() => onSort(next)} title={column.meaning}>
          {column.title}
          <span aria-hidden="true" class="arrow">
            {sorted === 'ascending' ? '↑' : sorted === 'descending' ? '↓' : '↕'}
          </span>
        </button>
      ) : (
        <span title={column.meaning}>{column.title}</span>
      )}
    </th>
  );
}

interface BodyRowProps<Row> {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  open: boolean;
  onChoose: ((id: string | null) => void) | undefined;
  opens: string;
  detail: ((row: Row) => ComponentChildren) | undefined;
}

function BodyRow<Row>({ id, row, columns, open, onChoose, opens, detail }: BodyRowProps<Row>) {
  return (
    <>
      <tr
        class={open ? 'open' : ''}
        data-id={id}
        onClick={
          onChoose &&
          ((event: MouseEvent) => {
            if (!(event.target as Element).closest('a, button')) {
              onChoose(open ? null : id);
            }
          })
        }
      >
        {columns.map((column, index) => (
          <td key={column.name} class={column.numeric ? 'numeric' : ''} data-label={column.title}>
            {index === 0 && onChoose ? (
              <span class="row-head">
                <button type="button" class="opener" aria-expanded={open} aria-label={`${open ? 'Hide' : 'Show'} ${opens} ${String(column.key?.(row) ?? id)}`} onClick={() => onChoose(open ? null : id)}>
                  <span aria-hidden="true">{open ? '▾' : '▸'}</span>
                </button>
                {column.cell(row)}
              </span>
            ) : (
              column.cell(row)
            )}
          </td>
        ))}
      </tr>
      {open && detail && (
        <tr class="detail">
          <td colSpan={columns.length}>{detail(row)}</td>
        </tr>
      )}
    </>
  );
}
