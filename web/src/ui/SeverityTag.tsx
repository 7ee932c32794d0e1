import type { Severity } from '../api/enums';
import { severities } from '../vocabulary/severities';

/** How severe: bars, word, colour. */
export function SeverityTag({ severity }: { severity: Severity }) {
  const { label, tone, sign } = severities[severity];
  return (
    <span class={`tag severity ${tone}`}>
      <span aria-hidden="true" class="bars">
        {sign}
      </span>
      {label}
    </span>
  );
}
