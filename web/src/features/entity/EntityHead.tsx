import type { ComponentChildren } from 'preact';
import { useAnswer } from '../../api/useAnswer';
import { freshTable, hrefOf, type ReachPage, type Route } from '../../app/route';
import { usePageTitle } from '../../app/usePageTitle';
import { defaultOptions, type WalkOptions } from '../../app/walkOptions';
import { CopyText } from '../../ui/CopyText';
import { EntityLink } from '../../ui/EntityLink';
import { KindIcon } from '../../ui/KindIcon';
import { Problems } from '../../ui/Problems';
import { chiefKind } from '../../vocabulary/kinds';
import './entity-head.css';
import { headQuestion, type HeadEntity } from './headQuestion';
import { headKinds, headName, headTags } from './headText';

export interface EntityHeadProps {
  ids: readonly string[];
  view: 'entity' | 'chains' | 'blast-radius' | 'exposure' | 'map' | 'trust' | 'departure';
  /** Options that the other views should keep. */
  options?: WalkOptions;
  /** What a map shows. */
  way?: ReachPage;
  children?: ComponentChildren;
}

/** Who or what a page is about, and the ways of looking at it. */
export function EntityHead({ ids, view, options = defaultOptions, way = view === 'exposure' ? view : 'blast-radius', children }: EntityHeadProps) {
  const { data, problems, loading } = useAnswer(headQuestion, { ids: [...ids] }, ids.join(' '));
  const entities = (data?.nodes ?? []).filter((node): node is HeadEntity => node !== null && 'name' in node);
  const missing = data ? ids.filter((_, index) => data.nodes[index] === null) : [];
  usePageTitle(headName(entities));
  const [first] = entities;
  return (
    <header class="entity-head">
      <Problems problems={problems} />
      {first && entities.length === 1 && <One entity={first} />}
      {first && entities.length > 1 && <Several entities={entities} />}
      {!first && <h1 tabIndex={-1}>{loading ? '…' : 'Not in the graph'}</h1>}
      {missing.length > 0 && !loading && (
        <p class="notice warn">
          <span>
            There is no <code>{missing.join(', ')}</code> in the graph. It may have gone with a later load. <a href="#/">Search</a>
          </span>
        </p>
      )}
      {first && <Views ids={ids} first={first} view={view} way={way} options={options} />}
      {children}
    </header>
  );
}

function One({ entity }: { entity: HeadEntity }) {
  const containers = entity.resource?.path ?? [];
  return (
    <>
      {containers.length > 0 && (
        <nav class="containers" aria-label="Containers">
          {containers.map((container) => (
            <EntityLink key={container.id} entity={container} />
          ))}
        </nav>
      )}
      <div class="entity-name">
        <span class={`entity-sign kind-${chiefKind(entity.kinds)}`}>
          <KindIcon kind={chiefKind(entity.kinds)} size={24} named={false} />
        </span>
        <div>
          <h1 tabIndex={-1}>{entity.name}</h1>
          <p class="row entity-what">
            <span class="muted">{headKinds(entity).join(' · ')}</span>
            {headTags(entity).map((tag) => (
              <span key={tag.text} class={`tag ${tag.tone}`} title={tag.meaning}>
                {tag.text}
              </span>
            ))}
          </p>
        </div>
      </div>
      <CopyText text={entity.key} />
    </>
  );
}

function Several({ entities }: { entities: readonly HeadEntity[] }) {
  return (
    <>
      <h1 tabIndex={-1}>{headName(entities)}</h1>
      <ul class="row">
        {entities.map((entity) => (
          <li key={entity.id}>
            <EntityLink entity={entity} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Views({ ids, first, view, way, options }: { ids: readonly string[]; first: HeadEntity; view: string; way: ReachPage; options: WalkOptions }) {
  const views: [string, Route, string][] = [];
  if (ids.length === 1) {
    views.push(['Facts', { page: 'entity', id: first.id }, 'entity']);
    if (first.kinds.some((kind) => chained.has(kind))) {
      views.push(['Chains', { page: 'chains', id: first.id }, 'chains']);
    }
  }
  views.push(['Blast radius', { page: 'blast-radius', of: [...ids], options, ...freshTable }, 'blast-radius']);
  views.push(['Exposure', { page: 'exposure', of: [...ids], options, ...freshTable }, 'exposure']);
  views.push(['Map', { page: 'map', way, of: [...ids], options, filter: '', row: null }, 'map']);
  if (ids.length === 1 && first.kinds.some((kind) => trusted.has(kind))) {
    views.push(['Chain of trust', { page: 'trust', id: first.id }, 'trust']);
  }
  if (ids.length === 1 && first.kinds.includes('HUMAN')) {
    views.push(['If they leave', { page: 'departure', id: first.id }, 'departure']);
  }
  return (
    <nav class="views" aria-label="Views of it">
      {views.map(([label, to, name]) => (
        <a key={name} href={hrefOf(to)} aria-current={name === view ? 'page' : undefined}>
          {label}
        </a>
      ))}
      {ids.length === 1 && (
        <a class="views-aside" href={hrefOf({ page: 'paths', from: first.id, to: '', options })}>
          Paths from here
        </a>
      )}
    </nav>
  );
}

const trusted = new Set(['CONSUMER', 'CREDENTIAL', 'IDENTITY']);
const chained = new Set(['CONSUMER', 'CREDENTIAL', 'IDENTITY', 'RESOURCE']);
