import type { ComponentChildren } from 'preact';
import { SearchBox } from '../features/search/SearchBox';
import { navigate } from './navigation';
import { allOrphans, allToxic, hrefOf, type Route } from './route';
import './shell.css';
import { chooseTheme, theme } from './theme';
import { defaultOptions } from './walkOptions';

const pages: [string, Route, string][] = [
  ['Orphan chains', { page: 'orphans', ...allOrphans }, 'Chains that nobody answers for, or that miss a link'],
  ['Toxic combinations', { page: 'toxic', ...allToxic }, 'Who can do together what no single actor may'],
  ['People', { page: 'search', text: '', kind: 'HUMAN' }, 'Who owns, made and could know what; what to do when somebody leaves'],
  ['Paths', { page: 'paths', from: '', to: '', options: defaultOptions }, 'Every way from one thing to another'],
  ['Legend', { page: 'legend' }, 'What the signs and words mean'],
];

const isAt = (at: Route, to: Route): boolean => at.page === to.page && (at.page !== 'search' || (to.page === 'search' && at.kind === to.kind && at.text === ''));

/** The frame of every page: the way home, the search, the theme. */
export function Shell({ at, children }: { at: Route; children: ComponentChildren }) {
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="#/" aria-label="NhiGraph, start">
            <img src="/icon.svg" width="26" height="26" alt="" />
            <span>NhiGraph</span>
          </a>
          <div class="top-search">
            {at.page !== 'start' && (
              <SearchBox
                label="Search the graph"
                placeholder="Search name, ARN or key id"
                slash
                onChoose={(found) => navigate({ page: 'entity', id: found.id })}
                onSubmit={(text) => navigate({ page: 'search', text, kind: null })}
              />
            )}
          </div>
          <nav class="top-links" aria-label="Pages">
            {pages.map(([label, to, meaning]) => (
              <a key={label} href={hrefOf(to)} title={meaning} aria-current={isAt(at, to) ? 'page' : undefined}>
                {label}
              </a>
            ))}
            <a href="/graphiql" title="Ask the API yourself">
              GraphiQL
            </a>
          </nav>
          <ThemeButton />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function ThemeButton() {
  const other = theme.value === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" class="theme" onClick={() => chooseTheme(other)} aria-label={`Use the ${other} theme`} title={`Use the ${other} theme`}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
        {theme.value === 'dark' ? (
          <>
            <circle cx="9" cy="9" r="3.300" />
            <path d="M9 1.500v1.600M9 14.900v1.600M1.500 9h1.600M14.900 9h1.600M3.700 3.700l1.100 1.100M13.200 13.200l1.100 1.100M14.300 3.700l-1.100 1.100M4.800 13.200l-1.100 1.100" />
          </>
        ) : (
          <path d="M15 10.900A6.500 6.500 0 0 1 7.100 3a6.500 6.500 0 1 0 7.900 7.900z" stroke-linejoin="round" />
        )}
      </svg>
    </button>
  );
}
