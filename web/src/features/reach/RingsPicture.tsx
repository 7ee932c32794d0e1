import { useMemo, useState } from 'preact/hooks';
import type { Certainty, EdgeKind, NodeKind } from '../../api/enums';
import { count, counted } from '../../format/numbers';
import { kindShapes } from '../../ui/kindShapes';
import { certainties } from '../../vocabulary/certainties';
import { edges as edgeTexts } from '../../vocabulary/edges';
import { kindOrder, kinds } from '../../vocabulary/kinds';
import { labelExtent, ringLabels } from './ringLabels';
import { ringLayout, type RingPlace } from './ringLayout';
import './rings.css';

export interface PictureNode {
  id: string;
  kind: NodeKind;
  label: string;
  /** How many it stands for. */
  count: number;
  distance: number;
  certainty: Certainty;
  /** The entity to choose in the table, where it stands for one. */
  entityId: string | null;
}

export interface PictureEdge {
  from: string;
  to: string;
  kind: EdgeKind;
  certainty: Certainty;
}

export interface RingsPictureProps {
  nodes: readonly PictureNode[];
  edges: readonly PictureEdge[];
  chosen: string | null;
  onChoose: (node: PictureNode) => void;
}

/** Rings by distance: a second view of what the table lists, never the only one. */
export function RingsPicture({ nodes, edges, chosen, onChoose }: RingsPictureProps) {
  const rings = useMemo(() => ringLayout(nodes, edges), [nodes, edges]);
  const [pointed, setPointed] = useState<string | null>(null);
  const near = useMemo(() => (pointed === null ? null : neighbourhood(pointed, edges)), [pointed, edges]);
  const unit = Math.max(1, rings.extent / 220);
  const size = rings.extent + 22 * unit;
  const mark = Math.min(0.95 * unit, Math.max(0.55 * unit, rings.pitch / 17));
  const labels = useMemo(() => {
    const always = new Set(nodes.filter((node) => node.distance === 0 || node.id === pointed || (chosen !== null && node.entityId === chosen)).map((node) => node.id));
    return ringLabels(nodes.map((node) => ({ ...node, label: labelOf(node) })), rings, 10 * unit, always);
  }, [nodes, rings, unit, pointed, chosen]);
  const across = Math.max(size * 1.2, labelExtent(labels.values(), 10 * unit));
  return (
    <figure class="rings">
      <svg viewBox={`${-across} ${-size} ${across * 2} ${size * 2}`} role="img" aria-label={pictureSummary(nodes)} class={near ? 'pointing' : ''}>
        {rings.radii.map((radius, distance) =>
          distance === 0 ? null : (
            <g key={distance} aria-hidden="true">
              <circle class="ring" r={radius} vector-effect="non-scaling-stroke" />
              <text class="ring-name" y={-radius - 4 * unit} font-size={9.5 * unit}>
                {distance}
              </text>
            </g>
          ),
        )}
        <g class="ring-edges">
          {edges.map((edge, index) => {
            const from = rings.places.get(edge.from);
            const to = rings.places.get(edge.to);
            return from && to ? (
              <path
                key={index}
                class={`${near?.edges.has(index) ? 'near' : ''} ${rings.parents.get(edge.to) === edge.from || rings.parents.get(edge.from) === edge.to ? '' : 'across'}`}
                d={bow(from, to)}
                vector-effect="non-scaling-stroke"
                {...(certainties[edge.certainty].dash ? { 'stroke-dasharray': certainties[edge.certainty].dash } : {})}
              >
                <title>{edgeTexts[edge.kind].verb}</title>
              </path>
            ) : null;
          })}
        </g>
        {nodes.map((node) => {
          const place = rings.places.get(node.id);
          return place ? (
            <RingMark
              key={node.id}
              node={node}
              place={place}
              mark={mark}
              state={`${node.entityId !== null && node.entityId === chosen ? 'chosen ' : ''}${near?.nodes.has(node.id) ? 'near' : ''}`}
              onPoint={setPointed}
              onChoose={onChoose}
            />
          ) : null;
        })}
        <g aria-hidden="true">
          {[...labels].map(([id, label]) => (
            <text key={id} class="ring-label" font-size={10 * unit} x={label.x} y={label.y} text-anchor={label.anchor}>
              {label.text}
            </text>
          ))}
        </g>
      </svg>
    </figure>
  );
}

interface RingMarkProps {
  node: PictureNode;
  place: RingPlace;
  mark: number;
  state: string;
  onPoint: (id: string | null) => void;
  onChoose: (node: PictureNode) => void;
}

function RingMark({ node, place, mark, state, onPoint, onChoose }: RingMarkProps) {
  const scale = mark * (node.distance === 0 ? 1.6 : node.count > 1 ? 1.3 : 1);
  return (
    // The table holds the same rows for the keyboard; a picture takes no focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g
      class={`ring-node kind-${node.kind} ${state}`}
      transform={`translate(${place.x} ${place.y})`}
      onMouseEnter={() => onPoint(node.id)}
      onMouseLeave={() => onPoint(null)}
      onClick={() => onChoose(node)}
    >
      <title>{`${kinds[node.kind].one}: ${labelOf(node)}`}</title>
      <circle class="ring-ground" r={10 * scale} />
      <path d={kindShapes[node.kind]} transform={`scale(${scale}) translate(-8 -8)`} fill="currentColor" fill-rule="evenodd" />
    </g>
  );
}

/** What the picture shows, in words: how many of each kind at each distance. */
export function pictureSummary(nodes: readonly Pick<PictureNode, 'kind' | 'count' | 'distance'>[]): string {
  const depth = Math.max(0, ...nodes.map((node) => node.distance));
  const parts: string[] = [];
  for (let distance = 1; distance <= depth; distance++) {
    const at = kindOrder
      .map((kind) => ({ kind, many: nodes.filter((node) => node.distance === distance && node.kind === kind).reduce((sum, node) => sum + node.count, 0) }))
      .filter(({ many }) => many > 0)
      .map(({ kind, many }) => counted(many, kinds[kind].one.toLowerCase(), kinds[kind].many.toLowerCase()));
    if (at.length > 0) {
      parts.push(`${counted(distance, 'step')} away: ${at.join(', ')}`);
    }
  }
  return parts.length === 0 ? 'Nothing around the start.' : `Rings by distance. ${parts.join('; ')}.`;
}

/** Its name, or how many it stands for. */
const labelOf = (node: PictureNode): string => (node.count > 1 ? `${count(node.count)} ${kinds[node.kind].many.toLowerCase()}` : node.label);

/** A line that bends towards the middle, so that lines along a ring can be told apart. */
function bow(from: RingPlace, to: RingPlace): string {
  const x = ((from.x + to.x) / 2) * 0.92;
  const y = ((from.y + to.y) / 2) * 0.92;
  return `M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`;
}

function neighbourhood(id: string, edges: readonly PictureEdge[]): { nodes: Set<string>; edges: Set<number> } {
  const near = { nodes: new Set([id]), edges: new Set<number>() };
  edges.forEach((edge, index) => {
    if (edge.from === id || edge.to === id) {
      near.nodes.add(edge.from).add(edge.to);
      near.edges.add(index);
    }
  });
  return near;
}
