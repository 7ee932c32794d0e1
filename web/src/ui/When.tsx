import { dayOf, minuteOf, relative } from '../format/dates';

/** An instant: how long ago, and the day; the minute on hovering. */
export function When({ at, day = true }: { at: string; day?: boolean }) {
  return (
    <time dateTime={at} title={minuteOf(at)} class="when">
      <span>{relative(at, new Date())}</span>
      {day && ' '}
      {day && <span class="muted small">{dayOf(at)}</span>}
    </time>
  );
}
