import type { NodeKind, Sensitivity } from '../../api/enums';
import type { Summary } from '../../api/fragments';
import type { MeasureName } from './measures';

/** One choice of rows for the table of an answer. */
export interface RowSet {
  name: string;
  label: string;
  /** Kinds of entities to list, or null for all; undefined where the rows are resources. */
  kinds?: readonly NodeKind[] | null;
  minSensitivity?: Sensitivity;
  measure: MeasureName | null;
}

const resources: RowSet[] = [
  { name: 'resources', label: 'Resources', measure: 'resources' },
  { name: 'sensitive', label: 'Sensitive', minSensitivity: 'CONFIDENTIAL', measure: 'sensitiveResources' },
];

const entities: RowSet[] = [
  { name: 'identities', label: 'Identities', kinds: ['IDENTITY'], measure: 'identities' },
  { name: 'credentials', label: 'Credentials', kinds: ['CREDENTIAL'], measure: 'credentials' },
  { name: 'consumers', label: 'Consumers', kinds: ['CONSUMER'], measure: 'consumers' },
  { name: 'groups', label: 'Groups', kinds: ['GROUP'], measure: 'groups' },
  { name: 'entitlements', label: 'Entitlements', kinds: ['ENTITLEMENT'], measure: 'entitlements' },
  { name: 'humans', label: 'Humans', kinds: ['HUMAN'], measure: 'humans' },
];

const everything: RowSet = { name: 'everything', label: 'Everything walked', kinds: null, measure: null };

/** The choices of a blast radius; resources first. */
export const blastRadiusRows: readonly RowSet[] = [...resources, ...entities, everything];

/** The choices of an exposure; whoever can reach, nearest first. */
export const exposureRows: readonly RowSet[] = [
  { name: 'who', label: 'Who', kinds: ['HUMAN', 'CONSUMER', 'CREDENTIAL', 'IDENTITY', 'GROUP'], measure: null },
  ...entities,
  { ...everything, label: 'Everything' },
];

/** The choice that a link names, else the first. */
export function rowSetOf(sets: readonly RowSet[], name: string | null): RowSet {
  const [first] = sets;
  const found = sets.find((set) => set.name === name) ?? first;
  if (!found) {
    throw new Error('An answer without rows.');
  }
  return found;
}

/** The choices worth offering: those that list something, the chosen one, and those that count nothing themselves. */
export function offeredSets(sets: readonly RowSet[], summary: Summary, chosen: RowSet): RowSet[] {
  return sets.filter((set) => set === chosen || set.measure === null || summary[set.measure].possible > 0);
}
