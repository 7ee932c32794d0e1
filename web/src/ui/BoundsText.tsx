import type { Bounds } from '../api/fragments';
import { boundsSentence, boundsShort } from '../format/bounds';

/** Both counts in a line: `4 resources`, `2–12 resources`, with a plus where data not read could raise it. */
export function BoundsText({ bounds, one, many = `${one}s` }: { bounds: Bounds; one: string; many?: string }) {
  return (
    <span title={boundsSentence(bounds)}>
      <strong>{boundsShort(bounds)}</strong> {bounds.possible === 1 ? one : many}
    </span>
  );
}
