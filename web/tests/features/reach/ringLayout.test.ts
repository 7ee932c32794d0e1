import { describe, expect, it } from 'vitest';
import { ringLabels } from '../../../src/features/reach/ringLabels';
import { ringLayout } from '../../../src/features/reach/ringLayout';
import { pictureSummary } from '../../../src/features/reach/RingsPicture';

const node = (id: string, distance: number) => ({ id, distance });
const edge = (from: string, to: string) => ({ from, to });
const at = (kind: 'IDENTITY' | 'RESOURCE', count: number, distance: number) => ({ kind, count, distance });
const radius = (place: { x: number; y: number } | undefined): number => Math.hypot(place!.x, place!.y);

describe('rings', () => {
  it('puts the start in the middle and every node on the ring of its distance', () => {
    const { places, radii } = ringLayout([node('s', 0), node('a', 1), node('b', 1), node('c', 2)], [edge('s', 'a'), edge('s', 'b'), edge('a', 'c')]);
    expect(radius(places.get('s'))).toBe(0);
    for (const [id, distance] of [['a', 1], ['b', 1], ['c', 2]] as const) {
      expect(radius(places.get(id))).toBeCloseTo(radii[distance]!);
    }
    expect(radii[0]).toBe(0);
    expect(radii[2]!).toBeGreaterThan(radii[1]!);
  });

  it('shares a ring out by leaves, so that edges of the tree do not cross', () => {
    const nodes = [node('s', 0), node('a', 1), node('b', 1), ...['a1', 'a2', 'a3', 'b1'].map((id) => node(id, 2))];
    const { places } = ringLayout(nodes, [edge('s', 'a'), edge('s', 'b'), edge('a', 'a1'), edge('a', 'a2'), edge('a', 'a3'), edge('b', 'b1')]);
    const angle = (id: string): number => places.get(id)!.angle;
    expect(angle('a')).toBeCloseTo(angle('a2'));
    expect(angle('b')).toBeCloseTo(angle('b1'));
    expect([...nodes].filter((one) => one.distance === 2).map((one) => angle(one.id)).every((value, index, all) => index === 0 || value > all[index - 1]!)).toBe(true);
  });

  it('places every node once, whatever the edges: cycles, edges to nowhere, nodes without edges, several starts', () => {
    const nodes = [node('s', 0), node('t', 0), node('a', 1), node('lost', 3)];
    const { places, parents, extent } = ringLayout(nodes, [edge('s', 'a'), edge('a', 's'), edge('a', 'a'), edge('a', 'gone'), edge('t', 's')]);
    expect([...places.keys()].toSorted()).toEqual(['a', 'lost', 's', 't']);
    expect(new Set([...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(4);
    expect(parents.get('a')).toBe('s');
    expect(parents.has('lost')).toBe(false);
    expect(extent).toBeGreaterThan(0);
  });

  it('finds the tree against the direction of the edges too, as an exposure has it', () => {
    expect(ringLayout([node('t', 0), node('a', 1), node('b', 2)], [edge('a', 't'), edge('b', 'a')]).parents).toEqual(new Map([['a', 't'], ['b', 'a']]));
  });

  it('keeps neighbours on a full ring apart', () => {
    const nodes = [node('s', 0), ...Array.from({ length: 200 }, (_, index) => node(`n${index}`, 1))];
    const { places } = ringLayout(nodes, nodes.slice(1).map((one) => edge('s', one.id)), 70, 26);
    expect(ringLayout(nodes, nodes.slice(1).map((one) => edge('s', one.id)), 70, 26).pitch).toBeCloseTo(26);
    const [a, b] = [places.get('n0')!, places.get('n1')!];
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(25);
  });

  it('draws nothing around nothing', () => {
    expect(ringLayout([], []).places.size).toBe(0);
  });
});

describe('names in the picture', () => {
  const nodes = [{ ...node('s', 0), label: 'start' }, ...Array.from({ length: 120 }, (_, index) => ({ ...node(`n${index}`, 1), label: `a rather long name ${index}` }))];
  const rings = ringLayout(nodes, nodes.slice(1).map((one) => edge('s', one.id)), 70, 12);

  it('leaves out names that would lie over others', () => {
    const labels = ringLabels(nodes, rings, 12, new Set(['s']));
    expect(labels.size).toBeGreaterThan(5);
    expect(labels.size).toBeLessThan(nodes.length);
  });

  it('always shows what is pointed at, and cuts long names in the middle', () => {
    const labels = ringLabels(nodes.map((one) => ({ ...one, label: 'x'.repeat(20) + one.id + 'y'.repeat(20) })), rings, 12, new Set(['s', 'n77']));
    expect(labels.get('n77')!.text).toBe('xxxxxxxxxxxx…yyyyyyyyyyyy');
  });
});

it('says in words what the picture shows', () => {
  expect(pictureSummary([at('IDENTITY', 1, 0), at('IDENTITY', 1, 1), at('IDENTITY', 1, 2), at('RESOURCE', 40, 2)])).toBe('Rings by distance. 1 step away: 1 identity; 2 steps away: 1 identity, 40 resources.');
  expect(pictureSummary([at('IDENTITY', 1, 0)])).toBe('Nothing around the start.');
});
