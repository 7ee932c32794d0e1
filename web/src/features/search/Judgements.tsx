import { useAnswer } from '../../api/useAnswer';
import { allOrphans, allToxic, hrefOf } from '../../app/route';
import { count } from '../../format/numbers';
import { judgementQuestion } from './judgementQuestion';

/** What waits to be judged: numbers, each the way to its page. */
export function Judgements() {
  const { data, problems, loading } = useAnswer(judgementQuestion, {});
  const administrators = data?.administrators?.totalCount ?? null;
  const all = data?.toxic?.totalCount ?? null;
  const number = (value: number | null): string => (value === null ? (problems.length > 0 ? '–' : '…') : count(value));
  return (
    <ul class="judgements" aria-label="What waits to be judged" aria-busy={loading}>
      <li>
        <a class="card" href={hrefOf({ page: 'orphans', ...allOrphans })}>
          <strong>{number(data?.orphans?.totalCount ?? null)}</strong>
          <span class="judgement-name">Orphan chains</span>
          <span class="muted small">
            {number(data?.severe?.totalCount ?? null)} critical · of {number(data?.undecided?.totalCount ?? null)} more it is not known
          </span>
        </a>
      </li>
      <li>
        <a class="card" href={hrefOf({ page: 'toxic', ...allToxic })}>
          <strong>{number(all === null || administrators === null ? null : all - administrators)}</strong>
          <span class="judgement-name">Toxic combinations</span>
          <span class="muted small">actors that can do together what no one may</span>
        </a>
      </li>
      <li>
        <a class="card" href={hrefOf({ page: 'toxic', ...allToxic, rule: 'administrators' })}>
          <strong>{number(administrators)}</strong>
          <span class="judgement-name">Administrators</span>
          <span class="muted small">of a whole account, by themselves or through others</span>
        </a>
      </li>
    </ul>
  );
}
