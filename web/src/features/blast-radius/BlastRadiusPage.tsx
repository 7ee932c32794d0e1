import { useState } from 'preact/hooks';
import { useAnswer } from '../../api/useAnswer';
import { traversalOptions } from '../../app/walkOptions';
import { boundsSentence } from '../../format/bounds';
import { AssumptionsNote } from '../../ui/AssumptionsNote';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { Problems } from '../../ui/Problems';
import { EntityHead } from '../entity/EntityHead';
import { blastRadiusMeasures } from '../reach/measures';
import { OptionsBar } from '../reach/OptionsBar';
import { MapLink } from '../reach/MapLink';
import { reachNavigation, type ReachRoute } from '../reach/reachNavigation';
import { RingsPicture, type PictureNode } from '../reach/RingsPicture';
import { blastRadiusRows, rowSetOf } from '../reach/rowSets';
import { SummaryTable } from '../reach/SummaryTable';
import { AndAlso } from './AndAlso';
import { BlastRadiusRows } from './BlastRadiusRows';
import { blastRadiusQuestion, type BlastRadius } from './blastRadiusQuestion';
import { CapabilityChips } from './CapabilityChips';

/** What falls if these fall. */
export function BlastRadiusPage({ at }: { at: ReachRoute }) {
  const { onOptions, onTable } = reachNavigation(at);
  const [wide, setWide] = useState(false);
  const { data, problems, loading } = useAnswer(blastRadiusQuestion, { of: at.of, options: traversalOptions(at.options), maxNodes: wide ? 200 : 60 }, at.of.join(' '));
  const answer = data?.blastRadius;
  const set = rowSetOf(blastRadiusRows, at.rows);
  const chooseNode = (node: PictureNode): void => {
    const rows = node.kind === 'RESOURCE' ? 'resources' : (blastRadiusRows.find((rowSet) => rowSet.kinds?.includes(node.kind))?.name ?? 'everything');
    onTable({ rows, row: node.entityId });
  };
  return (
    <div class="stack">
      <EntityHead ids={at.of} view="blast-radius" options={at.options}>
        <OptionsBar options={at.options} onChange={onOptions} />
      </EntityHead>
      <Problems problems={problems} />
      {loading && !answer && <p class="loading">Walking the graph …</p>}
      {answer && answer.notFound.length < at.of.length && (
        <>
          <div class={wide ? 'reach-top wide' : 'reach-top'} aria-busy={loading}>
            <Card title={at.of.length > 1 ? 'What falls if these fall together' : 'What falls if this falls'}>
              <SummaryTable summary={answer.summary} measures={blastRadiusMeasures} onRows={(rows) => onTable({ rows, row: null })} />
              {answer.publicResources.possible > 0 && <p class="muted small">Anyone reaches further resources anyway, not counted here: {boundsSentence(answer.publicResources)}.</p>}
              <div class="reach-notes">
                <CompletenessNote completeness={answer.completeness} />
                <AssumptionsNote assumptions={answer.assumptions} />
                <AndAlso at={at} />
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
              <RingsPicture nodes={pictureNodes(answer)} edges={answer.graph.edges} chosen={at.row} onChoose={chooseNode} />
              {answer.graph.truncated && <p class="muted small">{answer.graph.truncated.statement}</p>}
            </Card>
          </div>
          {answer.capabilities.length > 0 && (
            <Card title="What can be done" note="a choice limits the resources to it">
              <CapabilityChips counts={answer.capabilities} chosen={at.options.capabilities} onChoose={(capabilities) => onOptions({ ...at.options, capabilities })} />
            </Card>
          )}
          <BlastRadiusRows at={at} set={set} summary={answer.summary} onTable={onTable} />
        </>
      )}
    </div>
  );
}

const pictureNodes = (answer: BlastRadius): PictureNode[] => answer.graph.nodes.map((node) => ({ ...node, entityId: node.entity?.id ?? null }));
