import type { TrustLinkKind, TrustState, TrustVerdict } from '../api/enums';

export interface TrustText {
  label: string;
  meaning: string;
  tone: '' | 'good' | 'warn' | 'bad';
  /** A sign beside the colour. */
  sign: string;
}

/** What is asked of each of the thirteen links. */
export const trustLinks: Record<TrustLinkKind, { label: string; asks: string }> = {
  CONSUMER: { label: 'Consumer', asks: 'What uses it?' },
  CREDENTIAL: { label: 'Credential', asks: 'What authenticates it?' },
  IDENTITY: { label: 'Identity', asks: 'Which account acts?' },
  RESOURCES: { label: 'Resources', asks: 'What does it reach?' },
  CREATOR: { label: 'Creator', asks: 'Who made it?' },
  BUSINESS_OWNER: { label: 'Business owner', asks: 'Who answers for why it exists?' },
  TECHNICAL_OWNER: { label: 'Technical owner', asks: 'Who answers for how it works?' },
  ESCALATION: { label: 'Escalation', asks: 'Who is called when it goes wrong?' },
  PURPOSE: { label: 'Purpose', asks: 'What is it for?' },
  ENVIRONMENT: { label: 'Environment', asks: 'Where does it belong?' },
  ROTATION: { label: 'Rotation', asks: 'Is its secret renewed?' },
  EXPIRY: { label: 'Expiry', asks: 'When does it end?' },
  USAGE: { label: 'Usage', asks: 'Is it used?' },
};

export const trustStates: Record<TrustState, TrustText> = {
  PRESENT: { label: 'Present', meaning: 'It is there, on evidence.', tone: 'good', sign: '●' },
  MISSING: { label: 'Missing', meaning: 'The sources that would know were read, and it is not there.', tone: 'warn', sign: '○' },
  STALE: { label: 'Stale', meaning: 'It is there, but too old to rely on.', tone: 'warn', sign: '◐' },
  CONTRADICTED: { label: 'Contradicted', meaning: 'What is said of it cannot be so, or no longer is.', tone: 'bad', sign: '✕' },
  UNKNOWN: { label: 'Unknown', meaning: 'The source that would know was not read.', tone: '', sign: '?' },
};

export const trustVerdicts: Record<TrustVerdict, TrustText> = {
  COMPLETE: { label: 'Complete', meaning: 'Every link is present and backed by a source that was read whole.', tone: 'good', sign: '●' },
  INCOMPLETE: { label: 'Incomplete', meaning: 'Links are missing or stale.', tone: 'warn', sign: '◐' },
  BROKEN: { label: 'Broken', meaning: 'A link contradicts what is said of it.', tone: 'bad', sign: '✕' },
  UNKNOWN: { label: 'Unknown', meaning: 'Sources that would tell were not read.', tone: '', sign: '?' },
};
