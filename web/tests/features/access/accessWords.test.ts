import { describe, expect, it } from 'vitest';
import { contextOf, placeOf } from '../../../src/features/access/accessWords';

describe('contextOf', () => {
  it('reads a key and its values a line', () => {
    expect(contextOf('aws:SourceIp = 192.0.2.1\n\n aws:TagKeys=a, b ')).toEqual([
      { key: 'aws:SourceIp', values: ['192.0.2.1'] },
      { key: 'aws:TagKeys', values: ['a', 'b'] },
    ]);
  });

  it('takes a key without value as absent', () => {
    expect(contextOf('aws:MultiFactorAuthPresent\naws:SourceVpc=')).toEqual([
      { key: 'aws:MultiFactorAuthPresent', values: [] },
      { key: 'aws:SourceVpc', values: [] },
    ]);
  });
});

describe('placeOf', () => {
  it('counts statements from one', () => {
    expect(placeOf({ statement: 1, sid: 'Office' })).toBe('statement 2 (Sid Office)');
    expect(placeOf({ statement: null, sid: null })).toBe('');
  });
});
