import type { Sigma } from 'sigma';
import type { NodeDisplayData } from 'sigma/types';
import type { Colours } from './colours';
import { labelPlaces, type LabelWish } from './labelPlaces';
import { layer } from './layer';

const size = 12;

/** The smallest radius of a node, in pixels, that gets a name without being asked for. */
const smallest = 4;

/** Writes names beside nodes after every drawing: the start, the chosen and its path always, others where there is room. */
export function labelDrawing(sigma: Sigma, order: readonly string[], colours: () => Colours): void {
  layer(sigma, 'names', { afterLayer: 'nodes' }, (context, room) => {
    const { font, surface, text, faint } = colours();
    context.font = `${size}px ${font}`;
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = surface;
    for (const place of labelPlaces(wishesOf(sigma, order, room), room, (name) => context.measureText(name).width)) {
      context.fillStyle = place.quiet ? faint : text;
      context.textAlign = place.left ? 'right' : 'left';
      context.strokeText(place.text, place.x, place.y + size * 0.35);
      context.fillText(place.text, place.x, place.y + size * 0.35);
    }
  });
}

function wishesOf(sigma: Sigma, order: readonly string[], room: { width: number; height: number }): LabelWish[] {
  const wishes: LabelWish[] = [];
  for (const id of order) {
    const data = sigma.getNodeDisplayData(id) as (NodeDisplayData & { quiet?: boolean }) | undefined;
    if (data) {
      const { x, y } = sigma.framedGraphToViewport(data);
      const radius = sigma.scaleSize(data.size);
      const always = data.forceLabel;
      if (x > -radius && y > -radius && x < room.width + radius && y < room.height + radius && (always || radius >= smallest)) {
        wishes.push({ text: shorten(data.label ?? ''), x, y, radius, left: sigma.getGraph().getNodeAttribute(id, 'left') === true, always, quiet: data.quiet === true });
      }
    }
  }
  return wishes;
}

/** The ends of a long name tell more than its middle. */
const shorten = (label: string): string => (label.length > 34 ? `${label.slice(0, 16)}…${label.slice(-16)}` : label);
