import type { LaneLink } from './placeLanes';

/** Everything left of an item that leads to it and everything right of it that it leads to, with the item itself. */
export function connected(id: string, links: readonly LaneLink[]): Set<string> {
  const found = new Set([id]);
  walk(id, links, 'from', 'to', found);
  walk(id, links, 'to', 'from', found);
  return found;
}

function walk(start: string, links: readonly LaneLink[], at: 'from' | 'to', next: 'from' | 'to', found: Set<string>): void {
  const seen = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const link of links) {
      if (link[at] === id && !seen.has(link[next])) {
        seen.add(link[next]);
        found.add(link[next]);
        open.push(link[next]);
      }
    }
  }
}
