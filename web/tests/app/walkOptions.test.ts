import { expect, it } from 'vitest';
import { defaultOptions, traversalOptions } from '../../src/app/walkOptions';

it('asks for every capability by naming none', () => {
  expect(traversalOptions(defaultOptions)).toEqual({ certainty: 'INFERRED', capabilities: null, maxDepth: null, includeInactive: false, includeExposedTo: false, strict: false });
});

it('asks for what was chosen', () => {
  expect(traversalOptions({ ...defaultOptions, capabilities: ['ADMINISTER'], maxDepth: 2, strict: true })).toMatchObject({ capabilities: ['ADMINISTER'], maxDepth: 2, strict: true });
});
