import type { TrustText } from '../vocabulary/trust';

/** A state: sign, word, colour; its meaning on hovering. */
export function StateTag({ text: { label, meaning, tone, sign } }: { text: TrustText }) {
  return (
    <span class={`tag state ${tone}`} title={meaning}>
      <span aria-hidden="true">{sign}</span> {label}
    </span>
  );
}
