import type { Capability } from '../api/enums';

/** Every capability, with what it lets somebody do. */
export const capabilities: Record<Capability, string> = {
  LIST: 'See that things exist and how they are named.',
  READ_DATA: 'Read the data in it.',
  WRITE_DATA: 'Change or add data.',
  DELETE_DATA: 'Remove data.',
  READ_SECRET: 'Read a secret value.',
  READ_CONFIG: 'Read its settings.',
  MODIFY_CONFIG: 'Change its settings.',
  EXECUTE_CODE: 'Run code that is already there.',
  DEPLOY_CODE: 'Put new code there.',
  CREATE_CREDENTIAL: 'Mint a credential for an identity.',
  IMPERSONATE: 'Act as another identity.',
  GRANT_ACCESS: 'Give access to somebody.',
  APPROVE_ACCESS: 'Approve a request for access.',
  MANAGE_IDENTITIES: 'Create, change or remove identities.',
  DELETE_ACCESS: 'Take access away.',
  MODIFY_LOGGING: 'Change what is logged or where it goes.',
  DISABLE_SECURITY: 'Switch off a protection or an alarm.',
  MANAGE_KEYS: 'Manage encryption keys and what they may do.',
  MANAGE_NETWORK: 'Change what can reach what over the network.',
  DELETE_BACKUP: 'Remove backups or snapshots.',
  CREATE_TRANSACTION: 'Enter a business transaction.',
  APPROVE_TRANSACTION: 'Approve a business transaction.',
  EXECUTE_TRANSACTION: 'Carry out a business transaction.',
  ADMINISTER: 'Everything of the scope, or of one service of it.',
};

export const capabilityOrder = Object.keys(capabilities) as Capability[];

/** What an analyst looks for first; what is not here comes after, in the order of the list. */
const heavy: readonly Capability[] = ['ADMINISTER', 'READ_SECRET', 'READ_DATA', 'WRITE_DATA', 'DELETE_DATA', 'DEPLOY_CODE', 'EXECUTE_CODE', 'IMPERSONATE', 'CREATE_CREDENTIAL', 'GRANT_ACCESS', 'MANAGE_IDENTITIES'];

const weight = (name: Capability): number => (heavy.includes(name) ? heavy.indexOf(name) : heavy.length + capabilityOrder.indexOf(name));

export const heaviestFirst = (names: readonly Capability[]): Capability[] => names.toSorted((a, b) => weight(a) - weight(b));
