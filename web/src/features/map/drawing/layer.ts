import type { Sigma } from 'sigma';

/** A canvas of its own among sigma's, drawn anew after each of its drawings; lengths are in pixels of the page. */
export function layer(sigma: Sigma, id: string, where: { beforeLayer?: string; afterLayer?: string }, draw: (context: CanvasRenderingContext2D, room: { width: number; height: number }) => void): void {
  const canvas = sigma.createCanvas(id, where);
  canvas.style.pointerEvents = 'none';
  sigma.on('afterRender', () => {
    const room = sigma.getDimensions();
    const ratio = devicePixelRatio || 1;
    canvas.width = room.width * ratio;
    canvas.height = room.height * ratio;
    canvas.style.width = `${room.width}px`;
    canvas.style.height = `${room.height}px`;
    const context = canvas.getContext('2d');
    if (context) {
      context.scale(ratio, ratio);
      draw(context, room);
    }
  });
}
