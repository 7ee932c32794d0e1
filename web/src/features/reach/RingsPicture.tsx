import { useMemo, useState } from 'preact/hooks';
import type { Certainty, EdgeKind, NodeKind } from '../../api/enums';
import { count, counted } from '../../format/numbers';
import { kindShapes } from '../../ui/kindShapes';
import { certainties } from '../../vocabulary/certainties';
import { edges as edgeTexts } from '../../vocabulary/edges';
import { kindOrder, kinds } from '../../vocabulary/kinds';
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
  const margin = 56;
  const size = rings.extent + margin;
  const unit = Math.max(1, size / 240);
  const labelled = nodes.length <= 26;
  return (
    <figure class="rings">
      <svg viewBox={`${-size} ${-size} ${size * 2} ${size * 2}`} role="img" aria-label={pictureSummary(nodes)} class={near ? 'pointing' : ''}>
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
                class={near && near.edges.has(index) ? 'near' : ''}
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
              unit={unit}
              named={labelled || node.distance === 0 || node.id === pointed || node.entityId === chosen}
              state={`${node.entityId !== null && node.entityId === chosen ? 'chosen ' : ''}${near?.nodes.has(node.id) ? 'near' : ''}`}
              onPoint={setPointed}
              onChoose={onChoose}
            />
          ) : null;
        })}
      </svg>
    </figure>
  );
}

interface RingMarkProps {
  node: PictureNode;
  place: RingPlace;
  unit: number;
  named: boolean;
  state: string;
  onPoint: (id: string | null) => void;
  onChoose: (node: PictureNode) => void;
}

function RingMark({ node, place, unit, named, state, onPoint, onChoose }: RingMarkProps) {
  const scale = (node.distance === 0 ? 1.5 : 0.95) * unit * (node.count > 1 ? 1.25 : 1);
  const right = Math.cos(place.angle) >= -0.01;
  const label = node.count > 1 ? `${count(node.count)} ${kinds[node.kind].many.toLowerCase()}` : node.label;
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
      <title>{`${kinds[node.kind].one}: ${label}`}</title>
      <circle class="ring-ground" r={12 * scale} />
      <path d={kindShapes[node.kind]} transform={`scale(${scale}) translate(-8 -8)`} fill="currentColor" fill-rule="evenodd" />
      {named && (
        <text class="ring-label" font-size={10 * unit} x={node.distance === 0 ? 0 : (right ? 13 : -13) * scale} y={node.distance === 0 ? 24 * scale : 3.5 * unit} text-anchor={node.distance === 0 ? 'middle' : right ? 'start' : 'end'}>
          {shorten(label)}
        </text>
      )}
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

const shorten = (label: string): string => (label.length > 26 ? `${label.slice(0, 12)}…${label.slice(-12)}` : label);

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
