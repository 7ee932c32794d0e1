import { count } from './numbers';

/** What both counts of an answer are, as the API gives them. */
export interface BoundsValue {
  proved: number;
  possible: number;
  open: boolean;
}

/** `4`, `2–12`, `2–12+`: proved to possible, with a plus where data not read could raise it. */
export function boundsShort({ proved, possible, open }: BoundsValue): string {
  const range = proved === possible ? count(possible) : `${count(proved)}–${count(possible)}`;
  return open ? `${range}+` : range;
}

/** The same in words. */
export function boundsSentence({ proved, possible, open }: BoundsValue): string {
  const range = proved === possible ? `${count(proved)} proved` : `${count(proved)} proved, ${count(possible)} possible`;
  return open ? `${range}; data that was not read could raise it` : range;
}
