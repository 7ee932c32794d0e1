import { chiefKind } from '../../vocabulary/kinds';
import type { PictureEdge, PictureNode } from '../reach/RingsPicture';
import type { Exposure } from './exposureQuestion';

/** The picture of an exposure: what is asked about in the middle, who reaches it around it, joined along their shortest paths. */
export function exposurePicture(answer: { of: readonly Exposure['of'][number][]; nearest: { nodes: readonly Exposure['nearest']['nodes'][number][] } }): { nodes: PictureNode[]; edges: PictureEdge[] } {
  const nodes: PictureNode[] = [
    ...answer.of.map((entity) => ({ id: entity.id, kind: chiefKind(entity.kinds), label: entity.name, count: 1, distance: 0, certainty: 'PROVED' as const, entityId: entity.id })),
    ...answer.nearest.nodes.map(({ entity, distance, certainty }) => ({ id: entity.id, kind: chiefKind(entity.kinds), label: entity.name, count: 1, distance, certainty, entityId: entity.id })),
  ];
  const here = new Set(nodes.map((node) => node.id));
  const edges = new Map<string, PictureEdge>();
  for (const { path } of answer.nearest.nodes) {
    for (const step of path.steps) {
      if (here.has(step.from.id) && here.has(step.to.id)) {
        edges.set(`${step.from.id} ${step.edge} ${step.to.id}`, { from: step.from.id, to: step.to.id, kind: step.edge, certainty: step.certainty });
      }
    }
  }
  return { nodes, edges: [...edges.values()] };
}
