import type { Capability, Certainty, EdgeKind, NodeKind } from '../src/api/enums';

/** A node of the made-up estate. */
export interface EstateNode {
  id: string;
  name: string;
  kinds: NodeKind[];
  environment: string | null;
  facts: Record<string, unknown>;
}

export interface EstateEdge {
  from: string;
  kind: EdgeKind;
  to: string;
  certainty: Certainty;
  condition?: string;
  technique?: string;
}

const account = '111122223333';
const arn = (service: string, rest: string): string => `aws:arn:aws:${service}::${account}:${rest}`;

export const nodes: EstateNode[] = [];
export const edges: EstateEdge[] = [];

function node(id: string, name: string, kinds: NodeKind[], facts: Record<string, unknown> = {}, environment: string | null = 'production'): string {
  nodes.push({ id, name, kinds, environment, facts });
  return id;
}

function edge(from: string, kind: EdgeKind, to: string, certainty: Certainty = 'PROVED', more: Partial<EstateEdge> = {}): void {
  edges.push({ from, kind, to, certainty, ...more });
}

node('human:4711', 'Dana Whitfield', ['HUMAN'], { status: 'DEPARTED', departedAt: '2025-03-01T00:00:00Z', email: 'dana.whitfield@acme.example', department: 'Platform' }, null);
node('human:4712', 'Maria Keller', ['HUMAN'], { status: 'ACTIVE', email: 'maria.keller@acme.example', department: 'Payments' }, null);
node('team:payments', 'payments', ['TEAM'], { email: 'payments@acme.example' }, null);
node('app:shop', 'Shop', ['APPLICATION'], { status: 'ACTIVE' }, null);

const lake = ['raw-events', 'customer-profiles', 'payments-ledger', 'model-features', 'exports', 'audit-archive', 'clickstream-2024', 'clickstream-2025'].map((name, index) =>
  node(`aws:arn:aws:s3:::acme-${name}`, `acme-${name}`, ['RESOURCE'], { type: 'BUCKET', providerType: 's3:bucket', sensitivity: (['INTERNAL', 'RESTRICTED', 'RESTRICTED', 'CONFIDENTIAL', 'UNKNOWN', 'CONFIDENTIAL', 'INTERNAL', 'INTERNAL'] as const)[index] }),
);
const secrets = ['prod/db/password', 'prod/stripe/api-key'].map((name) => node(`aws:arn:aws:secretsmanager:eu-west-1:${account}:secret:${name}`, name, ['RESOURCE'], { type: 'SECRET', providerType: 'secretsmanager:secret', sensitivity: 'RESTRICTED' }));
const site = node(`aws:${account}`, 'acme-production', ['RESOURCE'], { type: 'ACCOUNT', providerType: 'account', sensitivity: 'UNKNOWN', container: true });
const lambda = node(arn('lambda', 'function:invoice-export'), 'invoice-export', ['CONSUMER', 'RESOURCE'], { type: 'FUNCTION', consumerType: 'FUNCTION', providerType: 'lambda:function', sensitivity: 'INTERNAL' });

const deploy = node(arn('iam', 'role/ci-deploy'), 'ci-deploy', ['IDENTITY'], { type: 'CLOUD_ROLE', nature: 'NON_HUMAN', purpose: 'Deploys the shop from its repository' });
const admin = node(arn('iam', 'user/migration-script'), 'migration-script', ['IDENTITY'], { type: 'CLOUD_USER', nature: 'UNKNOWN' });
const backup = node(arn('iam', 'role/nightly-backup'), 'nightly-backup', ['IDENTITY'], { type: 'CLOUD_ROLE', nature: 'NON_HUMAN' });
const vendorRole = node(arn('iam', 'role/vendor-monitoring'), 'vendor-monitoring', ['IDENTITY'], { type: 'CLOUD_ROLE', nature: 'NON_HUMAN' }, null);
const exportRole = node(arn('iam', 'role/invoice-export-execution'), 'invoice-export-execution', ['IDENTITY'], { type: 'CLOUD_ROLE', nature: 'NON_HUMAN' });
const group = node(arn('iam', 'group/operators'), 'operators', ['GROUP']);

