import type { Route } from '../../app/route';
import { freshTable, hrefOf } from '../../app/route';
import { traversalOptions } from '../../app/walkOptions';
import { useAnswer } from '../../api/useAnswer';
import { Card } from '../../ui/Card';
import { Problems } from '../../ui/Problems';
import { PathSteps } from '../paths/PathSteps';
import { pathsQuestion } from '../paths/pathsQuestion';
import { blastRadiusRows } from '../reach/rowSets';
import type { PictureNode } from '../reach/RingsPicture';
import { nodeName, nodeWhat } from './mapPicture';

export type MapRoute = Extract<Route, { page: 'map' }>;

/** The chosen node's shortest path, asked for when one is chosen. */
export function usePathTo(at: MapRoute, node: PictureNode | null) {
  const to = node && node.distance > 0 ? node.entityId : null;
  const ends = at.way === 'exposure' ? { from: to ? [to] : [], to: at.of } : { from: at.of, to: to ? [to] : [] };
  const { data, problems, loading } = useAnswer(pathsQuestion, { ...ends, options: traversalOptions(at.options), first: 1 }, to ?? '');
  return { path: to ? (data?.paths?.nodes[0] ?? null) : null, problems: to ? problems : [], loading: to !== null && loading };
}

/** What is known of the chosen node, the way on, and the path. */
export function MapChosen({ at, node, answer }: { at: MapRoute; node: PictureNode; answer: ReturnType<typeof usePathTo> }) {
  const { entityId } = node;
  return (
    <Card title={nodeName(node)} note={nodeWhat(node)} class="map-chosen" aside={entityId && <Ways at={at} id={entityId} />}>
      {entityId === null && (
        <p>
          They do not fit one by one. <a href={hrefOf({ page: at.way, of: at.of, options: at.options, ...freshTable, rows: rowsOf(node) })}>The table lists them</a>
        </p>
      )}
      <Problems problems={answer.problems} />
      {answer.loading && !answer.path && <p class="muted">Reading the path …</p>}
      {answer.path && <PathSteps path={answer.path} />}
      {node.distance === 0 && <p class="muted">Here it begins.</p>}
    </Card>
  );
}

function Ways({ at, id }: { at: MapRoute; id: string }) {
  const ends = at.way === 'exposure' ? { from: id, to: at.of[0] ?? '' } : { from: at.of[0] ?? '', to: id };
  return (
    <span class="row small">
      <a href={hrefOf({ page: 'entity', id })}>Its page</a>
      <a href={hrefOf({ ...at, of: [id], filter: '', row: null })}>Map around it</a>
      <a href={hrefOf({ page: 'paths', ...ends, options: at.options })}>All paths</a>
    </span>
  );
}

const rowsOf = (node: PictureNode): string => (node.kind === 'RESOURCE' ? 'resources' : (blastRadiusRows.find((set) => set.kinds?.includes(node.kind))?.name ?? 'everything'));
