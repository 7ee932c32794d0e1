import { kindShapes } from '../../../ui/kindShapes';
import { kindOrder } from '../../../vocabulary/kinds';

/** Pixels of a cell; a power of two, so that small nodes are drawn from smaller copies. */
const cell = 64;

/** Cells in the strip, a power of two too. */
export const glyphCells = 16;

/** The silhouettes of all kinds side by side, in the order of the legend; only their opacity counts. */
export function drawGlyphs(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = cell * glyphCells;
  canvas.height = cell;
  const context = canvas.getContext('2d');
  kindOrder.forEach((kind, index) => {
    // The shapes stand on a field of 16 by 16; the border keeps neighbours out of the smaller copies.
    context?.setTransform(cell / 20, 0, 0, cell / 20, cell * index + cell * 0.1, cell * 0.1);
    context?.fill(new Path2D(kindShapes[kind]), 'evenodd');
  });
  return canvas;
}
