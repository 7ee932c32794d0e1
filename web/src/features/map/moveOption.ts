const page = 10;

/** Where a key leads in a list of `length` from `place` (-1 is nowhere yet); null for keys that do not move. */
export function moveOption(key: string, place: number, length: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key];
  if (length === 0) {
    return null;
  }
  if (key === 'Home' || key === 'End') {
    return key === 'Home' ? 0 : length - 1;
  }
  return step === undefined ? null : place < 0 ? 0 : Math.min(length - 1, Math.max(0, place + step));
}
