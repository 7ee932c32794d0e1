import { useAnswer } from '../../api/useAnswer';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { Problems } from '../../ui/Problems';
import { StateTag } from '../../ui/StateTag';
import { minuteOf } from '../../format/dates';
import { counted } from '../../format/numbers';
import { trustStates, trustVerdicts } from '../../vocabulary/trust';
import { EntityHead } from '../entity/EntityHead';
import './trust.css';
import './print.css';
import { trustQuestion, type Trust } from './trustQuestion';
import { TrustLinks } from './TrustLinks';

/** What a reviewer certifies from: thirteen links, each with its state, sentence and evidence; on paper one page. */
export function TrustPage({ id }: { id: string }) {
  const { data, problems, loading } = useAnswer(trustQuestion, { of: id }, id);
  const trust = data?.chainOfTrust;
  return (
    <div class="stack trust">
      <EntityHead ids={[id]} view="trust" />
      <Problems problems={problems} />
      {loading && !trust && <p class="loading">Following the chain …</p>}
      {!loading && !trust && problems.length === 0 && <p class="notice">A chain of trust is told of identities, credentials and consumers.</p>}
      {trust && (
        <>
          <Verdict trust={trust} />
          <TrustLinks links={trust.links} />
          <CompletenessNote completeness={trust.completeness} />
          <p class="print-only small muted">
            Chain of trust of {trust.of.id}. Graph version {trust.graphVersion}, printed {minuteOf(new Date().toISOString())}. {completenessOf(trust)}
          </p>
        </>
      )}
    </div>
  );
}

function Verdict({ trust }: { trust: Trust }) {
  const verdict = trustVerdicts[trust.verdict];
  return (
    <section class={`card verdict ${verdict.tone}`} aria-label="Verdict">
      <div class="verdict-head">
        <StateTag text={verdict} />
        <span class="muted">{verdict.meaning}</span>
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <p class="statement">{trust.statement}</p>
      <p class="muted small">{linkCounts(trust)}</p>
    </section>
  );
}

/** `9 present, 2 missing, 2 unknown of 13 links`. */
export function linkCounts(trust: { links: readonly { state: Trust['links'][number]['state'] }[] }): string {
  const parts = (Object.keys(trustStates) as (keyof typeof trustStates)[])
    .map((state) => ({ state, many: trust.links.filter((link) => link.state === state).length }))
    .filter(({ many }) => many > 0)
    .map(({ state, many }) => `${many} ${trustStates[state].label.toLowerCase()}`);
  return `${parts.join(', ')} of ${counted(trust.links.length, 'link')}`;
}

/** What was not read, in one line for paper. */
function completenessOf({ completeness }: Trust): string {
  const missing = completeness.sources.filter((source) => source.state !== 'COMPLETE').map((source) => source.dataset);
  return missing.length === 0 ? 'All that could change it was read whole.' : `Not read whole: ${[...new Set(missing)].join(', ')}.`;
}
