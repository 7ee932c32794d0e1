import { describe, expect, it } from 'vitest';
import { bandLayout, pitch } from '../../../src/features/map/bandLayout';

const node = (id: string, distance: number) => ({ id, distance });
const far = ({ x, y }: { x: number; y: number }): number => Math.hypot(x, y);

/** A tree of 2,000 nodes, lopsided: half of each ring hangs under the first node of the ring inside it. */
function thousands() {
  const counts = [1, 3, 40, 300, 1656];
  const nodes: ReturnType<typeof node>[] = [];
  const edges: { from: string; to: string }[] = [];
  counts.forEach((count, distance) => {
    for (let index = 0; index < count; index++) {
      nodes.push(node(`${distance}.${index}`, distance));
      if (distance > 0) {
        edges.push({ from: `${distance - 1}.${index % 2 === 0 ? 0 : index % counts[distance - 1]!}`, to: `${distance}.${index}` });
      }
    }
  });
  return { nodes, edges };
}

describe('the layout of a map', () => {
  it('keeps 2,000 nodes a pitch apart, each in the band of its distance, in room that grows with their number', () => {
    const { nodes, edges } = thousands();
    const { places, bands } = bandLayout(nodes, edges);
    expect(places.size).toBe(2000);
    const all = nodes.map(({ id, distance }) => ({ distance, ...places.get(id)! }));
    let least = Number.POSITIVE_INFINITY;
    all.forEach((a, index) => {
      for (const b of all.slice(index + 1)) {
        least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
      }
    });
    expect(least).toBeGreaterThan(pitch * 0.999);
    for (const place of all) {
      expect(far(place)).toBeGreaterThanOrEqual(bands[place.distance]!.inner - 1e-6);
      expect(far(place)).toBeLessThanOrEqual(bands[place.distance]!.outer + 1e-6);
    }
    bands.slice(1).forEach((band, index) => expect(band.inner).toBeGreaterThan(bands[index]!.outer));
    expect(bands.at(-1)!.outer).toBeLessThan(pitch * 60);
  });

  it('gives the same places for the same graph, and puts a single start in the middle', () => {
    const { nodes, edges } = thousands();
    expect(bandLayout(nodes, edges)).toEqual(bandLayout(nodes, edges));
    expect(far(bandLayout(nodes, edges).places.get('0.0')!)).toBe(0);
  });

  it('places every node once, whatever the edges: cycles, edges to nowhere, no edges, several starts, a distance that is missing', () => {
    const { places } = bandLayout([node('s', 0), node('t', 0), node('a', 1), node('lost', 3)], [{ from: 's', to: 'a' }, { from: 'a', to: 's' }, { from: 'a', to: 'gone' }]);
    expect([...places.keys()].toSorted()).toEqual(['a', 'lost', 's', 't']);
    expect(new Set([...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(4);
    expect(bandLayout([], [])).toEqual({ places: new Map(), bands: [] });
  });
});
