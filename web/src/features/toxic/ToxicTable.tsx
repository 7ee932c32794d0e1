import { useState } from 'preact/hooks';
import type { Completeness } from '../../api/fragments';
import { usePages } from '../../api/usePages';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { sortRows } from '../../ui/columns';
import { DataTable } from '../../ui/DataTable';
import { PagesFoot } from '../../ui/PagesFoot';
import { Problems } from '../../ui/Problems';
import { placed } from '../reach/placed';
import { toxicColumns } from './toxicColumns';
import { ToxicDetail } from './ToxicDetail';
import type { ToxicFilter } from './toxicFilter';
import { toxicQuestion } from './toxicQuestion';

/** What was found; a row opens to its parts. */
export function ToxicTable({ filter, row: open, onRow }: { filter: ToxicFilter; row: string | null; onRow: (row: string | null) => void }) {
  const [completeness, setCompleteness] = useState<Completeness | null>(null);
  const [sort, setSort] = useState<string | null>(null);
  const pages = usePages(toxicQuestion, { filter, first: 200 }, ({ toxicCombinations }, after) => {
    setCompleteness(toxicCombinations?.completeness ?? null);
    return toxicCombinations && placed(toxicCombinations, after);
  });
  const rows = sortRows(pages.items, toxicColumns, sort);
  return (
    <>
      <Card title="Found" note={pages.totalCount === null ? '' : count(pages.totalCount)} class="flush toxic-table">
        <Problems problems={pages.problems} />
        <div aria-busy={pages.loading}>
          {rows.length > 0 && (
            <DataTable
              caption="Toxic combinations, the most severe first unless sorted"
              columns={toxicColumns}
              rows={rows}
              idOf={({ row }) => row.id}
              sort={sort}
              onSort={setSort}
              chosen={open}
              onChoose={onRow}
              opens="the parts of"
              detail={(row) => <ToxicDetail placed={row} filter={filter} />}
            />
          )}
        </div>
        <PagesFoot
          pages={pages}
          shown={rows.length}
          filtered={false}
          says={{ reading: 'Looking for combinations …', failed: 'The combinations could not be read.', none: 'No actor holds everything that a rule forbids together. What was not read is named below.' }}
        />
      </Card>
      {completeness && <CompletenessNote completeness={completeness} />}
    </>
  );
}
