import { expect, it } from 'vitest';
import { labelPlaces, type LabelWish } from '../../../src/features/map/drawing/labelPlaces';

const room = { width: 400, height: 200 };
const widthOf = (text: string): number => text.length * 7;
const wish = (text: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({ text, x, y, radius: 6, left: false, always: false, quiet: false, ...more });
const shown = (...wishes: LabelWish[]): string[] => labelPlaces(wishes, room, widthOf).map(({ text }) => text);

it('shows a name where there is room, and none over another name, over a node or beyond the window', () => {
  expect(shown(wish('first', 100, 100), wish('second', 100, 104))).toEqual(['first']);
  expect(shown(wish('first', 100, 100), wish('x', 125, 100))).toEqual(['x']);
  expect(shown(wish('a long name', 380, 100))).toEqual([]);
  expect(shown(wish('a long name', 380, 100, { left: true }))).toEqual(['a long name']);
});

it('shows what must be shown first, whatever it covers', () => {
  expect(shown(wish('first', 100, 100), wish('chosen', 100, 104, { always: true }))).toEqual(['chosen']);
  expect(labelPlaces([wish('chosen thing', 380, 100, { always: true })], room, widthOf)[0]).toMatchObject({ left: true });
  expect(labelPlaces([wish('chosen thing', 20, 100, { always: true, left: true })], room, widthOf)[0]).toMatchObject({ left: false });
  expect(shown(wish('one', 100, 100, { always: true }), wish('two', 100, 100, { always: true }))).toEqual(['one', 'two']);
});
