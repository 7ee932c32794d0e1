const day = 86_400_000;

/** `2026-03-09`: the UTC day of an instant. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

/** `2026-03-09 14:05 UTC`. */
export function minuteOf(instant: string): string {
  const text = new Date(instant).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}

/** How long between the UTC days of two instants, in the largest unit that tells: `today`, `12 days`, `5 months`, `3 years`. */
export function span(from: string, to: Date): string {
  const days = Math.floor(to.getTime() / day) - Math.floor(Date.parse(from) / day);
  const amount = Math.abs(days);
  if (amount < 1) {
    return 'today';
  }
  if (amount < 60) {
    return plural(amount, 'day');
  }
  if (amount < 730) {
    return plural(Math.floor(amount / 30.44), 'month');
  }
  return plural(Math.floor(amount / 365.25), 'year');
}

/** `3 years ago`, `in 12 days`, `today`. */
export function relative(instant: string, now: Date): string {
  const text = span(instant, now);
  if (text === 'today') {
    return text;
  }
  return Date.parse(instant) > now.getTime() ? `in ${text}` : `${text} ago`;
}

const plural = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
