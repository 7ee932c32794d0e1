import type { Bounds, Summary } from '../../api/fragments';
import { boundsSentence } from '../../format/bounds';
import { count, counted } from '../../format/numbers';
import { KindIcon } from '../../ui/KindIcon';
import { shownMeasures, type Measure } from './measures';
import './summary.css';

export interface SummaryTableProps {
  summary: Summary;
  measures: readonly Measure[];
  /** Leads to the rows that a line counts; null where there are none on the page. */
  onRows: ((rows: string) => void) | null;
}

/** Proved and possible side by side, line by line; a line leads to the rows it counts. */
export function SummaryTable({ summary, measures, onRows }: SummaryTableProps) {
  const shown = shownMeasures(measures, summary);
  const widest = Math.max(1, ...shown.map((measure) => summary[measure.name].possible));
  return (
    <>
      <table class="summary">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr-only">What</span>
            </th>
            <th scope="col" title="By proved edges alone">
              Proved
            </th>
            <th scope="col" title="By all that the options allow">
              Possible
            </th>
            <td class="bar-cell" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {shown.map((measure) => (
            <Line key={measure.name} measure={measure} bounds={summary[measure.name]} widest={widest} onRows={onRows} />
          ))}
        </tbody>
      </table>
      <p class="muted small summary-note">
        Up to {counted(summary.depth, 'step')} away
        {summary.environments.length > 0 && <> · environments {summary.environments.join(', ')}</>}
        {shown.some((measure) => summary[measure.name].open) && <> · + data that was not read could raise it</>}
      </p>
    </>
  );
}

function Line({ measure, bounds, widest, onRows }: { measure: Measure; bounds: Bounds; widest: number; onRows: SummaryTableProps['onRows'] }) {
  const { rows } = measure;
  return (
    <tr class={bounds.possible === 0 ? 'none' : ''} title={`${measure.meaning} ${boundsSentence(bounds)}.`} data-measure={measure.name}>
      <th scope="row" class={measure.name === 'sensitiveResources' ? 'inner' : ''}>
        <span class="measure">
          {measure.name !== 'sensitiveResources' && <KindIcon kind={measure.kind} named={false} />}
          {rows === null || onRows === null || bounds.possible === 0 ? (
            measure.label
          ) : (
            <button type="button" class="link" onClick={() => onRows(rows)}>
              {measure.label}
            </button>
          )}
        </span>
      </th>
      <td class="proved" data-proved={bounds.proved}>
        {count(bounds.proved)}
      </td>
      <td class="possible" data-possible={bounds.possible} data-open={bounds.open}>
        {count(bounds.possible)}
        <span class="open" aria-hidden="true">
          {bounds.open ? '+' : ''}
        </span>
        {bounds.open && <span class="sr-only"> or more</span>}
      </td>
      <td class="bar-cell" aria-hidden="true">
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" width="100%" height="8">
          <rect class="bar-possible" width={(bounds.possible / widest) * 100} height="8" rx="1" />
          <rect class="bar-proved" width={(bounds.proved / widest) * 100} height="8" rx="1" />
        </svg>
      </td>
    </tr>
  );
}
