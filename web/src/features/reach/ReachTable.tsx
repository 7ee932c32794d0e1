import type { ComponentChildren } from 'preact';
import type { Pages } from '../../api/usePages';
import type { TableState } from '../../app/route';
import type { Summary } from '../../api/fragments';
import { boundsShort } from '../../format/bounds';
import { count } from '../../format/numbers';
import { filterRows, sortRows, type Column } from '../../ui/columns';
import { DataTable } from '../../ui/DataTable';
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
      <p class="table-foot" role="status">
        {pages.loading && pages.items.length === 0 ? 'Reading the rows …' : pages.problems.length > 0 ? 'The rows could not be read.' : footText(rows.length, pages.items.length, pages.totalCount, table.filter !== '')}
        {pages.hasMore && (
          <button type="button" class="button" onClick={pages.more} disabled={pages.loading}>
            Show more
          </button>
        )}
      </p>
    </section>
  );
}

/** How many rows are shown, of how many; a filter and a sort look only at the rows that are here. */
export function footText(shown: number, here: number, total: number | null, filtered: boolean): string {
  if (here === 0) {
    return 'None that the options allow. What was not read is named above.';
  }
  const all = total ?? here;
  const rest = all > here ? ` The first ${count(here)} of ${count(all)} are here; filter and sort look at those.` : '';
  if (filtered) {
    return `${count(shown)} of ${count(here)} match the filter.${rest}`;
  }
  return rest === '' ? `All ${count(here)}.` : rest.trim();
}
