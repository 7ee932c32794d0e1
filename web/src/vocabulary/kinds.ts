import type { NodeKind } from '../api/enums';

export interface KindText {
  one: string;
  many: string;
  meaning: string;
}

/** Every node kind, in the order in which access runs. */
export const kinds: Record<NodeKind, KindText> = {
  HUMAN: { one: 'Human', many: 'Humans', meaning: 'A person.' },
  CONSUMER: { one: 'Consumer', many: 'Consumers', meaning: 'What uses a credential: workload, pipeline, agent, script, bot, device, third party.' },
  CREDENTIAL: { one: 'Credential', many: 'Credentials', meaning: 'What authenticates: key, secret, certificate, token, password, trust.' },
  IDENTITY: { one: 'Identity', many: 'Identities', meaning: 'The account that acts.' },
  GROUP: { one: 'Group', many: 'Groups', meaning: 'Principals that share access.' },
  ENTITLEMENT: { one: 'Entitlement', many: 'Entitlements', meaning: 'A capability over a target, shared by all who hold it.' },
  RESOURCE: { one: 'Resource', many: 'Resources', meaning: 'What access is for, in a tree of containers.' },
  TEAM: { one: 'Team', many: 'Teams', meaning: 'A group of people who can own things.' },
  APPLICATION: { one: 'Application', many: 'Applications', meaning: 'The business application, project or vendor product a thing belongs to.' },
};

export const kindOrder = Object.keys(kinds) as NodeKind[];

/** The kind that an entity of several kinds is drawn as: the first of identity, consumer, resource, as its type in the API. */
export function chiefKind(of: readonly NodeKind[]): NodeKind {
  return (['IDENTITY', 'CONSUMER', 'RESOURCE'] as const).find((kind) => of.includes(kind)) ?? of[0] ?? 'RESOURCE';
}
