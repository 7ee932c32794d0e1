import type { OrphanReason } from '../api/enums';

/** Why a chain is an orphan, in a few words and in a sentence. */
export const orphanReasons: Record<OrphanReason, { label: string; meaning: string }> = {
  NO_OWNER: { label: 'no owner', meaning: 'Nobody owns it, and the sources that name owners were read.' },
  OWNER_DEPARTED: { label: 'owner left', meaning: 'Every owner has left.' },
  TEAM_EMPTY: { label: 'team empty', meaning: 'The team that owns it has no active member.' },
  APPLICATION_RETIRED: { label: 'application retired', meaning: 'The application it belongs to is retired.' },
  CREATOR_UNKNOWN: { label: 'creator unknown', meaning: 'Nobody is named as having made it.' },
  CREATOR_DEPARTED: { label: 'creator left', meaning: 'Who made it has left.' },
  NO_CONSUMER: { label: 'no consumer', meaning: 'Nothing is known to use it.' },
  NO_CREDENTIAL: { label: 'no credential', meaning: 'Nothing authenticates it.' },
  NO_RESOURCE: { label: 'no resource', meaning: 'It reaches nothing.' },
  DANGLING_TRUST: { label: 'dangling trust', meaning: 'It trusts somebody who is no longer there; who takes that name inherits the trust.' },
  CREDENTIAL_OF_DISABLED_IDENTITY: { label: 'credential of a disabled identity', meaning: 'The credential lives on while its identity is switched off.' },
};

export const orphanReasonOrder = Object.keys(orphanReasons) as OrphanReason[];
