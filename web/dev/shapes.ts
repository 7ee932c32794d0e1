import { chiefKind, kinds as kindTexts } from '../src/vocabulary/kinds';
import { edges, nodes, type EstateEdge, type EstateNode } from './estate';

const state = (dataset: string, is: string, statement: string) => ({ source: 'aws-files', scope: 'aws:111122223333', dataset, state: is, asOf: is === 'COMPLETE' ? '2026-11-23T16:00:04Z' : null, statement });

export const completeness = {
  complete: false,
  sources: [
    state('authorization-details', 'COMPLETE', 'Users, roles, groups and policies: aws iam get-account-authorization-details'),
    state('access-keys', 'COMPLETE', 'Ids of access keys: aws iam list-access-keys'),
    state('credential-report', 'PARTIAL', 'Age and last use of keys and passwords: aws iam get-credential-report'),
    state('resources', 'SKIPPED', 'Resources with their tags: aws resourcegroupstaggingapi get-resources'),
  ],
};

const usage = (at: unknown) => ({ state: at ? 'KNOWN' : 'UNKNOWN', at: at ?? null, completeness });

const list = (all: EstateNode[]) => ({ nodes: all.map((node) => entityOf(node)), edges: [], totalCount: all.length, completeness, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });

const ends = (id: string, kind: string, way: 'from' | 'to') => edges.filter((edge) => edge.kind === kind && edge[way === 'from' ? 'to' : 'from'] === id).map((edge) => nodes.find((node) => node.id === edge[way])!);

export const evidence = (statement: string) => [{ source: { id: 'aws-files', name: 'AWS, from files' }, run: '7', fact: 'policy', statement, locator: '/RoleDetailList/4/RolePolicyList/0/PolicyDocument/Statement/1' }];

const conditions = (edge: EstateEdge) => (edge.condition ? [{ key: 'aws:SourceIp', operator: 'IpAddress', values: ['10.0.0.0/8'], statement: edge.condition }] : []);

export const step = (edge: EstateEdge, byId: Map<string, EstateNode>) => ({
  from: entityOf(byId.get(edge.from)!),
  edge: edge.kind,
  to: entityOf(byId.get(edge.to)!),
  container: null,
  certainty: edge.certainty,
  conditions: conditions(edge),
  evidence: edge.kind === 'ON' ? [] : evidence(`policy of ${byId.get(edge.from)!.name}, statement 2 (Sid AllowAll)`),
  technique: edge.technique ? { id: edge.technique, title: 'Pass a role to a new function', statement: 'Who may pass a role and make a function runs code with the rights of that role.', permissions: ['iam:PassRole', 'lambda:CreateFunction'], references: ['https://pathfinding.cloud/paths/lambda-001'] } : null,
});

const none = { proved: 0, possible: 0, open: false };

const departureOf = () => ({
  totalCount: 3,
  statement: 'Owns 1 identity, made 2 things and could know 1 secret that still lives.',
  items: [
    { entity: entityOf(nodes.find((one) => one.name === 'AKIAIOSFODNN7EXAMPLE')!), relations: ['CREATED', 'EXPOSED_TO'], proposal: 'ROTATE', why: 'A static key that they made and that was not rotated since.' },
    { entity: entityOf(nodes.find((one) => one.name === 'migration-script')!), relations: ['OWNS', 'CREATED'], proposal: 'TRANSFER', why: 'It is in use and has no other owner.' },
    { entity: entityOf(nodes.find((one) => one.name === 'vendor-monitoring')!), relations: ['OWNS'], proposal: 'KEEP', why: 'Maria Keller owns it too.' },
  ],
  exposure: { identities: { proved: 1, possible: 3, open: false }, credentials: { proved: 1, possible: 1, open: false }, consumers: none, groups: none, entitlements: { proved: 1, possible: 4, open: false }, humans: none, resources: { proved: 10, possible: 11, open: true }, sensitiveResources: { proved: 5, possible: 7, open: true }, administers: { proved: 1, possible: 1, open: false }, scopes: { proved: 1, possible: 1, open: false }, environments: ['production'], depth: 5 },
  completeness,
});

