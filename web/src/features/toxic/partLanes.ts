import { words } from '../../vocabulary/words';
import { gatherLanes, type Lanes } from '../lanes/lanes';
import type { ToxicPart } from './toxicQuestion';

/** How many lanes the paths of some parts take. */
export const partLaneCount = (parts: readonly ToxicPart[]): number => Math.max(2, ...parts.map((part) => part.path.steps.length + 1));

/** The paths of all parts on one picture: the actor on the left, what each part is done to on the right, what they share drawn once. */
export function partLanes(parts: readonly ToxicPart[]): Lanes {
  const last = partLaneCount(parts) - 1;
  const { card, link, placed } = gatherLanes(last + 1);
  for (const part of parts) {
    const { steps } = part.path;
    const [first] = steps;
    if (!first) {
      card(0, part.on.id, 'entity', part.on, words(part.capability));
      continue;
    }
    let before = card(0, first.from.id, 'entity', first.from);
    steps.forEach((step, index) => {
      const ends = index === steps.length - 1;
      if (ends) {
        // A shorter path is drawn through, so that what the parts are done to stands in one lane.
        for (let lane = index + 1; lane < last; lane++) {
          const pass = card(lane, `pass to ${step.to.id} ${part.capability}`, 'pass', null);
          link(before, pass, step.certainty);
          before = pass;
        }
      }
      const next = ends ? card(last, `${step.to.id} ${part.capability}`, 'entity', step.to, words(part.capability)) : card(index + 1, step.to.id, 'entity', step.to);
      link(before, next, step.certainty);
      before = next;
    });
  }
  return placed();
}
