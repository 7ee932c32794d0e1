import { nodes, type EstateNode } from './estate';
import { completeness, entityOf, evidence } from './shapes';

const named = (name: string): EstateNode => nodes.find((node) => node.name === name)!;

/** The chain of trust of one of the made-up estate. */
export function trustOf(id: string) {
  const node = nodes.find((one) => one.id === id);
  if (!node) {
    return null;
  }
  const link = (name: string, state: string, statement: string, entities: EstateNode[] = []) => ({ link: name, state, statement, entities: entities.map((entity) => entityOf(entity)), backed: state !== 'UNKNOWN', evidence: state === 'UNKNOWN' ? [] : evidence(`policy of ${node.name}, statement 2 (Sid AllowAll)`) });
  return {
    of: entityOf(node), verdict: 'BROKEN', graphVersion: '7', completeness,
    statement: `Used by nothing that is known. Created by Dana Whitfield, who left on 2025-03-01, owned by team payments. Reaches 14 resources, 3 restricted. Key is static, 512 days old.`,
    links: [
      link('CONSUMER', 'UNKNOWN', 'No source of usage was loaded.'),
      link('CREDENTIAL', 'PRESENT', 'Two access keys, one of them disabled.', [named('AKIAIOSFODNN7EXAMPLE'), named('AKIAI44QH8DHBEXAMPLE')]),
      link('IDENTITY', 'PRESENT', `${node.name} is enabled.`, [node]),
      link('RESOURCES', 'PRESENT', 'Reaches 14 resources, 3 of them restricted, and administers the account.', [named('acme-customer-profiles'), named('acme-payments-ledger'), named('prod/db/password')]),
      link('CREATOR', 'CONTRADICTED', 'Made by Dana Whitfield, who left on 2025-03-01.', [named('Dana Whitfield')]),
      link('BUSINESS_OWNER', 'PRESENT', 'Owned by team payments since 2024-05-02.', [named('payments')]),
      link('TECHNICAL_OWNER', 'MISSING', 'Nobody is named.'),
      link('ESCALATION', 'MISSING', 'Nobody is named.'),
      link('PURPOSE', 'MISSING', 'No purpose is stated.'),
      link('ENVIRONMENT', 'PRESENT', 'production, from its own tag.'),
      link('ROTATION', 'STALE', 'The key was last rotated 512 days ago.', [named('AKIAIOSFODNN7EXAMPLE')]),
      link('EXPIRY', 'MISSING', 'The key is static and has no end.'),
      link('USAGE', 'PRESENT', 'Last used 2 days ago.'),
    ],
  };
}
