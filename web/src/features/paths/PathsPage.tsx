import { useState } from 'preact/hooks';
import type { BriefEntity, Completeness } from '../../api/fragments';
import { useAnswer } from '../../api/useAnswer';
import { usePages } from '../../api/usePages';
import { navigate } from '../../app/navigation';
import type { Route } from '../../app/route';
import { usePageTitle } from '../../app/usePageTitle';
import { traversalOptions } from '../../app/walkOptions';
import { counted } from '../../format/numbers';
import { CertaintyTag } from '../../ui/CertaintyTag';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { EntityLink } from '../../ui/EntityLink';
import { Problems } from '../../ui/Problems';
import { OptionsBar } from '../reach/OptionsBar';
import { SearchBox } from '../search/SearchBox';
import { PathSteps } from './PathSteps';
import './paths-page.css';
import { endsQuestion, pathsQuestion } from './pathsQuestion';

type PathsRoute = Extract<Route, { page: 'paths' }>;

/** Every way from one thing to another. */
export function PathsPage({ at }: { at: PathsRoute }) {
  usePageTitle('Paths');
  const { data } = useAnswer(endsQuestion, { ids: [at.from, at.to].filter((id) => id !== '') }, `${at.from} ${at.to}`);
  const end = (id: string): BriefEntity | undefined => data?.nodes.find((node): node is BriefEntity => node !== null && 'name' in node && node.id === id);
  return (
    <div class="stack">
      <header class="entity-head">
        <h1 tabIndex={-1}>Paths between two things</h1>
        <div class="ends">
          <End label="From" id={at.from} entity={end(at.from)} onChoose={(from) => navigate({ ...at, from })} />
          <button type="button" class="button swap" onClick={() => navigate({ ...at, from: at.to, to: at.from })} aria-label="Swap the ends" title="Swap the ends">
            <span aria-hidden="true">⇄</span>
          </button>
          <End label="To" id={at.to} entity={end(at.to)} onChoose={(to) => navigate({ ...at, to })} />
        </div>
        <OptionsBar options={at.options} onChange={(options) => navigate({ ...at, options }, 'replace')} />
      </header>
      {at.from && at.to ? <Found at={at} /> : <p class="notice">Choose both ends. Access runs from the first to the second.</p>}
    </div>
  );
}

function End({ label, id, entity, onChoose }: { label: string; id: string; entity: BriefEntity | undefined; onChoose: (id: string) => void }) {
  return (
    <div class="card end">
      <h2>{label}</h2>
      {id && <p>{entity ? <EntityLink entity={entity} /> : <code>{id}</code>}</p>}
      <SearchBox label={label} placeholder={id ? 'Choose another' : 'Name, ARN or key id'} onChoose={(found) => onChoose(found.id)} />
    </div>
  );
}

function Found({ at }: { at: PathsRoute }) {
  const [completeness, setCompleteness] = useState<Completeness | null>(null);
  const [truncated, setTruncated] = useState<string | null>(null);
  const pages = usePages(pathsQuestion, { from: [at.from], to: [at.to], options: traversalOptions(at.options), first: 10 }, ({ paths }) => {
    setCompleteness(paths?.completeness ?? null);
    setTruncated(paths?.truncated?.statement ?? null);
    return paths && { items: paths.nodes, totalCount: null, ...paths.pageInfo };
  });
  return (
    <>
      <Problems problems={pages.problems} />
      {pages.loading && pages.items.length === 0 && <p class="loading">Looking for paths …</p>}
      {!pages.loading && pages.items.length === 0 && pages.problems.length === 0 && <p class="notice">No path that the options allow. What was not read is named below.</p>}
      <ol class="stack" aria-busy={pages.loading}>
        {pages.items.map((path, index) => (
          <li key={index}>
            <details class="card found-path" open={index === 0}>
              <summary>
                <strong>Path {index + 1}</strong>
                <span class="muted">{counted(path.length, 'step')}</span>
                <CertaintyTag certainty={path.certainty} />
                {path.contradiction && <span class="tag warn">contradicts itself</span>}
              </summary>
              <PathSteps path={path} />
            </details>
          </li>
        ))}
      </ol>
      {pages.hasMore && (
        <p>
          <button type="button" class="button" onClick={pages.more} disabled={pages.loading}>
            Show longer paths
          </button>
        </p>
      )}
      {truncated && <p class="notice warn">{truncated}</p>}
      {completeness && <CompletenessNote completeness={completeness} />}
    </>
  );
}
