import type { PictureEdge, PictureNode } from '../reach/RingsPicture';
import { certainties } from '../../vocabulary/certainties';
import { kinds } from '../../vocabulary/kinds';
import { count, counted } from '../../format/numbers';
import type { FallsMap } from './mapQuestion';

/** What a map draws and its list names, nearest first. */
export interface MapPicture {
  nodes: PictureNode[];
  edges: PictureEdge[];
}

export const fallsPicture = (answer: FallsMap): MapPicture => ({
  nodes: answer.graph.nodes.map((node) => ({ ...node, entityId: node.entity?.id ?? null })),
  edges: answer.graph.edges,
});

/** Its name, or how many it stands for. */
export const nodeName = (node: PictureNode): string => (node.count > 1 ? `${count(node.count)} ${kinds[node.kind].many.toLowerCase()}` : node.label);

/** `Identity · 2 steps · Conditional`. */
export const nodeWhat = (node: PictureNode): string => [kinds[node.kind].one, node.distance === 0 ? 'start' : counted(node.distance, 'step'), certainties[node.certainty].label].join(' · ');
