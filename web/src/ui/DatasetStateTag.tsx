import type { DatasetState } from '../api/enums';
import { minuteOf } from '../format/dates';
import { datasetStates } from '../vocabulary/datasets';

/** The state of a dataset: sign, word, colour. */
export function DatasetStateTag({ state, asOf }: { state: DatasetState; asOf: string | null }) {
  const { label, meaning, tone, sign } = datasetStates[state];
  return (
    <span class={`tag ${tone}`} title={asOf ? `${meaning} As of ${minuteOf(asOf)}.` : meaning}>
      <span aria-hidden="true">{sign}</span> {label}
    </span>
  );
}
