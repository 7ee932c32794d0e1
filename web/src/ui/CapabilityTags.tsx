import type { Capability } from '../api/enums';
import { capabilities, capabilityOrder } from '../vocabulary/capabilities';
import { words } from '../vocabulary/words';

/** Capabilities in the order of the closed list; those that are only possible are marked in words and by their border. */
export function CapabilityTags({ proved, possible = proved }: { proved: readonly Capability[]; possible?: readonly Capability[] }) {
  const shown = capabilityOrder.filter((name) => proved.includes(name) || possible.includes(name));
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
    </ul>
  );
}
