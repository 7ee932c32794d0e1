import { usePages } from '../../api/usePages';
import { navigate } from '../../app/navigation';
import { hrefOf } from '../../app/route';
import { usePageTitle } from '../../app/usePageTitle';
import { count } from '../../format/numbers';
import { EntityLink } from '../../ui/EntityLink';
import { Problems } from '../../ui/Problems';
import { kindOrder, kinds } from '../../vocabulary/kinds';
import { foundText } from './foundText';
import { listingFor, searchedKind } from './listing';
import './search-page.css';

/** What a search finds, or all of one kind. */
export function SearchPage({ text, kind }: { text: string; kind: string | null }) {
  const chosen = searchedKind(kind);
  const { question, variables } = listingFor(text, chosen);
  const pages = usePages(question, variables, ({ found }) => found && { items: found.nodes, totalCount: found.totalCount, ...found.pageInfo });
  const heading = text ? `“${text}”` : chosen ? kinds[chosen].many : 'Search';
  usePageTitle(heading);
  return (
    <div class="stack">
      <header class="row search-head">
        <h1 tabIndex={-1}>{heading}</h1>
        {pages.totalCount !== null && <span class="muted">{count(pages.totalCount)} found</span>}
        <label class="field">
          Kind
          <select value={chosen ?? ''} onChange={(event) => navigate({ page: 'search', text, kind: event.currentTarget.value || null }, 'replace')}>
            {text && <option value="">Every kind</option>}
            {kindOrder
              .filter((name) => text || listable.has(name))
              .map((name) => (
                <option key={name} value={name}>
                  {kinds[name].many}
                </option>
              ))}
          </select>
        </label>
      </header>
      <Problems problems={pages.problems} />
      {pages.items.length > 0 && (
        <ul class="card found" aria-busy={pages.loading}>
          {pages.items.map((found) => (
            <li key={found.id}>
              <EntityLink entity={found} />
              <span class="found-what">{foundText(found)}</span>
              <span class="tags">
                {found.environment && <span class="tag">{found.environment}</span>}
                {found.identity?.enabled === false && <span class="tag warn">disabled</span>}
                {found.consumer?.potential && <span class="tag">potential</span>}
              </span>
              <code class="found-key">{found.key}</code>
            </li>
          ))}
        </ul>
      )}
      {pages.items.length === 0 && pages.loading && <p class="loading">Searching …</p>}
      {pages.items.length === 0 && !pages.loading && pages.problems.length === 0 && (
        <p class="notice">
          <span>
            Nothing of that name, key or ARN is in the graph. Search looks at names, keys, the parts of ARNs, key ids and e-mail addresses.{' '}
            {kind && text && <a href={hrefOf({ page: 'search', text, kind: null })}>Search every kind</a>}
          </span>
        </p>
      )}
      {pages.hasMore && (
        <p>
          <button type="button" class="button" onClick={pages.more} disabled={pages.loading}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}

const listable = new Set<string>(['HUMAN', 'APPLICATION', 'IDENTITY', 'CREDENTIAL', 'CONSUMER', 'GROUP', 'ENTITLEMENT', 'RESOURCE']);
