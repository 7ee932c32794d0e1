/** What the picture needs to know of a node. */
export interface RingNode {
  id: string;
  distance: number;
}

export interface RingEdge {
  from: string;
  to: string;
}

export interface RingPlace {
  x: number;
  y: number;
  angle: number;
}

export interface Rings {
  /** Where each node stands; the start is in the middle. */
  places: Map<string, RingPlace>;
  /** The node that each node is put near to: its neighbour a ring further in. */
  parents: Map<string, string>;
  /** The radius of each ring, by distance; `[0]` is 0 unless there are several starts. */
  radii: number[];
  /** The radius that holds everything. */
  extent: number;
  /** The least distance along a ring between two neighbours: marks that are smaller do not overlap. */
  pitch: number;
}

const fullTurn = Math.PI * 2;

/**
 * Puts nodes on rings by distance. Every node stands near the node it is reached from: a ring is shared out among the subtrees
 * of the ring inside it, by their number of leaves, so that edges of the tree do not cross. Linear in nodes and edges.
 */
export function ringLayout(nodes: readonly RingNode[], edges: readonly RingEdge[], gap = 58, arc = 20): Rings {
  const parents = parentsOf(nodes, edges);
  const children = childrenOf(nodes, parents);
  const starts = nodes.filter((node) => node.distance === 0);
  const orphans = (children.get(null) ?? []).filter((node) => node.distance > 0);
  const leaves = leavesOf(children);
  const angles = new Map<string, number>();

  const share = (list: readonly RingNode[], from: number, to: number): void => {
    const total = list.reduce((sum, node) => sum + (leaves.get(node.id) ?? 1), 0);
    let at = from;
    for (const node of list) {
      const end = at + ((to - from) * (leaves.get(node.id) ?? 1)) / total;
      angles.set(node.id, (at + end) / 2);
      share(children.get(node.id) ?? [], at, end);
      at = end;
    }
  };

  // From the top, clockwise.
  share([...starts, ...orphans], -Math.PI / 2, -Math.PI / 2 + fullTurn);
  const gaps = gapsOf(nodes, angles);
  const radii = radiiOf(gaps, gap, arc);
  const places = new Map<string, RingPlace>();
  for (const { id, distance } of nodes) {
    const angle = angles.get(id) ?? 0;
    const radius = radii[distance] ?? 0;
    places.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle), angle });
  }
  return { places, parents, radii, extent: Math.max(...radii, gap), pitch: Math.min(gap, ...radii.map((radius, distance) => radius * (gaps[distance] ?? fullTurn)).filter((pitch) => pitch > 0)) };
}

/** For each node the neighbour on the nearest ring further in; starts and what has no such neighbour have none. */
function parentsOf(nodes: readonly RingNode[], edges: readonly RingEdge[]): Map<string, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map<string, RingNode>();
  const consider = (outer: RingNode | undefined, inner: RingNode | undefined): void => {
    if (outer && inner && inner.distance < outer.distance) {
      const best = parent.get(outer.id);
      if (!best || inner.distance > best.distance) {
        parent.set(outer.id, inner);
      }
    }
  };
  for (const edge of edges) {
    consider(byId.get(edge.to), byId.get(edge.from));
    consider(byId.get(edge.from), byId.get(edge.to));
  }
  return new Map([...parent].map(([id, node]) => [id, node.id]));
}

/** The nodes under each node; null holds starts and what stands under none. */
function childrenOf(nodes: readonly RingNode[], parents: Map<string, string>): Map<string | null, RingNode[]> {
  const children = new Map<string | null, RingNode[]>();
  for (const node of nodes.toSorted((a, b) => a.distance - b.distance)) {
    const key = parents.get(node.id) ?? null;
    const list = children.get(key) ?? [];
    list.push(node);
    children.set(key, list);
  }
  return children;
}

function leavesOf(children: Map<string | null, RingNode[]>): Map<string, number> {
  const leaves = new Map<string, number>();
  const all = [...children.values()].flat().toSorted((a, b) => b.distance - a.distance);
  for (const node of all) {
    const below = children.get(node.id) ?? [];
    leaves.set(node.id, Math.max(1, below.reduce((sum, child) => sum + (leaves.get(child.id) ?? 1), 0)));
  }
  return leaves;
}

/** The least angle between neighbours of each ring, by distance. */
function gapsOf(nodes: readonly RingNode[], angles: Map<string, number>): number[] {
  const rings: number[][] = [];
  for (const node of nodes) {
    (rings[node.distance] ??= []).push(angles.get(node.id) ?? 0);
  }
  return Array.from(rings, (ring = []) => {
    const sorted = ring.toSorted((a, b) => a - b);
    const [first] = sorted;
    const last = sorted.at(-1);
    const around = first === undefined || last === undefined ? fullTurn : fullTurn - (last - first);
    return sorted.slice(1).reduce((least, angle, index) => Math.min(least, angle - (sorted[index] ?? 0)), sorted.length > 1 ? around : fullTurn);
  });
}

/** Each ring is a gap further out than the one inside it, and wide enough for neighbours to stand an arc apart. */
function radiiOf(gaps: readonly number[], gap: number, arc: number): number[] {
  const radii: number[] = [];
  for (const [distance, least] of gaps.entries()) {
    const needed = least >= fullTurn ? 0 : arc / least;
    const inside = radii[distance - 1];
    radii.push(inside === undefined ? needed : Math.max(inside + gap, needed));
  }
  return radii;
}
