import { usePages } from '../../api/usePages';
import type { Completeness } from '../../api/fragments';
import type { OrphanState } from '../../app/route';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { filterRows, sortRows } from '../../ui/columns';
import { DataTable } from '../../ui/DataTable';
import { PagesFoot } from '../../ui/PagesFoot';
import { Problems } from '../../ui/Problems';
import { placed } from '../reach/placed';
import { orphanColumns, unknownColumns } from './orphanColumns';
import { OrphanDetail } from './OrphanDetail';
import { orphanFilter } from './orphanFilter';
import { orphansQuestion } from './orphanQuestion';

export interface OrphanTableProps {
  at: OrphanState;
  state: 'KNOWN' | 'UNKNOWN';
  title: string;
  note?: string;
  none: string;
  onChange: (change: Partial<OrphanState>) => void;
  /** What was read for it, and the environments of its rows. */
  onRead?: (completeness: Completeness, environments: string[]) => void;
}

/** The chains of one state; a row opens the chain. */
export function OrphanTable({ at, state, title, note, none, onChange, onRead }: OrphanTableProps) {
  const filter = orphanFilter(at, state);
  const pages = usePages(orphansQuestion, { filter, first: 200 }, ({ orphanChains }, after) => {
    if (orphanChains) {
      onRead?.(orphanChains.completeness, orphanChains.edges.flatMap(({ node }) => node.identity?.environment ?? []));
    }
    return orphanChains && placed(orphanChains, after);
  });
  const columns = state === 'KNOWN' ? orphanColumns : unknownColumns;
  const rows = sortRows(filterRows(pages.items, columns, at.filter), columns, at.sort);
  const total = pages.totalCount;
  return (
    <Card title={title} note={[total === null ? null : count(total), note].filter(Boolean).join(' · ')} class="flush orphan-table">
      <Problems problems={pages.problems} />
      <div aria-busy={pages.loading}>
        {rows.length > 0 && (
          <DataTable
            caption={`${title}, the most severe first unless sorted`}
            columns={columns}
            rows={rows}
            idOf={({ row }) => row.id}
            sort={at.sort}
            onSort={(sort) => onChange({ sort })}
            chosen={at.row}
            onChoose={(row) => onChange({ row })}
            opens="the chain of"
            detail={(row) => <OrphanDetail placed={row} filter={filter} />}
          />
        )}
      </div>
      <PagesFoot pages={pages} shown={rows.length} filtered={at.filter !== ''} says={{ reading: 'Judging the chains …', failed: 'The chains could not be read.', none }} />
    </Card>
  );
}