/** A node with every field that the schema could ask of it. */
export function entityOf(node: EstateNode): Record<string, unknown> {
  const { facts } = node;
  const kind = chiefKind(node.kinds);
  const identity = { type: facts['type'], nature: facts['nature'], enabled: true, createdAt: '2024-01-10T10:00:00Z', lastUsed: usage(null), purpose: facts['purpose'] ?? null, expiresAt: null };
  const consumer = { type: facts['consumerType'], purpose: null, lastRunAt: null, potential: facts['potential'] === true };
  const resource = { type: facts['type'], providerType: facts['providerType'], container: facts['container'] === true, sensitivity: facts['sensitivity'], criticality: null, known: true, path: [] };
  return {
    __typename: kindTexts[kind].one,
    id: node.id,
    key: node.id,
    name: node.name,
    kinds: node.kinds,
    environment: node.environment,
    firstSeen: '2026-11-01T08:00:00Z',
    lastSeen: '2026-11-23T16:00:00Z',
    properties: [{ name: 'owner', value: 'platform-team' }, { name: 'path', value: '/automation/' }],
    assertions: [{ source: 'aws-files', scope: 'aws:111122223333', dataset: 'authorization-details', run: '7' }],
    identity: node.kinds.includes('IDENTITY') ? identity : null,
    consumer: node.kinds.includes('CONSUMER') ? consumer : null,
    resource: node.kinds.includes('RESOURCE') ? resource : null,
    ...(kind === 'IDENTITY' ? identity : kind === 'CONSUMER' ? consumer : kind === 'RESOURCE' ? resource : facts),
    posture: facts['posture'],
    lastUsed: usage(facts['used']),
    enabled: facts['enabled'] ?? true,
    inactive: facts['enabled'] === false ? { reason: 'DISABLED', from: null, until: null } : null,
    identities: () => ends(node.id, 'AUTHENTICATES', 'to').map((one) => entityOf(one)),
    credentials: () => list([...ends(node.id, 'AUTHENTICATES', 'from'), ...ends(node.id, 'USES', 'to')]),
    consumers: () => list([...ends(node.id, 'USES', 'from'), ...ends(node.id, 'CAN_ASSUME', 'from')]),
    members: () => list(ends(node.id, 'MEMBER_OF', 'from')),
    holders: () => list(ends(node.id, 'HOLDS', 'from')),
    children: () => list([]),
    targets: () => ({ ...list([]), nodes: ends(node.id, 'ON', 'to').map((one) => ({ resource: entityOf(one), effect: 'ALLOW', covers: 'SUBTREE', parts: [], certainty: 'PROVED', conditions: [], evidence: evidence('policy Lake, statement 1') })), totalCount: ends(node.id, 'ON', 'to').length }),
    entitlements: () => ({
      ...list([]),
      totalCount: ends(node.id, 'HOLDS', 'to').length,
      nodes: edges.filter((edge) => edge.kind === 'HOLDS' && edge.from === node.id).map((edge) => ({ entitlement: entityOf(nodes.find((one) => one.id === edge.to)!), certainty: edge.certainty, conditions: conditions(edge), evidence: evidence('policy Lake, statement 1 (Sid Read)'), via: [] })),
    }),
    creator: { state: 'UNKNOWN', human: null, via: null, statement: 'Nobody is named.', evidence: [], completeness },
    owners: { state: 'UNKNOWN', nodes: [], completeness },
    exposedTo: kind === 'HUMAN' ? list(nodes.filter((one) => one.name === 'AKIAIOSFODNN7EXAMPLE')) : { state: 'UNKNOWN', nodes: [], completeness },
    storedIn: [],
    accounts: [],
    manager: () => (node.kinds.includes('HUMAN') && node.name !== 'Maria Keller' ? entityOf(nodes.find((one) => one.name === 'Maria Keller')!) : null),
    teams: () => (node.kinds.includes('HUMAN') ? [entityOf(nodes.find((one) => one.name === 'payments')!)] : []),
    owns: () => list(nodes.filter((one) => one.name === 'migration-script')),
    created: () => list(nodes.filter((one) => ['migration-script', 'AKIAIOSFODNN7EXAMPLE'].includes(one.name))),
    application: () => (kind === 'IDENTITY' ? entityOf(nodes.find((one) => one.name === 'Shop')!) : null),
    departure: () => departureOf(),
  };
}
