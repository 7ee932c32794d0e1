import { expect, it } from 'vitest';
import { matching } from '../../../src/features/map/MapList';
import { nodeName, nodeWhat } from '../../../src/features/map/mapPicture';
import { moveOption } from '../../../src/features/map/moveOption';
import type { PictureNode } from '../../../src/features/reach/RingsPicture';

const node = (more: Partial<PictureNode>): PictureNode => ({ id: '1', kind: 'IDENTITY', label: 'deploy', count: 1, distance: 2, certainty: 'CONDITIONAL', entityId: 'aws:role/deploy', ...more });

it('says what a node is, and how many it stands for', () => {
  expect(nodeWhat(node({}))).toBe('Identity · 2 steps · Conditional');
  expect(nodeWhat(node({ distance: 0 }))).toBe('Identity · start · Conditional');
  expect(nodeName(node({ count: 1200, kind: 'RESOURCE', label: '1200 × resource' }))).toBe('1,200 resources');
});

it('filters by every word, in name, key, kind and certainty', () => {
  const nodes = [node({}), node({ id: '2', label: 'ledger', kind: 'RESOURCE', entityId: 'aws:s3:ledger', certainty: 'PROVED' })];
  expect(matching(nodes, '').length).toBe(2);
  expect(matching(nodes, 'RESOURCE proved').map(({ id }) => id)).toEqual(['2']);
  expect(matching(nodes, 'role').map(({ id }) => id)).toEqual(['1']);
  expect(matching(nodes, 'role proved')).toEqual([]);
});

it('moves with the keys and stays in the list', () => {
  expect(moveOption('ArrowDown', -1, 3)).toBe(0);
  expect(moveOption('ArrowDown', 2, 3)).toBe(2);
  expect(moveOption('ArrowUp', 0, 3)).toBe(0);
  expect(moveOption('PageDown', 1, 30)).toBe(11);
  expect(moveOption('End', 0, 30)).toBe(29);
  expect(moveOption('Home', 12, 30)).toBe(0);
  expect(moveOption('Tab', 1, 3)).toBeNull();
  expect(moveOption('ArrowDown', -1, 0)).toBeNull();
});
