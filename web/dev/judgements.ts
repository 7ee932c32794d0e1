import { nodes } from './estate';
import { orphanRows } from './orphans';
import { entityOf } from './shapes';
import { trustOf } from './trust';

const of = (name: string) => entityOf(nodes.find((node) => node.name === name)!);

const rules = [
  { id: 'deploy-and-read', title: 'Deploy code and read sensitive data', why: 'Who deploys code and reads what it works on can take data out and leave no trace.', within: 'ACCOUNT', severity: 'HIGH', source: 'made up' },
  { id: 'write-and-delete-backups', title: 'Write production and delete its backups', why: 'Who can do both can make a loss final.', within: 'ACCOUNT', severity: 'MEDIUM', source: 'made up' },
  { id: 'administrators', title: 'Administer a whole account', why: 'Whoever administers an account can do all that any rule forbids to come together there.', within: 'ACCOUNT', severity: 'CRITICAL', source: 'made up' },
];

type Page = <T>(all: T[], args: { first?: number; after?: string | null }) => unknown;
type Args = { first?: number; after?: string | null; filter?: { rules?: string[] | null; includeExcepted?: boolean } | null };
type OrphanArgs = { first?: number; after?: string | null; filter?: { states?: string[] | null; reasons?: string[] | null; severities?: string[] | null } | null };

/** The judgements on the made-up estate. */
export function judgements(page: Page, summary: (name: string) => unknown, path: (from: string, to: string) => unknown) {
  const part = (capability: string, actor: string, to: string) => ({ capability, on: of(to), certainty: 'PROVED', path: () => path(actor, to) });
  const found = (rule: string, actor: string, statement: string, group: string[], parts: unknown[], exception: unknown = null) => {
    const asked = rules.find(({ id }) => id === rule)!;
    return { id: `${rule}|${actor}`, rule: asked, severity: asked.severity, actor: of(actor), controlGroup: [actor, ...group].map((name) => of(name)), controlGroupSize: group.length + 1, accounts: ['111122223333'], parts, exception, statement };
  };
  const main = 'repo:acme/shop:ref:refs/heads/main';
  const all = [
    found('administrators', 'migration-script', 'migration-script can administer a whole account in 111122223333.', [], [part('ADMINISTER', 'migration-script', 'acme-production')]),
    found('deploy-and-read', main, `${main} can deploy code and read sensitive data in 111122223333, by 2 others that it is or controls.`, ['ci-deploy', 'invoice-export-execution'], [part('DEPLOY_CODE', main, 'invoice-export'), part('READ_DATA', main, 'acme-customer-profiles'), part('READ_SECRET', main, 'prod/db/password')], {
      holds: false, until: '2026-09-30T00:00:00Z', by: 'Maria Keller', why: 'until the export has its own pipeline',
    }),
    found('write-and-delete-backups', 'nightly-backup', 'nightly-backup can write production and delete its backups in 111122223333.', [], [part('WRITE_DATA', 'nightly-backup', 'acme-payments-ledger'), part('DELETE_DATA', 'nightly-backup', 'acme-audit-archive')]),
  ];
  const orphans = orphanRows(summary);
  const shows = (row: (typeof orphans)[number], filter: OrphanArgs['filter']): boolean =>
    (filter?.states ?? ['KNOWN']).includes(row.state) && (!filter?.reasons || row.reasons.some((reason) => filter.reasons!.includes(reason))) && (!filter?.severities || filter.severities.includes(row.severity));
  return {
    orphanChains: ({ filter, ...rest }: OrphanArgs) => page(orphans.filter((row) => shows(row, filter)), rest),
    chainOfTrust: ({ of: id }: { of: string }) => trustOf(id),
    toxicRules: rules,
    toxicCombinations: ({ filter, ...rest }: Args) => page(all.filter(({ rule }) => !filter?.rules || filter.rules.includes(rule.id)), rest),
  };
}
