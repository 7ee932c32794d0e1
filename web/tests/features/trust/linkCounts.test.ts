import { expect, it } from 'vitest';
import { linkCounts } from '../../../src/features/trust/TrustPage';

it('counts the links by state and leaves out what is nowhere', () => {
  expect(linkCounts({ links: [{ state: 'PRESENT' }, { state: 'UNKNOWN' }, { state: 'PRESENT' }, { state: 'CONTRADICTED' }] })).toBe('2 present, 1 contradicted, 1 unknown of 4 links');
});
