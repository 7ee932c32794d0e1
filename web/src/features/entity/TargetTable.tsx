import { useState } from 'preact/hooks';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { sortRows, type Column } from '../../ui/columns';
import { DataTable } from '../../ui/DataTable';
import { EntityLink } from '../../ui/EntityLink';
import { ConditionList, EvidenceList } from '../../ui/EvidenceList';
import { certaintyRank } from '../../vocabulary/certainties';
import type { EntityFacts } from './entityQuestion';

type Targets = NonNullable<Extract<EntityFacts, { __typename: 'Entitlement' }>['targets']>;
type Target = Targets['nodes'][number];

const columns: Column<Target>[] = [
  { name: 'resource', title: 'Resource', key: (row) => row.resource.name, cell: (row) => <EntityLink entity={row.resource} /> },
  { name: 'effect', title: 'Effect', key: (row) => row.effect, cell: (row) => (row.effect === 'ALLOW' ? 'allowed' : <span class="tag warn">left out</span>) },
  {
    name: 'covers',
    title: 'How much of it',
    key: (row) => row.covers,
    cell: (row) => (row.covers === 'PARTS' ? <code>{row.parts.join(', ')}</code> : row.covers === 'SUBTREE' ? 'it and all it contains' : 'it alone'),
  },
  { name: 'certainty', title: 'Certainty', key: (row) => certaintyRank(row.certainty), cell: (row) => <CertaintyTag certainty={row.certainty} /> },
];

/** What an entitlement covers and what it leaves out. */
export function TargetTable({ list }: { list: Targets }) {
  const [sort, setSort] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const total = list.totalCount ?? list.nodes.length;
  return (
    <Card title="Covers" note={count(total)} class="flush">
      {list.nodes.length === 0 ? (
        <p class="muted inset">It names no resource itself.</p>
      ) : (
        <DataTable
          caption="What it covers"
          columns={columns}
          rows={sortRows(list.nodes, columns, sort)}
          idOf={(row) => [row.resource.id, row.effect, row.covers, ...row.parts].join(' ')}
          sort={sort}
          onSort={setSort}
          chosen={open}
          onChoose={setOpen}
          detail={(row) => (
            <div class="why">
              {row.conditions.length > 0 && <ConditionList conditions={row.conditions} />}
              <EvidenceList evidence={row.evidence} />
            </div>
          )}
        />
      )}
      {total > list.nodes.length && (
        <p class="muted small inset">
          The first {count(list.nodes.length)} of {count(total)}.
        </p>
      )}
    </Card>
  );
}
