export interface LabelWish {
  text: string;
  /** Its node in the window, in pixels, and the radius of it. */
  x: number;
  y: number;
  radius: number;
  /** Whether it stands to the left of its node. */
  left: boolean;
  /** Shown whatever it covers. */
  always: boolean;
  /** Whether it steps back behind others. */
  quiet: boolean;
}

export interface LabelPlace {
  text: string;
  quiet: boolean;
  x: number;
  y: number;
  left: boolean;
}

/** Pixels of the squares in which it is kept what is taken. */
const cell = 7;

/**
 * Which names are shown and where: those that cover no node and no other name, first come first served, and those that are always shown before all.
 * `widthOf` is that of a text in pixels. Linear in the nodes, the names and the room they take.
 */
export function labelPlaces(wishes: readonly LabelWish[], room: { width: number; height: number }, widthOf: (text: string) => number): LabelPlace[] {
  const columns = Math.ceil(room.width / cell) + 1;
  const rows = Math.ceil(room.height / cell) + 1;
  const taken = new Uint8Array(columns * rows);
  const squares = (left: number, top: number, right: number, bottom: number): number[] => {
    const found: number[] = [];
    for (let row = Math.max(0, Math.floor(top / cell)); row <= Math.min(rows - 1, Math.floor(bottom / cell)); row++) {
      for (let column = Math.max(0, Math.floor(left / cell)); column <= Math.min(columns - 1, Math.floor(right / cell)); column++) {
        found.push(row * columns + column);
      }
    }
    return found;
  };
  for (const { x, y, radius } of wishes) {
    const half = radius * 0.6;
    squares(x - half, y - half, x + half, y + half).forEach((square) => (taken[square] = 1));
  }
  const places: LabelPlace[] = [];
  for (const wish of wishes.toSorted((a, b) => Number(b.always) - Number(a.always))) {
    const width = widthOf(wish.text);
    const beside = wish.radius + 4;
    // What must be shown stands on the other side where its own has no room.
    const left = wish.always ? (wish.left ? wish.x - beside - width > 2 : wish.x + beside + width > room.width - 2) : wish.left;
    const x = wish.x + beside * (left ? -1 : 1);
    const [from, to] = left ? [x - width, x] : [x, x + width];
    const box = squares(from, wish.y - 7, to, wish.y + 7);
    const inside = from > 2 && to < room.width - 2 && wish.y > 10 && wish.y < room.height - 10;
    if (wish.always || (inside && box.every((square) => taken[square] === 0))) {
      box.forEach((square) => (taken[square] = 1));
      places.push({ text: wish.text, quiet: wish.quiet, x, y: wish.y, left });
    }
  }
  return places;
}
