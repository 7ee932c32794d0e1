import { describe, expect, it } from 'vitest';
import { connected } from '../../../src/features/lanes/connected';
import { placeLanes, type LaneItem, type LaneLink } from '../../../src/features/lanes/placeLanes';

const item = (id: string, lane: number): LaneItem => ({ id, lane });
const link = (from: string, to: string): LaneLink => ({ from, to });

function crossings(items: LaneItem[], links: LaneLink[], rows: Map<string, number>): number {
  const lane = new Map(items.map((one) => [one.id, one.lane]));
  let crossed = 0;
  for (const [index, a] of links.entries()) {
    for (const b of links.slice(index + 1)) {
      if (lane.get(a.from) === lane.get(b.from) && (rows.get(a.from)! - rows.get(b.from)!) * (rows.get(a.to)! - rows.get(b.to)!) < 0) {
        crossed++;
      }
    }
  }
  return crossed;
}

describe('lanes', () => {
  it('puts a chain in one row', () => {
    const { rows, height } = placeLanes([item('c', 0), item('k', 1), item('i', 2)], [link('c', 'k'), link('k', 'i')], 3);
    expect([...rows.values()]).toEqual([0, 0, 0]);
    expect(height).toBe(1);
  });

  it('puts what several share in the middle of them', () => {
    const { rows } = placeLanes([item('a', 0), item('b', 0), item('c', 0), item('i', 1)], ['a', 'b', 'c'].map((id) => link(id, 'i')), 2);
    expect(rows.get('i')).toBe(rows.get('b'));
  });

  it('untangles lines that crossed in the order given', () => {
    const items = [item('a', 0), item('b', 0), item('c', 0), item('x', 1), item('y', 1), item('z', 1)];
    const links = [link('a', 'z'), link('b', 'y'), link('c', 'x')];
    expect(crossings(items, links, placeLanes(items, links, 2).rows)).toBe(0);
  });

  it('keeps the items of a lane at least a row apart, whatever is tied to what', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let round = 0; round < 50; round++) {
      const items = Array.from({ length: 40 }, (_, index) => item(`n${index}`, index % 5));
      const links = Array.from({ length: 60 }, () => {
        const from = random(40);
        const to = (from - (from % 5) + (from % 5) + 1 + 5 * random(8)) % 40;
        return link(`n${from}`, `n${to}`);
      }).filter((one) => Number(one.from.slice(1)) % 5 === (Number(one.to.slice(1)) % 5) - 1);
      const { rows, height } = placeLanes(items, links, 5);
      for (let lane = 0; lane < 5; lane++) {
        const places = items.filter((one) => one.lane === lane).map((one) => rows.get(one.id)!).toSorted((a, b) => a - b);
        expect(places.every((place, index) => index === 0 || place - places[index - 1]! > 0.999)).toBe(true);
        expect(places[0]).toBeGreaterThanOrEqual(0);
        expect(places.at(-1)).toBeLessThanOrEqual(height - 1 + 1e-9);
      }
    }
  });

  it('needs no room for nothing', () => {
    expect(placeLanes([], [], 5)).toEqual({ rows: new Map(), height: 0 });
  });
});

it('lights what leads to an item and what it leads to, but not its neighbours’ other ties', () => {
  const links = [link('a', 'k'), link('b', 'k'), link('k', 'i'), link('other', 'i'), link('i', 'r')];
  expect(connected('k', links)).toEqual(new Set(['a', 'b', 'k', 'i', 'r']));
  expect(connected('a', links)).toEqual(new Set(['a', 'k', 'i', 'r']));
});
