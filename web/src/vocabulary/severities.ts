import type { Severity } from '../api/enums';

export interface SeverityText {
  label: string;
  tone: '' | 'warn' | 'bad';
  /** A sign beside the colour: more bars, more severe. */
  sign: string;
}

/** The worst first. */
export const severities: Record<Severity, SeverityText> = {
  CRITICAL: { label: 'Critical', tone: 'bad', sign: '▮▮▮▮' },
  HIGH: { label: 'High', tone: 'bad', sign: '▮▮▮' },
  MEDIUM: { label: 'Medium', tone: 'warn', sign: '▮▮' },
  LOW: { label: 'Low', tone: '', sign: '▮' },
};

export const severityOrder = Object.keys(severities) as Severity[];

/** 0 for the worst. */
export const severityRank = (severity: Severity): number => severityOrder.indexOf(severity);
