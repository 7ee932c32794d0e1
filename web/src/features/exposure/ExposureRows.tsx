import type { NodeKind } from '../../api/enums';
import type { Summary } from '../../api/fragments';
import { useAnswer } from '../../api/useAnswer';
import { usePages } from '../../api/usePages';
import { hrefOf, type TableState } from '../../app/route';
import { traversalOptions } from '../../app/walkOptions';
import { placed } from '../reach/placed';
import { entityColumns, type Placed } from '../reach/reachColumns';
import type { ReachRoute } from '../reach/reachNavigation';
import { ReachTable } from '../reach/ReachTable';
import { RowAnswer } from '../reach/RowAnswer';
import { exposingEntitiesQuestion, exposingPathsQuestion, type EntityRow } from '../reach/rowQuestions';
import { exposureRows, type RowSet } from '../reach/rowSets';

interface Asked {
  of: string[];
  options: ReturnType<typeof traversalOptions>;
  kinds: NodeKind[] | null;
}

/** The rows of an exposure: whoever can reach it, nearest first. */
export function ExposureRows({ at, set, summary, onTable }: { at: ReachRoute; set: RowSet; summary: Summary; onTable: (change: Partial<TableState>) => void }) {
  const asked: Asked = { of: at.of, options: traversalOptions(at.options), kinds: set.kinds ? [...set.kinds] : null };
  const pages = usePages(exposingEntitiesQuestion, { ...asked, first: 200 }, ({ reach }, after) => reach && placed(reach.entities, after));
  return (
    <ReachTable
      table={at}
      onTable={onTable}
      sets={exposureRows}
      chosenSet={set}
      summary={summary}
      pages={pages}
      columns={entityColumns}
      idOf={({ row }) => row.entity.id}
      detail={(row) => <Paths at={at} row={row} asked={asked} />}
    />
  );
}

function Paths({ at, row, asked }: { at: ReachRoute; row: Placed<EntityRow>; asked: Asked }) {
  const { data, problems, loading } = useAnswer(exposingPathsQuestion, { ...asked, after: row.after }, row.row.entity.id);
  const href = hrefOf({ page: 'paths', from: row.row.entity.id, to: at.of[0] ?? '', options: at.options });
  return <RowAnswer id={row.row.entity.id} paths={data?.reach?.entities.nodes[0]} problems={problems} loading={loading} allHref={href} />;
}
