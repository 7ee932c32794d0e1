import { expect, it } from 'vitest';
import { proposalCounts } from '../../../src/features/people/DeparturePage';

it('says how much is to do, the most pressing first', () => {
  expect(proposalCounts([{ proposal: 'KEEP' }, { proposal: 'DISABLE' }, { proposal: 'KEEP' }])).toBe('3 things: 1 to disable, 2 to keep.');
  expect(proposalCounts([])).toBe('Nothing to do that is known.');
});
