import { useState } from 'preact/hooks';
import type { Completeness } from '../../api/fragments';
import { usePages } from '../../api/usePages';
import { count } from '../../format/numbers';
import { CapabilityTags } from '../../ui/CapabilityTags';
import { Card } from '../../ui/Card';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { filterRows, sortRows, type Column } from '../../ui/columns';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { DataTable } from '../../ui/DataTable';
import { EntityLink } from '../../ui/EntityLink';
import { ConditionList, EvidenceList } from '../../ui/EvidenceList';
import { Problems } from '../../ui/Problems';
import { capabilityOrder } from '../../vocabulary/capabilities';
import { certaintyRank } from '../../vocabulary/certainties';
import { words } from '../../vocabulary/words';
import { holdingsQuestion, type HoldingRow } from './entityQuestion';

const columns: Column<HoldingRow>[] = [
  { name: 'entitlement', title: 'Entitlement', key: (row) => row.entitlement.name, cell: (row) => <EntityLink entity={row.entitlement} /> },
  {
    name: 'capability',
    title: 'Capability',
    key: (row) => capabilityOrder.indexOf(row.entitlement.capability),
    text: (row) => words(row.entitlement.capability),
    cell: (row) => <CapabilityTags proved={[row.entitlement.capability]} />,
  },
  { name: 'certainty', title: 'Certainty', key: (row) => certaintyRank(row.certainty), text: (row) => row.certainty, cell: (row) => <CertaintyTag certainty={row.certainty} /> },
  {
    name: 'why',
    title: 'By',
    text: (row) => row.evidence.map((item) => item.statement).join(' '),
    cell: (row) => (
      <span class="small">
        {row.via.length > 0 ? row.via.map((group) => <EntityLink key={group.id} entity={group} />) : <span class="muted">itself</span>}
      </span>
    ),
  },
];

/** What it is entitled to, with certainty, conditions and evidence. */
export function HoldingTable({ id }: { id: string }) {
  const [sort, setSort] = useState<string | null>(null);
  const [filter, setFilter] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [completeness, setCompleteness] = useState<Completeness | null>(null);
  const pages = usePages(holdingsQuestion, { id, first: 200 }, ({ node }) => {
    const list = node && 'entitlements' in node ? node.entitlements : null;
    setCompleteness(list?.completeness ?? null);
    return list && { items: list.nodes, totalCount: list.totalCount, ...list.pageInfo };
  });
  const rows = sortRows(filterRows(pages.items, columns, filter), columns, sort);
  return (
    <Card
      title="Entitlements"
      note={pages.loading ? '…' : pages.problems.length > 0 ? 'not known' : count(pages.totalCount ?? pages.items.length)}
      aside={
        pages.items.length > 6 && (
          <label class="field">
            Filter
            <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
          </label>
        )
      }
      class="flush"
    >
      <Problems problems={pages.problems} />
      {rows.length > 0 && (
        <DataTable caption="Entitlements" columns={columns} rows={rows} idOf={holdingId} sort={sort} onSort={setSort} chosen={open} onChoose={setOpen} detail={(row) => <Why row={row} />} />
      )}
      {rows.length === 0 && !pages.loading && pages.problems.length === 0 && <p class="muted inset">{filter ? 'No entitlement matches the filter.' : 'It holds no known entitlement.'}</p>}
      <div class="inset" aria-busy={pages.loading}>
        {pages.hasMore && (
          <button type="button" class="button" onClick={pages.more} disabled={pages.loading}>
            Show more
          </button>
        )}
        {completeness && <CompletenessNote completeness={completeness} />}
      </div>
    </Card>
  );
}

const holdingId = (row: HoldingRow): string => [row.entitlement.id, ...row.via.map((group) => group.id), ...row.conditions.map((condition) => condition.statement)].join(' ');

function Why({ row }: { row: HoldingRow }) {
  return (
    <div class="why">
      {row.conditions.length > 0 && <ConditionList conditions={row.conditions} />}
      {row.evidence.length > 0 ? <EvidenceList evidence={row.evidence} /> : <p class="muted">No evidence was kept.</p>}
    </div>
  );
}
