import type { Certainty } from '../api/enums';
import { certainties } from '../vocabulary/certainties';

/** How certain: a line drawn as edges of that certainty are, and the word. */
export function CertaintyTag({ certainty }: { certainty: Certainty }) {
  const { label, meaning, dash } = certainties[certainty];
  return (
    <span class={`certainty ${certainty}`} title={meaning}>
      <svg width="22" height="8" aria-hidden="true">
        <line x1="1" y1="4" x2="21" y2="4" stroke="currentColor" stroke-width="2" {...(dash ? { 'stroke-dasharray': dash } : {})} stroke-linecap={certainty === 'INFERRED' ? 'round' : 'butt'} />
      </svg>
      {label}
    </span>
  );
}
