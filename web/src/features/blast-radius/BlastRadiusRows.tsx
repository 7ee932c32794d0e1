import type { NodeKind, Sensitivity } from '../../api/enums';
import type { Summary } from '../../api/fragments';
import { useAnswer } from '../../api/useAnswer';
import { usePages } from '../../api/usePages';
import { hrefOf, type TableState } from '../../app/route';
import { traversalOptions } from '../../app/walkOptions';
import { CapabilityTags } from '../../ui/CapabilityTags';
import { entityColumns, resourceColumns, type Placed } from '../reach/reachColumns';
import type { ReachRoute } from '../reach/reachNavigation';
import { ReachTable } from '../reach/ReachTable';
import { placed } from '../reach/placed';
import { RowAnswer } from '../reach/RowAnswer';
import { reachedEntitiesQuestion, reachedPathsQuestion, reachedResourcesQuestion, resourcePathsQuestion, type EntityRow, type ResourceRow } from '../reach/rowQuestions';
import { blastRadiusRows, type RowSet } from '../reach/rowSets';

export interface BlastRadiusRowsProps {
  at: ReachRoute;
  set: RowSet;
  summary: Summary;
  onTable: (change: Partial<TableState>) => void;
}

/** The rows of a blast radius: resources, or what was walked through to them. */
export function BlastRadiusRows(props: BlastRadiusRowsProps) {
  return props.set.kinds === undefined ? <Resources {...props} /> : <Entities {...props} />;
}

const pageSize = 200;

function Resources({ at, set, summary, onTable }: BlastRadiusRowsProps) {
  const asked = { of: at.of, options: traversalOptions(at.options), minSensitivity: set.minSensitivity ?? null };
  const pages = usePages(reachedResourcesQuestion, { ...asked, first: pageSize }, ({ blastRadius }, after) => blastRadius && placed(blastRadius.resources, after));
  return (
    <ReachTable
      table={at}
      onTable={onTable}
      sets={blastRadiusRows}
      chosenSet={set}
      summary={summary}
      pages={pages}
      columns={resourceColumns}
      idOf={({ row }) => row.resource.id}
      detail={(row) => <ResourcePaths at={at} row={row} asked={asked} />}
    />
  );
}

function ResourcePaths({ at, row, asked }: { at: ReachRoute; row: Placed<ResourceRow>; asked: { of: string[]; options: ReturnType<typeof traversalOptions>; minSensitivity: Sensitivity | null } }) {
  const { data, problems, loading } = useAnswer(resourcePathsQuestion, { ...asked, after: row.after }, row.row.resource.id);
  const href = hrefOf({ page: 'paths', from: at.of[0] ?? '', to: row.row.resource.id, options: at.options });
  const { capabilities, capabilitiesPossible } = row.row;
  const above = (
    <div class="row row-capabilities">
      <span class="muted small">What can be done</span>
      <CapabilityTags proved={capabilities} possible={capabilitiesPossible} />
    </div>
  );
  return <RowAnswer above={above} id={row.row.resource.id} paths={data?.blastRadius?.resources.nodes[0]} problems={problems} loading={loading} allHref={href} />;
}

function Entities({ at, set, summary, onTable }: BlastRadiusRowsProps) {
  const asked = { of: at.of, options: traversalOptions(at.options), kinds: set.kinds ? [...set.kinds] : null };
  const pages = usePages(reachedEntitiesQuestion, { ...asked, first: pageSize }, ({ reach }, after) => reach && placed(reach.entities, after));
  return (
    <ReachTable
      table={at}
      onTable={onTable}
      sets={blastRadiusRows}
      chosenSet={set}
      summary={summary}
      pages={pages}
      columns={entityColumns}
      idOf={({ row }) => row.entity.id}
      detail={(row) => <EntityPaths at={at} row={row} asked={asked} />}
    />
  );
}

function EntityPaths({ at, row, asked }: { at: ReachRoute; row: Placed<EntityRow>; asked: { of: string[]; options: ReturnType<typeof traversalOptions>; kinds: NodeKind[] | null } }) {
  const { data, problems, loading } = useAnswer(reachedPathsQuestion, { ...asked, after: row.after }, row.row.entity.id);
  const href = hrefOf({ page: 'paths', from: at.of[0] ?? '', to: row.row.entity.id, options: at.options });
  return <RowAnswer id={row.row.entity.id} paths={data?.reach?.entities.nodes[0]} problems={problems} loading={loading} allHref={href} />;
}
