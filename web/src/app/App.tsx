import { useEffect, useRef } from 'preact/hooks';
import { BlastRadiusPage } from '../features/blast-radius/BlastRadiusPage';
import { EntityPage } from '../features/entity/EntityPage';
import { ExposurePage } from '../features/exposure/ExposurePage';
import { SearchPage } from '../features/search/SearchPage';
import { StartPage } from '../features/search/StartPage';
import { lazyPage } from './lazyPage';
import { route } from './navigation';
import type { Route } from './route';
import { Shell } from './Shell';

const ChainsPage = lazyPage(() => import('../features/chains/ChainsPage').then((module) => module.ChainsPage));
const DeparturePage = lazyPage(() => import('../features/people/DeparturePage').then((module) => module.DeparturePage));
const LegendPage = lazyPage(() => import('../features/legend/LegendPage').then((module) => module.LegendPage));
const MapPage = lazyPage(() => import('../features/map/MapPage').then((module) => module.MapPage));
const OrphanPage = lazyPage(() => import('../features/orphans/OrphanPage').then((module) => module.OrphanPage));
const PathsPage = lazyPage(() => import('../features/paths/PathsPage').then((module) => module.PathsPage));
const ToxicPage = lazyPage(() => import('../features/toxic/ToxicPage').then((module) => module.ToxicPage));
const TrustPage = lazyPage(() => import('../features/trust/TrustPage').then((module) => module.TrustPage));

/** The explorer: the shell around the page that the location names. */
export function App() {
  const at = route.value;
  const place = placeOf(at);
  const before = useRef(place);

  useEffect(() => {
    if (before.current !== place) {
      before.current = place;
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
    }
  }, [place]);

  return (
    <Shell at={at}>
      <Page at={at} />
    </Shell>
  );
}

function Page({ at }: { at: Route }) {
  switch (at.page) {
    case 'start':
      return <StartPage />;
    case 'search':
      return <SearchPage text={at.text} kind={at.kind} />;
    case 'entity':
      return <EntityPage id={at.id} />;
    case 'chains':
      return <ChainsPage id={at.id} />;
    case 'blast-radius':
      return <BlastRadiusPage at={at} />;
    case 'exposure':
      return <ExposurePage at={at} />;
    case 'map':
      return <MapPage at={at} />;
    case 'paths':
      return <PathsPage at={at} />;
    case 'departure':
      return <DeparturePage id={at.id} />;
    case 'trust':
      return <TrustPage id={at.id} />;
    case 'orphans':
      return <OrphanPage at={at} />;
    case 'toxic':
      return <ToxicPage at={at} />;
    case 'legend':
      return <LegendPage />;
    default:
      return (
        <div class="stack">
          <h1 tabIndex={-1}>There is no such page</h1>
          <p>
            The link names nothing that the explorer shows. <a href="#/">Start over</a>
          </p>
        </div>
      );
  }
}

/** What the page is about, without how it is shown: a change of it moves the focus to the new heading. */
function placeOf(at: Route): string {
  switch (at.page) {
    case 'entity':
    case 'chains':
    case 'trust':
    case 'departure':
      return `${at.page} ${at.id}`;
    case 'blast-radius':
    case 'exposure':
    case 'map':
      return `${at.page} ${at.of.join(' ')}`;
    default:
      return at.page;
  }
}
