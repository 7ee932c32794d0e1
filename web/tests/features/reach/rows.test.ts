import { expect, it } from 'vitest';
import type { Summary } from '../../../src/api/fragments';
import { blastRadiusMeasures, exposureMeasures, shownMeasures } from '../../../src/features/reach/measures';
import { placed } from '../../../src/features/reach/placed';
import { footText } from '../../../src/ui/PagesFoot';
import { blastRadiusRows, exposureRows, offeredSets, rowSetOf } from '../../../src/features/reach/rowSets';

const none = { proved: 0, possible: 0, open: false };
const some = { proved: 1, possible: 3, open: true };
const summary: Summary = {
  identities: some, credentials: none, consumers: none, groups: none, entitlements: some, humans: none,
  resources: none, sensitiveResources: none, administers: none, scopes: some, environments: [], depth: 2,
};

it('gives every row the cursor of the row before it, over pages too', () => {
  const connection = { totalCount: 3, pageInfo: { hasNextPage: false, endCursor: 'c' }, edges: [{ cursor: 'b', node: 'second' }, { cursor: 'c', node: 'third' }] };
  expect(placed(connection, 'a').items).toEqual([{ row: 'second', after: 'a' }, { row: 'third', after: 'b' }]);
  expect(placed(connection).items[0]).toEqual({ row: 'second', after: null });
});

it('shows the first measure even at nothing, and leaves out what is plainly nothing', () => {
  expect(shownMeasures(blastRadiusMeasures, summary).map((measure) => measure.name)).toEqual(['resources', 'sensitiveResources', 'identities', 'entitlements', 'scopes']);
  expect(shownMeasures(exposureMeasures, summary).map((measure) => measure.name)).toEqual(['identities', 'entitlements', 'scopes']);
});

it('offers the rows that list something, and the chosen ones', () => {
  const resources = rowSetOf(blastRadiusRows, null);
  expect(resources.name).toBe('resources');
  expect(rowSetOf(blastRadiusRows, 'no such rows')).toBe(resources);
  expect(offeredSets(blastRadiusRows, summary, resources).map((set) => set.name)).toEqual(['resources', 'identities', 'entitlements', 'everything']);
  expect(rowSetOf(exposureRows, null).kinds).not.toContain('ENTITLEMENT');
});

it('never passes a part of the rows off as all of them', () => {
  expect(footText(5, 5, 5, false)).toBe('All 5.');
  expect(footText(200, 200, 1200, false)).toBe('The first 200 of 1,200 are here; filter and sort look at those.');
  expect(footText(3, 200, 1200, true)).toBe('3 of 200 match the filter. The first 200 of 1,200 are here; filter and sort look at those.');
});
