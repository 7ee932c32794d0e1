import type { Capability } from '../api/enums';
import { capabilities, heaviestFirst } from '../vocabulary/capabilities';
import { words } from '../vocabulary/words';

export interface CapabilityTagsProps {
  proved: readonly Capability[];
  possible?: readonly Capability[];
  /** How many are shown; the others are counted and named on hovering. */
  most?: number;
}

/** Capabilities, the heaviest first; those that are only possible are marked in words and by their border. */
export function CapabilityTags({ proved, possible = proved, most = Number.POSITIVE_INFINITY }: CapabilityTagsProps) {
  const all = heaviestFirst([...new Set([...proved, ...possible])]);
  const shown = all.length > most + 1 ? all.slice(0, most) : all;
  const rest = all.slice(shown.length);
  return (
    <ul class="tags capability-tags">
      {shown.map((name) => {
        const sure = proved.includes(name);
        return (
          <li key={name} class={sure ? 'tag capability' : 'tag capability possible'} title={sure ? capabilities[name] : `${capabilities[name]} Possible, not proved.`}>
            {words(name)}
            {!sure && <span class="sr-only"> (possible)</span>}
          </li>
        );
      })}
      {rest.length > 0 && (
        <li class="tag more" title={rest.map(words).join(', ')}>
          +{rest.length}
          <span class="sr-only"> more: {rest.map(words).join(', ')}</span>
        </li>
      )}
    </ul>
  );
}
