import { dayOf } from '../../format/dates';
import type { ToxicRow } from './toxicQuestion';

/** A dated exception; one that has ended counts for nothing, and says so. */
export function ExceptionTag({ exception }: { exception: NonNullable<ToxicRow['exception']> }) {
  return (
    <span class={exception.holds ? 'tag good' : 'tag bad'} title={`${exception.why} (${exception.by})`}>
      {exception.holds ? 'until' : 'ended'} {dayOf(exception.until)}
    </span>
  );
}
