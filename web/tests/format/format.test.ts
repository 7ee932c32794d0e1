import { describe, expect, it } from 'vitest';
import { boundsSentence, boundsShort } from '../../src/format/bounds';
import { dayOf, minuteOf, relative, span } from '../../src/format/dates';
import { count, counted } from '../../src/format/numbers';

const now = new Date('2026-11-23T12:00:00Z');

describe('dates', () => {
  it.each([
    ['2026-11-23T11:00:00Z', 'today'],
    ['2026-11-22T23:00:00Z', '1 day ago'],
    ['2026-10-01T12:00:00Z', '53 days ago'],
    ['2026-08-01T12:00:00Z', '3 months ago'],
    ['2023-02-11T09:30:00Z', '3 years ago'],
    ['2026-12-05T12:00:00Z', 'in 12 days'],
  ])('%s is %s', (instant, text) => {
    expect(relative(instant, now)).toBe(text);
  });

  it('shows days and minutes in UTC whatever the machine', () => {
    expect(dayOf('2026-03-09T23:59:59-02:00')).toBe('2026-03-10');
    expect(minuteOf('2026-03-09T14:05:59Z')).toBe('2026-03-09 14:05 UTC');
    expect(span('2024-11-23T12:00:00Z', now)).toBe('1 year');
  });
});

describe('counts', () => {
  it('groups thousands and takes the singular for one', () => {
    expect(count(1234567)).toBe('1,234,567');
    expect(counted(1, 'step')).toBe('1 step');
    expect(counted(0, 'identity', 'identities')).toBe('0 identities');
  });

  it.each([
    [{ proved: 4, possible: 4, open: false }, '4', '4 proved'],
    [{ proved: 2, possible: 12, open: false }, '2–12', '2 proved, 12 possible'],
    [{ proved: 0, possible: 0, open: true }, '0+', '0 proved; data that was not read could raise it'],
    [{ proved: 1, possible: 1200, open: true }, '1–1,200+', '1 proved, 1,200 possible; data that was not read could raise it'],
  ])('never hides what is only possible or open: %j', (bounds, short, sentence) => {
    expect(boundsShort(bounds)).toBe(short);
    expect(boundsSentence(bounds)).toBe(sentence);
  });
});
