import { ringLayout, type RingEdge, type RingNode } from '../reach/ringLayout';

export interface BandPlace {
  x: number;
  /** Upwards. */
  y: number;
  /** Whether its name stands to the left of it, away from the middle. */
  left: boolean;
}

export interface Band {
  inner: number;
  outer: number;
}

export interface Bands {
  places: Map<string, BandPlace>;
  /** From where to where each distance lies, from the middle outwards. */
  bands: Band[];
}

/** The least distance between two nodes. */
export const pitch = 20;

const gap = 54;

interface Placed {
  id: string;
  distance: number;
  angle: number;
}

/**
 * Rings for thousands: every distance is a band of as many rows as it takes for neighbours to stand a pitch apart, so that a distance of many nodes grows thick
 * instead of pushing all others into a dot in the middle. Angles are those of the rings: a node stands near what it is reached from.
 * Deterministic; O(n log n) and n times the rows of its band.
 */
export function bandLayout(nodes: readonly RingNode[], edges: readonly RingEdge[]): Bands {
  const rings = ringLayout(nodes, edges);
  const places = new Map<string, BandPlace>();
  const bands: Band[] = [];
  let outer = -gap;
  for (const ring of byDistance(nodes.map(({ id, distance }) => ({ id, distance, angle: rings.places.get(id)?.angle ?? 0 })))) {
    const alone = bands.length === 0 && ring.length === 1;
    const inner = alone ? 0 : Math.max(outer + gap, Math.sqrt(ring.length) * pitch * 0.6);
    outer = Math.max(outer, inner);
    for (const [node, row] of rowsOf(ring, inner)) {
      const radius = inner + row * pitch;
      places.set(node.id, { x: radius * Math.cos(node.angle), y: -radius * Math.sin(node.angle), left: Math.cos(node.angle) < -0.01 });
      outer = Math.max(outer, radius);
    }
    bands.push({ inner, outer });
  }
  return { places, bands };
}

/** The nodes of each distance in the order of their angles. */
function byDistance(nodes: readonly Placed[]): Placed[][] {
  const rings: Placed[][] = [];
  for (const node of nodes) {
    (rings[node.distance] ??= []).push(node);
  }
  return Array.from(rings, (ring = []) => ring.toSorted((a, b) => a.angle - b.angle));
}

/** Puts each node on the innermost row where it stands a pitch from the last one there, and from the first one around the circle. */
function rowsOf(ring: readonly Placed[], inner: number): [Placed, number][] {
  const rows: { first: number; last: number }[] = [];
  return ring.map((node) => {
    let at = 0;
    for (let row = rows[at]; row !== undefined; row = rows[++at]) {
      const apart = 2 * Math.asin(Math.min(1, pitch / 2 / Math.max(inner + at * pitch, pitch / 2)));
      if (node.angle - row.last >= apart && row.first + Math.PI * 2 - node.angle >= apart) {
        break;
      }
    }
    rows[at] = { first: rows[at]?.first ?? node.angle, last: node.angle };
    return [node, at];
  });
}
