import { nodes } from './estate';
import { completeness, entityOf } from './shapes';

const of = (name: string) => entityOf(nodes.find((node) => node.name === name)!);

const unread = { complete: false, sources: [{ source: 'people', scope: null, dataset: 'hr', state: 'NEVER', asOf: null, statement: 'People with their status and manager' }] };

/** Broken chains of the made-up estate. */
export const orphanRows = (summary: (name: string) => unknown) => [
  {
    id: 'orphan-1', reasons: ['OWNER_DEPARTED', 'CREATOR_DEPARTED', 'NO_CONSUMER'], undecided: [], missing: ['CONSUMER'], consumer: null, credential: of('AKIAIOSFODNN7EXAMPLE'), identity: of('migration-script'), state: 'KNOWN',
    lastAccountable: of('Dana Whitfield'), since: '2025-03-01T00:00:00Z', sensitiveReach: { proved: 5, possible: 7, open: true }, blastRadius: () => summary('migration-script'), severity: 'CRITICAL',
    statement: 'Key AKIAIOSFODNN7EXAMPLE of migration-script is 3 years old and administers the account. Its owner and maker Dana Whitfield left on 2025-03-01; nothing is known to use it.', completeness,
  },
  {
    id: 'orphan-2', reasons: ['NO_OWNER', 'NO_CREDENTIAL'], undecided: [], missing: ['CREDENTIAL'], consumer: of('Watchtower Monitoring'), credential: null, identity: of('vendor-monitoring'), state: 'KNOWN', lastAccountable: null, since: null,
    sensitiveReach: { proved: 0, possible: 4, open: true }, blastRadius: () => summary('vendor-monitoring'), severity: 'MEDIUM', statement: 'Watchtower Monitoring may act as vendor-monitoring, and nobody here owns it.', completeness,
  },
  {
    id: 'orphan-3', reasons: [], undecided: ['NO_OWNER', 'OWNER_DEPARTED'], missing: [], consumer: of('invoice-export'), credential: of('ambient of invoice-export'), identity: of('invoice-export-execution'), state: 'UNKNOWN', lastAccountable: null, since: null,
    sensitiveReach: { proved: 4, possible: 6, open: true }, blastRadius: () => summary('invoice-export-execution'), severity: 'HIGH', statement: 'Whether invoice-export-execution has an owner who is still here is not known.', completeness: unread,
  },
];
