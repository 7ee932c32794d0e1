import type { ComponentChildren } from 'preact';
import type { Pages } from '../../api/usePages';
import type { TableState } from '../../app/route';
import type { Summary } from '../../api/fragments';
import { boundsShort } from '../../format/bounds';
import { filterRows, sortRows, type Column } from '../../ui/columns';
import { DataTable } from '../../ui/DataTable';
import { PagesFoot } from '../../ui/PagesFoot';
import { Problems } from '../../ui/Problems';
import { offeredSets, type RowSet } from './rowSets';

export interface ReachTableProps<Row> {
  table: TableState;
  onTable: (change: Partial<TableState>) => void;
  sets: readonly RowSet[];
  chosenSet: RowSet;
  summary: Summary;
  pages: Pages<Row>;
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
  detail: (row: Row) => ComponentChildren;
}

/** The answer row by row: which rows, a filter, sorting by the heads, the path below the chosen row. */
export function ReachTable<Row>({ table, onTable, sets, chosenSet, summary, pages, columns, idOf, detail }: ReachTableProps<Row>) {
  const rows = sortRows(filterRows(pages.items, columns, table.filter), columns, table.sort);
  return (
    <section class="card reach-table" aria-label={chosenSet.label}>
      <div class="table-tools">
        <div class="row-sets" role="group" aria-label="Rows">
          {offeredSets(sets, summary, chosenSet).map((set) => (
            <button key={set.name} type="button" class="chip" aria-pressed={set === chosenSet} onClick={() => onTable({ rows: set.name, row: null, sort: null })}>
              {set.label}
              {set.measure && <span>{boundsShort({ ...summary[set.measure], open: false })}</span>}
            </button>
          ))}
        </div>
        <label class="field">
          Filter
          <input type="search" value={table.filter} placeholder="name, type, capability …" onInput={(event) => onTable({ filter: event.currentTarget.value })} />
        </label>
      </div>
      <Problems problems={pages.problems} />
      <div aria-busy={pages.loading}>
        {rows.length > 0 && (
          <DataTable
            caption={`${chosenSet.label}, nearest first unless sorted`}
            columns={columns}
            rows={rows}
            idOf={idOf}
            sort={table.sort}
            onSort={(sort) => onTable({ sort })}
            chosen={table.row}
            onChoose={(row) => onTable({ row })}
            detail={detail}
          />
        )}
      </div>
      <PagesFoot
        pages={pages}
        shown={rows.length}
        filtered={table.filter !== ''}
        says={{ reading: 'Reading the rows …', failed: 'The rows could not be read.', none: 'None that the options allow. What was not read is named above.' }}
      />
    </section>
  );
}
