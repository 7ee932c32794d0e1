/** The next place in a list of `length`; -1 is the field itself, and both ends lead to it. */
export function moveChoice(place: number, length: number, by: 1 | -1): number {
  const places = length + 1;
  return ((place + 1 + by + places) % places) - 1;
}
