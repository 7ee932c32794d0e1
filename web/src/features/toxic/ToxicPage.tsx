import { useAnswer } from '../../api/useAnswer';
import { navigate } from '../../app/navigation';
import type { Route, ToxicState } from '../../app/route';
import { usePageTitle } from '../../app/usePageTitle';
import { counted } from '../../format/numbers';
import { Problems } from '../../ui/Problems';
import { certainties, certaintyOrder } from '../../vocabulary/certainties';
import './toxic.css';
import { administrators, toxicFilter } from './toxicFilter';
import { rulesQuestion } from './toxicQuestion';
import { ToxicTable } from './ToxicTable';

/** Who can do, alone or with what it controls, what no single actor may. */
export function ToxicPage({ at }: { at: Extract<Route, { page: 'toxic' }> }) {
  usePageTitle('Toxic combinations');
  const { data, problems, loading } = useAnswer(rulesQuestion, { certainty: at.certainty });
  const rules = data?.toxicRules ?? [];
  const rule = rules.find(({ id }) => id === at.rule);
  const admins = data?.administrators?.totalCount ?? 0;
  const change = (next: Partial<ToxicState>): void => navigate({ ...at, row: null, ...next }, 'replace');
  return (
    <div class="stack">
      <header class="page-head">
        <h1 tabIndex={-1}>Toxic combinations</h1>
        <p class="muted">Actors that can do everything a rule forbids to one actor: by themselves, or through others that they control. The smallest such actor is named.</p>
      </header>
      <Problems problems={problems} />
      <form class="options" aria-label="Which combinations" onSubmit={(event) => event.preventDefault()}>
        <label class="field">
          Rule
          <select value={at.rule ?? ''} onChange={(event) => change({ rule: event.currentTarget.value || null })}>
            <option value="">every rule but administrators</option>
            {rules.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="field" title="The weakest edge that counts; with a stronger one the smallest actor can be another">
          At least
          <select value={at.certainty} onChange={(event) => change({ certainty: certaintyOrder.find((name) => name === event.currentTarget.value) ?? 'INFERRED' })}>
            {certaintyOrder.toReversed().map((name) => (
              <option key={name} value={name}>
                {certainties[name].label}
              </option>
            ))}
          </select>
        </label>
        <label class="field" title="Those too that a dated exception accepts for now">
          <input type="checkbox" checked={at.excepted} onChange={(event) => change({ excepted: event.currentTarget.checked })} />
          Accepted too
        </label>
      </form>
      {rule && <p class="muted rule-why">{rule.why}</p>}
      {admins > 0 && at.rule !== administrators && (
        <p class="notice">
          <span>
            <strong>{counted(admins, 'administrator')}</strong> of a whole account {admins === 1 ? 'satisfies' : 'satisfy'} every rule there and {admins === 1 ? 'is' : 'are'} not repeated in each.{' '}
            <button type="button" class="button plain" onClick={() => change({ rule: administrators })}>
              Show {admins === 1 ? 'it' : 'them'}
            </button>
          </span>
        </p>
      )}
      {loading && !data && <p class="loading">Looking for combinations …</p>}
      {data && <ToxicTable filter={toxicFilter(at, rules)} row={at.row} onRow={(row) => change({ row })} />}
    </div>
  );
}
