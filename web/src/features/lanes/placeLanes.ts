export interface LaneItem {
  id: string;
  lane: number;
}

/** A line from a lane to the next. */
export interface LaneLink {
  from: string;
  to: string;
}

export interface PlacedLanes {
  /** The row of every item; items of one lane are at least a row apart. */
  rows: Map<string, number>;
  /** Rows in all. */
  height: number;
}

const sweeps = 6;

/**
 * Orders every lane so that lines cross little, and puts items beside what they are tied to.
 * Sweeps right and left: an item wants the mean row of its neighbours in the lane before, then in the lane after (barycentres).
 */
export function placeLanes(items: readonly LaneItem[], links: readonly LaneLink[], laneCount: number): PlacedLanes {
  const lanes: LaneItem[][] = Array.from({ length: laneCount }, () => []);
  for (const item of items) {
    lanes[item.lane]?.push(item);
  }
  const before = neighbours(links, 'to', 'from');
  const after = neighbours(links, 'from', 'to');
  const rows = new Map<string, number>();
  for (const lane of lanes) {
    lane.forEach((item, index) => rows.set(item.id, index));
  }

  for (let sweep = 0; sweep < sweeps; sweep++) {
    const right = sweep % 2 === 0;
    for (let step = 0; step < laneCount; step++) {
      const lane = lanes[right ? step : laneCount - 1 - step];
      if (lane) {
        settle(lane, right ? before : after, rows);
      }
    }
  }
  return normalise(rows);
}

function neighbours(links: readonly LaneLink[], of: 'from' | 'to', other: 'from' | 'to'): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const link of links) {
    const list = map.get(link[of]) ?? [];
    list.push(link[other]);
    map.set(link[of], list);
  }
  return map;
}

function settle(lane: LaneItem[], ties: Map<string, string[]>, rows: Map<string, number>): void {
  const wanted = new Map<string, number>();
  for (const item of lane) {
    const tied = ties.get(item.id) ?? [];
    const own = rows.get(item.id) ?? 0;
    wanted.set(item.id, tied.length === 0 ? own : tied.reduce((sum, id) => sum + (rows.get(id) ?? 0), 0) / tied.length);
  }
  const wish = (item: LaneItem): number => wanted.get(item.id) ?? 0;
  lane.sort((a, b) => wish(a) - wish(b) || (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0));

  // Runs of items that want the same place share it out around their common wish.
  let runs: { items: LaneItem[]; middle: number }[] = [];
  for (const item of lane) {
    let run = { items: [item], middle: wish(item) };
    for (let last = runs.at(-1); last && last.middle + last.items.length / 2 > run.middle - run.items.length / 2; last = runs.at(-1)) {
      const items: LaneItem[] = [...last.items, ...run.items];
      run = { items, middle: items.reduce((sum, one) => sum + wish(one), 0) / items.length };
      runs = runs.slice(0, -1);
    }
    runs.push(run);
  }
  for (const run of runs) {
    run.items.forEach((item, index) => rows.set(item.id, run.middle - (run.items.length - 1) / 2 + index));
  }
}

function normalise(rows: Map<string, number>): PlacedLanes {
  const all = [...rows.values()];
  const top = Math.min(...all, Number.POSITIVE_INFINITY);
  for (const [id, row] of rows) {
    rows.set(id, row - top);
  }
  return { rows, height: all.length === 0 ? 0 : Math.max(...all) - top + 1 };
}
