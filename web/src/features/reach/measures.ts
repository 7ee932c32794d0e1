import type { NodeKind } from '../../api/enums';
import type { Summary } from '../../api/fragments';

export type MeasureName = Exclude<keyof Summary, 'environments' | 'depth'>;

/** One line of a summary. */
export interface Measure {
  name: MeasureName;
  label: string;
  meaning: string;
  kind: NodeKind;
  /** The rows of the table that list what is counted, where one does. */
  rows: string | null;
}

const resources: Measure[] = [
  { name: 'resources', label: 'Resources', meaning: 'Resources that hold data or run code; containers are not counted.', kind: 'RESOURCE', rows: 'resources' },
  { name: 'sensitiveResources', label: 'of them sensitive', meaning: 'Resources that are confidential or restricted.', kind: 'RESOURCE', rows: 'sensitive' },
  { name: 'administers', label: 'Administers', meaning: 'Containers (accounts, services) over which everything is allowed.', kind: 'RESOURCE', rows: null },
];

const walked: Measure[] = [
  { name: 'identities', label: 'Identities', meaning: 'Accounts that act.', kind: 'IDENTITY', rows: 'identities' },
  { name: 'credentials', label: 'Credentials', meaning: 'Keys, secrets, trusts that authenticate.', kind: 'CREDENTIAL', rows: 'credentials' },
  { name: 'consumers', label: 'Consumers', meaning: 'Workloads, pipelines and others that use a credential.', kind: 'CONSUMER', rows: 'consumers' },
  { name: 'groups', label: 'Groups', meaning: 'Groups whose access is shared.', kind: 'GROUP', rows: 'groups' },
  { name: 'entitlements', label: 'Entitlements', meaning: 'Capabilities over targets that are held.', kind: 'ENTITLEMENT', rows: 'entitlements' },
  { name: 'humans', label: 'Humans', meaning: 'People.', kind: 'HUMAN', rows: 'humans' },
];

const scopes: Measure = { name: 'scopes', label: 'Scopes', meaning: 'Accounts, tenants, clusters and organisations touched.', kind: 'APPLICATION', rows: null };

export const blastRadiusMeasures: readonly Measure[] = [...resources, ...walked, scopes];
export const exposureMeasures: readonly Measure[] = [...walked, scopes];

/** The measures to show: those that are not plainly nothing, and always the first. */
export function shownMeasures(measures: readonly Measure[], summary: Summary): Measure[] {
  return measures.filter((measure, index) => index === 0 || summary[measure.name].possible > 0 || measure.name === 'sensitiveResources');
}
