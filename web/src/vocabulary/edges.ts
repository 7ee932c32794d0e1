import type { EdgeKind } from '../api/enums';

export interface EdgeText {
  /** Between the two ends, e.g. "consumer *uses* credential". */
  verb: string;
  meaning: string;
  use: 'walked' | 'walked when asked' | 'collected' | 'evidence';
}

/** Every edge kind; an edge runs in the direction of access. */
export const edges: Record<EdgeKind, EdgeText> = {
  HAS_ACCOUNT: { verb: 'has account', use: 'walked', meaning: 'A person has this account.' },
  USES: { verb: 'uses', use: 'walked', meaning: 'A consumer uses this credential.' },
  AUTHENTICATES: { verb: 'authenticates', use: 'walked', meaning: 'The credential authenticates this identity.' },
  CAN_ASSUME: { verb: 'can assume', use: 'walked', meaning: 'May act as this identity: every side that must consent does.' },
  MEMBER_OF: { verb: 'is member of', use: 'walked', meaning: 'Is a member of this group.' },
  HOLDS: { verb: 'holds', use: 'walked', meaning: 'Holds this entitlement.' },
  INCLUDES: { verb: 'includes', use: 'walked', meaning: 'The wider entitlement includes the narrower.' },
  YIELDS: { verb: 'yields', use: 'walked', meaning: 'Exercising the entitlement gives this.' },
  EXPOSED_TO: { verb: 'could know', use: 'walked when asked', meaning: 'The person created, rotated or could read this static secret.' },
  ON: { verb: 'on', use: 'collected', meaning: 'The entitlement covers this resource, or leaves it out.' },
  CONTAINS: { verb: 'contains', use: 'evidence', meaning: 'The resource contains the other.' },
  CREATED: { verb: 'created', use: 'evidence', meaning: 'Created it.' },
  OWNS: { verb: 'owns', use: 'evidence', meaning: 'Owns it, as business, technical or escalation owner.' },
  REPORTS_TO: { verb: 'reports to', use: 'evidence', meaning: 'Reports to this person.' },
  PART_OF: { verb: 'is part of', use: 'evidence', meaning: 'Belongs to this application.' },
  IN_TEAM: { verb: 'is in team', use: 'evidence', meaning: 'Is in this team.' },
  STORED_IN: { verb: 'is stored in', use: 'evidence', meaning: 'The credential is kept there.' },
  SESSION_OF: { verb: 'is a session of', use: 'evidence', meaning: 'Is a down-scoped use of this identity.' },
  EXERCISED: { verb: 'exercised', use: 'evidence', meaning: 'Was seen using it; past use never adds access.' },
};
