import type { Certainty } from '../api/enums';

export interface CertaintyText {
  label: string;
  meaning: string;
  /** The dashes of a line that is this certain; empty is a whole line. */
  dash: string;
}

export const certainties: Record<Certainty, CertaintyText> = {
  PROVED: { label: 'Proved', meaning: 'Every side was read and no condition is unmet.', dash: '' },
  CONDITIONAL: { label: 'Conditional', meaning: 'Every side was read; the listed conditions must hold.', dash: '6 2' },
  DECLARED: { label: 'Declared', meaning: 'One side says so, the other was not read.', dash: '3 3' },
  INFERRED: { label: 'Inferred', meaning: 'Joined by convention.', dash: '1 4' },
};

/** Strongest first. */
export const certaintyOrder = Object.keys(certainties) as Certainty[];

/** 0 for the strongest. */
export const certaintyRank = (certainty: Certainty): number => certaintyOrder.indexOf(certainty);
