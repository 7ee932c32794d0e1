import type { NodeKind } from '../../../api/enums';
import { kindOrder } from '../../../vocabulary/kinds';

/** The theme's colours, as a canvas takes them. */
export interface Colours {
  kinds: Record<NodeKind, string>;
  text: string;
  muted: string;
  faint: string;
  surface: string;
  line: string;
  lineStrong: string;
  accent: string;
  accentSoft: string;
  font: string;
}

/** Reads them from the style sheet that is in force. */
export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement('canvas').getContext('2d');
  const read = (name: string): string => {
    const value = style.getPropertyValue(name).trim();
    if (!canvas) {
      return value;
    }
    // The canvas says every colour as `#rrggbb`.
    canvas.fillStyle = value;
    return String(canvas.fillStyle);
  };
  return {
    kinds: Object.fromEntries(kindOrder.map((kind) => [kind, read(`--kind-${kind.toLowerCase()}`)])) as Record<NodeKind, string>,
    text: read('--text'),
    muted: read('--muted'),
    faint: read('--faint'),
    surface: read('--surface'),
    line: read('--line'),
    lineStrong: read('--line-strong'),
    accent: read('--accent'),
    accentSoft: read('--accent-soft'),
    font: style.getPropertyValue('--sans').trim(),
  };
}

const part = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16);

/** A colour let down towards another: 0 is the first, 1 the second. Both are `#rrggbb`. */
export function mixed(color: string, into: string, share: number): string {
  const mix = (at: number): string =>
    Math.round(part(color, at) * (1 - share) + part(into, at) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${mix(1)}${mix(3)}${mix(5)}`;
}
