import { expect, it } from 'vitest';
import { allToxic } from '../../../src/app/route';
import { toxicFilter } from '../../../src/features/toxic/toxicFilter';

const rules = [{ id: 'deploy' }, { id: 'administrators' }];

it('asks every rule but that of administrators, who satisfy all', () => {
  expect(toxicFilter(allToxic, rules)).toEqual({ rules: ['deploy'], certainty: 'INFERRED', includeExcepted: false });
});

it('asks the rule that is chosen, administrators too', () => {
  expect(toxicFilter({ ...allToxic, rule: 'administrators', certainty: 'PROVED', excepted: true }, rules)).toEqual({ rules: ['administrators'], certainty: 'PROVED', includeExcepted: true });
});
