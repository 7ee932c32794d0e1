import { useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../../api/useAnswer';
import { traversalOptions } from '../../app/walkOptions';
import { count } from '../../format/numbers';
import { AssumptionsNote } from '../../ui/AssumptionsNote';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { Problems } from '../../ui/Problems';
import { EntityHead } from '../entity/EntityHead';
import { exposureMeasures } from '../reach/measures';
import { OptionsBar } from '../reach/OptionsBar';
import { MapLink } from '../reach/MapLink';
import { reachNavigation, type ReachRoute } from '../reach/reachNavigation';
import { RingsPicture, type PictureNode } from '../reach/RingsPicture';
import { exposureRows, rowSetOf } from '../reach/rowSets';
import { SummaryTable } from '../reach/SummaryTable';
import { exposurePicture } from './exposurePicture';
import { exposureQuestion, type Exposure } from './exposureQuestion';
import { ExposureRows } from './ExposureRows';

/** Who can reach these. */
export function ExposurePage({ at }: { at: ReachRoute }) {
  const { onOptions, onTable } = reachNavigation(at);
  const { data, problems, loading } = useAnswer(exposureQuestion, { of: at.of, options: traversalOptions(at.options) }, at.of.join(' '));
  const answer = data?.exposure;
  const set = rowSetOf(exposureRows, at.rows);
  return (
    <div class="stack">
      <EntityHead ids={at.of} view="exposure" options={at.options}>
        <OptionsBar options={at.options} onChange={onOptions} />
      </EntityHead>
      <Problems problems={problems} />
      {loading && !answer && <p class="loading">Walking the graph …</p>}
      {answer && answer.notFound.length < at.of.length && (
        <>
          {answer.public && (
            <p class="notice bad">
              <strong>Public.</strong> <span>Anyone, or anyone who is signed in somewhere, reaches this.</span>
            </p>
          )}
          <Top answer={answer} at={at} loading={loading} onRows={(rows) => onTable({ rows, row: null })} onChoose={(node) => onTable({ rows: node.kind === 'ENTITLEMENT' ? 'everything' : null, row: node.entityId })} />
          <ExposureRows at={at} set={set} summary={answer.summary} onTable={onTable} />
        </>
      )}
    </div>
  );
}

interface TopProps {
  answer: Exposure;
  at: ReachRoute;
  loading: boolean;
  onRows: (rows: string) => void;
  onChoose: (node: PictureNode) => void;
}

function Top({ answer, at, loading, onRows, onChoose }: TopProps) {
  const [wide, setWide] = useState(false);
  const picture = useMemo(() => exposurePicture(answer), [answer]);
  const more = (answer.nearest.totalCount ?? 0) - answer.nearest.nodes.length;
  return (
    <div class={wide ? 'reach-top wide' : 'reach-top'} aria-busy={loading}>
      <Card title="Who can reach this">
        <SummaryTable summary={answer.summary} measures={exposureMeasures} onRows={onRows} />
        <div class="reach-notes">
          <CompletenessNote completeness={answer.completeness} />
          <AssumptionsNote assumptions={answer.assumptions} />
        </div>
      </Card>
      <Card
        title="Rings by distance"
        class="picture"
        aside={
          <>
            <button type="button" class="button plain" onClick={() => setWide(!wide)}>
              {wide ? 'Smaller' : 'Larger'}
            </button>
            <MapLink at={at} />
          </>
        }
      >
        <RingsPicture nodes={picture.nodes} edges={picture.edges} chosen={at.row} onChoose={onChoose} />
        {more > 0 && <p class="muted small">The nearest {count(answer.nearest.nodes.length)}; {count(more)} more are in the table.</p>}
      </Card>
    </div>
  );
}
