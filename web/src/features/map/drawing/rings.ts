import type { Sigma } from 'sigma';
import type { Band } from '../bandLayout';
import type { Colours } from './colours';
import { layer } from './layer';

/** How far outside its band the circle of a distance is drawn. */
export const ringMargin = 16;

/** Draws a circle around every band of distance, behind the nodes, with its number. */
export function ringDrawing(sigma: Sigma, bands: readonly Band[], colours: () => Colours): void {
  layer(sigma, 'rings', { beforeLayer: 'edges' }, (context) => {
    const { line, faint, surface, font } = colours();
    const middle = sigma.graphToViewport({ x: 0, y: 0 });
    const beside = sigma.graphToViewport({ x: 1, y: 0 });
    const unit = Math.hypot(beside.x - middle.x, beside.y - middle.y);
    context.font = `11px ${font}`;
    context.textAlign = 'center';
    bands.forEach(({ outer }, distance) => {
      if (distance === 0) {
        return;
      }
      const radius = (outer + ringMargin) * unit;
      context.beginPath();
      context.arc(middle.x, middle.y, radius, 0, Math.PI * 2);
      context.strokeStyle = line;
      context.lineWidth = 1;
      context.stroke();
      context.lineWidth = 5;
      context.strokeStyle = surface;
      context.fillStyle = faint;
      context.strokeText(String(distance), middle.x, middle.y - radius + 4);
      context.fillText(String(distance), middle.x, middle.y - radius + 4);
    });
  });
}
