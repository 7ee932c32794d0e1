import type { DatasetState } from '../api/enums';

export interface DatasetStateText {
  label: string;
  meaning: string;
  tone: '' | 'good' | 'warn' | 'bad';
  /** A sign beside the colour. */
  sign: string;
}

/** What it means for answers that a dataset is in this state. */
export const datasetStates: Record<DatasetState, DatasetStateText> = {
  COMPLETE: { label: 'Complete', meaning: 'Read whole: what is not in it was not there.', tone: 'good', sign: '●' },
  PARTIAL: { label: 'Partial', meaning: 'Read in part: more may be there.', tone: 'warn', sign: '◐' },
  DENIED: { label: 'Denied', meaning: 'The source refused: what is there is unknown.', tone: 'bad', sign: '⊘' },
  FAILED: { label: 'Failed', meaning: 'Reading failed: what is there is unknown.', tone: 'bad', sign: '✕' },
  SKIPPED: { label: 'Not given', meaning: 'It was not part of the last load: what is there is unknown.', tone: 'warn', sign: '○' },
  NEVER: { label: 'Never read', meaning: 'No load has read it: what is there is unknown.', tone: 'warn', sign: '○' },
};
