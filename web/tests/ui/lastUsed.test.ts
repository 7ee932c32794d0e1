import { expect, it } from 'vitest';
import { completenessSentence } from '../../src/ui/CompletenessNote';
import { missingOf } from '../../src/ui/LastUsed';

const source = (dataset: string, state: 'COMPLETE' | 'SKIPPED') => ({ source: 'aws', scope: null, dataset, state, asOf: null, statement: null });

it('names the data that would tell, never "none"', () => {
  expect(missingOf({ complete: false, sources: [source('credential-report', 'SKIPPED'), source('access-keys', 'COMPLETE'), source('credential-report', 'SKIPPED')] })).toBe('would be told by credential report');
  expect(missingOf({ complete: true, sources: [source('access-keys', 'COMPLETE')] })).toBe('no source that was read can tell');
});

it('says in a sentence how complete an answer is', () => {
  expect(completenessSentence({ complete: false, sources: [source('a', 'SKIPPED'), source('b', 'COMPLETE')] })).toBe('1 dataset of 2 that could change this answer was not read whole.');
  expect(completenessSentence({ complete: true, sources: [source('b', 'COMPLETE')] })).toBe('1 dataset that could change this answer: all read whole.');
});
