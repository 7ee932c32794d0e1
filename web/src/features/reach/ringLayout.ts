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
}

const fullTurn = Math.PI * 2;

/**
 * Puts nodes on rings by distance. Every node stands near the node it is reached from: a ring is shared out among the subtrees
 * of the ring inside it, by their number of leaves, so that edges of the tree do not cross. Linear in nodes and edges.
 */
export function ringLayout(nodes: readonly RingNode[], edges: readonly RingEdge[], gap = 70, arc = 26): Rings {
  const parents = parentsOf(nodes, edges);
  const children = childrenOf(nodes, parents);
  const starts = nodes.filter((node) => node.distance === 0);
  const orphans = (children.get(null) ?? []).filter((node) => node.distance > 0);
  const radii = radiiOf(nodes, gap, arc);
  const places = new Map<string, RingPlace>();
  const leaves = leavesOf(children);

  const share = (list: readonly RingNode[], from: number, to: number): void => {
    const total = list.reduce((sum, node) => sum + (leaves.get(node.id) ?? 1), 0);
    let at = from;
    for (const node of list) {
      const end = at + ((to - from) * (leaves.get(node.id) ?? 1)) / total;
      const angle = (at + end) / 2;
      const radius = radii[node.distance] ?? 0;
      places.set(node.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle), angle });
      share(children.get(node.id) ?? [], at, end);
      at = end;
    }
  };

  // From the top, clockwise.
  share([...starts, ...orphans], -Math.PI / 2, -Math.PI / 2 + fullTurn);
  return { places, parents, radii, extent: Math.max(...radii, gap) };
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

/** Each ring is a gap further out than the one inside it, and long enough for its nodes. */
function radiiOf(nodes: readonly RingNode[], gap: number, arc: number): number[] {
  const depth = Math.max(0, ...nodes.map((node) => node.distance));
  const radii: number[] = [];
  for (let distance = 0; distance <= depth; distance++) {
    const many = nodes.filter((node) => node.distance === distance).length;
    const needed = (many * arc) / fullTurn;
    const inside = radii[distance - 1];
    radii.push(inside === undefined ? (many > 1 ? Math.max(needed, arc) : 0) : Math.max(inside + gap, needed));
  }
  return radii;
}
