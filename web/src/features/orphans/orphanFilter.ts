import type { VariablesOf } from '../../api/graphql';
import type { OrphanState } from '../../app/route';
import { severityOrder, severityRank } from '../../vocabulary/severities';
import type { orphansQuestion } from './orphanQuestion';

export type OrphanFilter = NonNullable<VariablesOf<typeof orphansQuestion>['filter']>;

/** The filter that the API takes for what the page shows. */
export function orphanFilter({ reason, severity, environment }: OrphanState, state: 'KNOWN' | 'UNKNOWN'): OrphanFilter {
  return {
    states: [state],
    reasons: reason ? [reason] : null,
    severities: severity ? severityOrder.filter((name) => severityRank(name) <= severityRank(severity)) : null,
    environments: environment ? [environment] : null,
  };
}
