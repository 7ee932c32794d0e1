import { useAnswer } from '../../api/useAnswer';
import { navigate } from '../../app/navigation';
import { hrefOf } from '../../app/route';
import { usePageTitle } from '../../app/usePageTitle';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { KindIcon } from '../../ui/KindIcon';
import { Problems } from '../../ui/Problems';
import { chiefKind, kinds } from '../../vocabulary/kinds';
import { estateQuestion, type Estate } from './estateQuestion';
import { Judgements } from './Judgements';
import { SearchBox } from './SearchBox';
import { SourceList } from './SourceList';
import './start.css';
import { suggestionsFor } from './suggestions';

/** Where everybody begins: the search, what the graph holds, what to ask, who told it. */
export function StartPage() {
  usePageTitle('');
  const { data, problems, loading } = useAnswer(estateQuestion, {});
  return (
    <div class="stack start">
      <header class="start-head">
        <h1 tabIndex={-1}>What falls if this falls?</h1>
        <p class="muted">Find a key, a workload, a role or a bucket, and see who can reach what, how, and on what evidence.</p>
        <SearchBox
          large
          slash
          label="Search the graph"
          placeholder="Search by name, ARN or key id"
          onChoose={(found) => navigate({ page: 'entity', id: found.id })}
          onSubmit={(text) => navigate({ page: 'search', text, kind: null })}
        />
      </header>
      <Problems problems={problems} />
      {loading && !data && <p class="loading">Reading the graph …</p>}
      {data && (
        <>
          <Counts estate={data} />
          <Judgements />
          <div class="start-columns">
            <Suggestions estate={data} />
            <Card title="Sources" note="who told the graph, and what was read whole">
              <SourceList sources={data.sources ?? []} />
            </Card>
          </div>
          <p class="small muted">
            Graph version <code>{data.graphVersion}</code>
          </p>
        </>
      )}
    </div>
  );
}

function Counts({ estate }: { estate: Estate }) {
  const shown = [
    ['IDENTITY', estate.identities?.totalCount],
    ['CREDENTIAL', estate.credentials?.totalCount],
    ['CONSUMER', estate.consumers?.totalCount],
    ['GROUP', estate.groups?.totalCount],
    ['ENTITLEMENT', estate.entitlements?.totalCount],
    ['RESOURCE', estate.resources?.totalCount],
  ] as const;
  return (
    <ul class="counts" aria-label="What the graph holds">
      {shown.map(([kind, total]) => (
        <li key={kind}>
          <a class="card" href={hrefOf({ page: 'search', text: '', kind })}>
            <KindIcon kind={kind} size={18} named={false} />
            <strong>{total === null || total === undefined ? '–' : count(total)}</strong>
            <span>{kinds[kind].many}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Suggestions({ estate }: { estate: Estate }) {
  const suggestions = suggestionsFor(estate, new Date());
  return (
    <Card title="Worth asking">
      {suggestions.length === 0 ? (
        <p class="muted">Nothing stands out yet. Load a source, or search for a name you know.</p>
      ) : (
        <ul class="suggestions">
          {suggestions.map((suggestion) => (
            <li key={suggestion.href}>
              <a href={suggestion.href}>
                <KindIcon kind={chiefKind(suggestion.about.kinds)} size={18} />
                <span>
                  <strong>{suggestion.question}</strong>
                  <span class="muted small">{suggestion.why}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
