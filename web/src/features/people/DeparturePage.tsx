import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/useAnswer';
import { freshTable, hrefOf } from '../../app/route';
import { defaultOptions } from '../../app/walkOptions';
import { count, counted } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { sortRows } from '../../ui/columns';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { DataTable } from '../../ui/DataTable';
import { Problems } from '../../ui/Problems';
import { EntityHead } from '../entity/EntityHead';
import { blastRadiusMeasures } from '../reach/measures';
import { SummaryTable } from '../reach/SummaryTable';
import { departureColumns } from './departureColumns';
import { departureQuestion, type Departure } from './departureQuestion';
import { proposals } from './departureWords';

/** What is to do when a person leaves: everything they own, made, use or could know, each with a proposal and why. */
export function DeparturePage({ id }: { id: string }) {
  const { data, problems, loading } = useAnswer(departureQuestion, { id }, id);
  const departure = data?.node && 'departure' in data.node ? data.node.departure : null;
  return (
    <div class="stack">
      <EntityHead ids={[id]} view="departure" />
      <Problems problems={problems} />
      {loading && !departure && <p class="loading">Gathering what they touch …</p>}
      {!loading && !departure && problems.length === 0 && <p class="notice">Only a person can leave.</p>}
      {departure && <Plan id={id} departure={departure} />}
    </div>
  );
}

function Plan({ id, departure }: { id: string; departure: Departure }) {
  const [sort, setSort] = useState<string | null>('proposal');
  const exposed = hrefOf({ page: 'blast-radius', of: [id], options: { ...defaultOptions, includeExposedTo: true }, ...freshTable });
  return (
    <>
      <div class="reach-top">
        <Card title="If they leave">
          <p class="statement">{departure.statement}</p>
          <p class="muted">{proposalCounts(departure.items)}</p>
          <div class="reach-notes">
            <CompletenessNote completeness={departure.completeness} />
          </div>
        </Card>
        <Card title="What falls by what they could know" aside={<a href={exposed}>Blast radius</a>}>
          <SummaryTable summary={departure.exposure} measures={blastRadiusMeasures} onRows={null} />
        </Card>
      </div>
      <Card title="Plan" note={departure.items.length < departure.totalCount ? `the first ${count(departure.items.length)} of ${count(departure.totalCount)}` : count(departure.totalCount)} class="flush plan">
        {departure.items.length === 0 ? (
          <p class="muted inset">Nothing that is known.</p>
        ) : (
          <DataTable caption="What is to do" columns={departureColumns} rows={sortRows(departure.items, departureColumns, sort)} idOf={(item) => item.entity.id} sort={sort} onSort={setSort} />
        )}
      </Card>
    </>
  );
}

/** `2 to disable, 1 to rotate, 3 to keep`. */
export function proposalCounts(items: readonly { proposal: keyof typeof proposals }[]): string {
  const parts = (Object.keys(proposals) as (keyof typeof proposals)[])
    .map((proposal) => ({ proposal, many: items.filter((item) => item.proposal === proposal).length }))
    .filter(({ many }) => many > 0)
    .map(({ proposal, many }) => `${count(many)} to ${proposals[proposal].label}`);
  return parts.length === 0 ? 'Nothing to do that is known.' : `${counted(items.length, 'thing')}: ${parts.join(', ')}.`;
}
