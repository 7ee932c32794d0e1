import { expect, it } from 'vitest';
import { allOrphans } from '../../../src/app/route';
import { orphanFilter } from '../../../src/features/orphans/orphanFilter';

it('asks for one state and, where nothing is chosen, for everything in it', () => {
  expect(orphanFilter(allOrphans, 'UNKNOWN')).toEqual({ states: ['UNKNOWN'], reasons: null, severities: null, environments: null });
});

it('asks for a severity and all that are worse', () => {
  expect(orphanFilter({ ...allOrphans, reason: 'NO_OWNER', severity: 'HIGH', environment: 'production' }, 'KNOWN')).toEqual({ states: ['KNOWN'], reasons: ['NO_OWNER'], severities: ['CRITICAL', 'HIGH'], environments: ['production'] });
  expect(orphanFilter({ ...allOrphans, severity: 'LOW' }, 'KNOWN').severities).toHaveLength(4);
});
