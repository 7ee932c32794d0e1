import type { Capability } from '../../api/enums';
import { boundsSentence, boundsShort } from '../../format/bounds';
import { capabilities } from '../../vocabulary/capabilities';
import { words } from '../../vocabulary/words';
import type { BlastRadius } from './blastRadiusQuestion';

export interface CapabilityChipsProps {
  counts: BlastRadius['capabilities'];
  chosen: readonly Capability[];
  onChoose: (capabilities: Capability[]) => void;
}

/** What can be done, to how many resources; a choice limits the answer to it. */
export function CapabilityChips({ counts, chosen, onChoose }: CapabilityChipsProps) {
  const shown = counts.filter(({ resources, capability }) => resources.possible > 0 || chosen.includes(capability));
  return (
    <div class="row-sets" role="group" aria-label="Capabilities">
      {shown.map(({ capability, resources }) => {
        const on = chosen.includes(capability);
        return (
          <button
            key={capability}
            type="button"
            class="chip"
            aria-pressed={on}
            title={`${capabilities[capability]} ${boundsSentence(resources)}.`}
            onClick={() => onChoose(on ? chosen.filter((name) => name !== capability) : [...chosen, capability])}
          >
            {words(capability)} <span>{boundsShort(resources)}</span>
          </button>
        );
      })}
    </div>
  );
}
