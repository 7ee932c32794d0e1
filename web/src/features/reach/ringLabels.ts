import type { Rings } from './ringLayout';

export interface LabelledNode {
  id: string;
  label: string;
  distance: number;
}

export interface RingLabel {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Where names stand in the picture: beside their nodes, outwards. A name that would lie over another name or another node is left out;
 * those nearer to the start go first, and `always` is shown whatever it covers. `size` is that of the letters.
 */
export function ringLabels(nodes: readonly LabelledNode[], rings: Rings, size: number, always: ReadonlySet<string>): Map<string, RingLabel> {
  const labels = new Map<string, RingLabel>();
  const marks = nodes.map((node) => ({ id: node.id, box: around(rings.places.get(node.id) ?? { x: 0, y: 0 }, size * 0.8) }));
  const taken: Box[] = [];
  const inOrder = nodes.toSorted((a, b) => Number(always.has(b.id)) - Number(always.has(a.id)) || a.distance - b.distance);
  for (const node of inOrder) {
    const place = rings.places.get(node.id);
    if (place) {
      const tried = candidates(node, place, size);
      const free = tried.find(({ box }) => taken.every((other) => !overlap(box, other)) && marks.every((mark) => mark.id === node.id || !overlap(box, mark.box)));
      const chosen = free ?? (always.has(node.id) ? tried[0] : undefined);
      if (chosen) {
        labels.set(node.id, chosen.label);
        taken.push(chosen.box);
      }
    }
  }
  return labels;
}

interface Candidate {
  label: RingLabel;
  box: Box;
}

function candidates(node: LabelledNode, place: { x: number; y: number; angle: number }, size: number): Candidate[] {
  const text = shorten(node.label);
  const width = text.length * size * letterWidth;
  if (node.distance === 0) {
    return [-2, 2.7].map((lines) => {
      const y = place.y + size * lines;
      return { label: { text, x: place.x, y, anchor: 'middle' }, box: { left: place.x - width / 2, right: place.x + width / 2, top: y - size, bottom: y + size * 0.3 } };
    });
  }
  const right = Math.cos(place.angle) >= -0.01;
  const x = place.x + (right ? 1.3 : -1.3) * size;
  return [
    {
      label: { text, x, y: place.y + size * 0.35, anchor: right ? 'start' : 'end' },
      box: { left: right ? x : x - width, right: right ? x + width : x, top: place.y - size * 0.6, bottom: place.y + size * 0.6 },
    },
  ];
}

/** Of the letter size, a little more than the mean of the fonts in use. */
const letterWidth = 0.64;

/** How far from the middle the names reach sideways. */
export function labelExtent(labels: Iterable<RingLabel>, size: number): number {
  let extent = 0;
  for (const { text, x, anchor } of labels) {
    extent = Math.max(extent, Math.abs(x) + text.length * size * letterWidth * (anchor === 'middle' ? 0.5 : 1));
  }
  return extent;
}

const around = ({ x, y }: { x: number; y: number }, half: number): Box => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The ends of a long name tell more than its middle. */
const shorten = (label: string): string => (label.length > 26 ? `${label.slice(0, 12)}…${label.slice(-12)}` : label);