const repo = node('oidc:token.actions.githubusercontent.com|repo:acme/shop:ref:refs/heads/main', 'repo:acme/shop:ref:refs/heads/main', ['CONSUMER'], { consumerType: 'FEDERATED_SUBJECT', potential: true }, null);
const vendor = node('aws:444455556666', 'Watchtower Monitoring', ['CONSUMER'], { consumerType: 'THIRD_PARTY', potential: true }, null);
const trust = node(`${deploy}#trust`, 'trust of repo:acme/shop', ['CREDENTIAL'], { type: 'FEDERATED_TRUST', posture: 'FEDERATED' });
const key = node(`${admin}#AKIAIOSFODNN7EXAMPLE`, 'AKIAIOSFODNN7EXAMPLE', ['CREDENTIAL'], { type: 'ACCESS_KEY', posture: 'STATIC', createdAt: '2023-02-11T09:30:00Z', lastRotatedAt: '2023-02-11T09:30:00Z', used: '2026-11-20T02:00:00Z' });
const second = node(`${admin}#AKIAI44QH8DHBEXAMPLE`, 'AKIAI44QH8DHBEXAMPLE', ['CREDENTIAL'], { type: 'ACCESS_KEY', posture: 'STATIC', createdAt: '2025-06-01T12:00:00Z', enabled: false });
const ambient = node(`${exportRole}#ambient`, 'ambient of invoice-export', ['CREDENTIAL'], { type: 'AMBIENT', posture: 'SHORT_LIVED' });

function entitlement(capability: Capability, target: string, on: string[]): string {
  const id = node(`ent:${capability.toLowerCase()}|${target}`, `${capability.toLowerCase().replaceAll('_', '-')} on ${target}`, ['ENTITLEMENT'], { capability, target }, null);
  for (const resource of on) {
    edge(id, 'ON', resource);
  }
  return id;
}

const readLake = entitlement('READ_DATA', 's3:acme-*', lake);
const writeLake = entitlement('WRITE_DATA', 's3:acme-*', lake);
const readSecrets = entitlement('READ_SECRET', 'secretsmanager:prod/*', secrets);
const deployCode = entitlement('DEPLOY_CODE', 'lambda:*', [lambda]);
const administer = entitlement('ADMINISTER', account, [site, ...lake, ...secrets]);
const passRole = entitlement('IMPERSONATE', 'iam:role/*-execution', []);

edge(repo, 'USES', trust, 'CONDITIONAL', { condition: 'the token is for the branch main of acme/shop' });
edge(trust, 'AUTHENTICATES', deploy);
edge(key, 'AUTHENTICATES', admin);
edge(second, 'AUTHENTICATES', admin);
edge(lambda, 'USES', ambient);
edge(ambient, 'AUTHENTICATES', exportRole);
edge(vendor, 'CAN_ASSUME', vendorRole, 'DECLARED');
edge(admin, 'MEMBER_OF', group);
edge(group, 'HOLDS', administer);
edge(administer, 'YIELDS', deploy, 'DECLARED');
edge(administer, 'YIELDS', backup, 'DECLARED');
edge(deploy, 'HOLDS', deployCode);
edge(deploy, 'HOLDS', passRole);
edge(deployCode, 'YIELDS', lambda, 'PROVED');
edge(passRole, 'YIELDS', exportRole, 'CONDITIONAL', { technique: 'lambda-001', condition: 'iam:PassedToService is lambda.amazonaws.com' });
edge(exportRole, 'HOLDS', readLake);
edge(exportRole, 'HOLDS', readSecrets, 'CONDITIONAL', { condition: 'the request comes from 10.0.0.0/8' });
edge(backup, 'HOLDS', readLake);
edge(backup, 'HOLDS', writeLake);
edge(vendorRole, 'HOLDS', readLake);
