import { useAnswer } from '../../api/useAnswer';
import { allOrphans, freshTable, hrefOf } from '../../app/route';
import { defaultOptions } from '../../app/walkOptions';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { EntityLink } from '../../ui/EntityLink';
import { Problems } from '../../ui/Problems';
import { When } from '../../ui/When';
import { humanStatuses } from '../../vocabulary/humanStatuses';
import { orphanReasons } from '../../vocabulary/orphanReasons';
import { words } from '../../vocabulary/words';
import { blastRadiusMeasures } from '../reach/measures';
import type { Placed } from '../reach/reachColumns';
import { SummaryTable } from '../reach/SummaryTable';
import { ChainBrief } from './ChainBrief';
import type { OrphanFilter } from './orphanFilter';
import { orphanReachQuestion, type OrphanRow } from './orphanQuestion';

/** One broken chain: the sentence, the links, why, who answered for it last, and what falls if it falls. */
export function OrphanDetail({ placed: { row, after }, filter }: { placed: Placed<OrphanRow>; filter: OrphanFilter }) {
  const about = row.identity ?? row.credential ?? row.consumer;
  const { data, problems } = useAnswer(orphanReachQuestion, { filter, after }, row.id);
  const read = data?.orphanChains?.nodes[0];
  const summary = read?.id === row.id ? read.blastRadius : null;
  return (
    <div class="orphan">
      <p class="statement">{row.statement}</p>
      <div class="orphan-columns">
        <div class="stack">
          <ChainBrief chain={row} />
          <dl class="facts">
            {row.reasons.map((reason) => (
              <div key={reason}>
                <dt>{orphanReasons[reason].label}</dt>
                <dd>{orphanReasons[reason].meaning}</dd>
              </div>
            ))}
            {row.undecided.length > 0 && (
              <div>
                <dt>Not known</dt>
                <dd>{row.undecided.map((reason) => orphanReasons[reason].label).join(', ')}: what would tell was not read whole.</dd>
              </div>
            )}
            {row.missing.length > 0 && (
              <div>
                <dt>Missing links</dt>
                <dd>{row.missing.map(words).join(', ')}</dd>
              </div>
            )}
            <div>
              <dt>Since</dt>
              <dd>{row.since ? <When at={row.since} /> : <span class="unknown">Unknown</span>}</dd>
            </div>
            <div>
              <dt>Last accountable</dt>
              <dd>
                {row.lastAccountable ? (
                  <>
                    <EntityLink entity={row.lastAccountable} /> <span class="muted small">{humanStatuses[row.lastAccountable.status].label}</span>
                    {row.lastAccountable.departedAt && (
                      <span class="muted small">
                        {' '}
                        <When at={row.lastAccountable.departedAt} />
                      </span>
                    )}
                  </>
                ) : (
                  <span class="unknown">Nobody known</span>
                )}
              </dd>
            </div>
          </dl>
        </div>
        <div>
          <h3>What falls if it falls</h3>
          <Problems problems={problems} />
          {summary ? <SummaryTable summary={summary} measures={blastRadiusMeasures} onRows={null} /> : problems.length === 0 && <p class="muted">Walking the graph …</p>}
        </div>
      </div>
      {about && (
        <p class="row">
          <a class="button" href={hrefOf({ page: 'trust', id: about.id })}>
            Chain of trust
          </a>
          <a class="button" href={hrefOf({ page: 'blast-radius', of: [about.id], options: defaultOptions, ...freshTable })}>
            Blast radius
          </a>
          <a class="button" href={hrefOf({ page: 'chains', id: about.id })}>
            Its chains
          </a>
          {row.reasons[0] && (
            <a class="button plain" href={hrefOf({ page: 'orphans', ...allOrphans, reason: row.reasons[0] })}>
              All with “{orphanReasons[row.reasons[0]].label}”
            </a>
          )}
        </p>
      )}
      <CompletenessNote completeness={row.completeness} />
    </div>
  );
}
