import type { VariablesOf } from '../../api/graphql';
import type { ToxicState } from '../../app/route';
import type { toxicQuestion } from './toxicQuestion';

export type ToxicFilter = NonNullable<VariablesOf<typeof toxicQuestion>['filter']>;

/** The rule by which those are found who administer a whole account. */
export const administrators = 'administrators';

/** The filter that the API takes for what the page shows: one rule, or all but that of administrators. */
export function toxicFilter({ rule, certainty, excepted }: ToxicState, rules: readonly { id: string }[]): ToxicFilter {
  return { rules: rule === null ? rules.map(({ id }) => id).filter((id) => id !== administrators) : [rule], certainty, includeExcepted: excepted };
}
