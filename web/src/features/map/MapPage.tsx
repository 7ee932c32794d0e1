import { useEffect, useMemo, useState } from 'preact/hooks';
import type { BriefEntity, Completeness } from '../../api/fragments';
import { useAnswer } from '../../api/useAnswer';
import { usePages } from '../../api/usePages';
import { navigate } from '../../app/navigation';
import { traversalOptions } from '../../app/walkOptions';
import { count } from '../../format/numbers';
import { Problems } from '../../ui/Problems';
import { EntityHead } from '../entity/EntityHead';
import { exposurePicture } from '../exposure/exposurePicture';
import { OptionsBar } from '../reach/OptionsBar';
import type { MapRoute } from './MapChosen';
import { fallsPicture } from './mapPicture';
import { fallsMapQuestion, mostNodes, reachesMapQuestion } from './mapQuestion';
import { MapView } from './MapView';

/** A blast radius or an exposure as one picture of up to 2,000 nodes. */
export function MapPage({ at }: { at: MapRoute }) {
  const ways = [
    ['blast-radius', 'What falls'],
    ['exposure', 'Who can reach it'],
  ] as const;
  return (
    <div class="stack">
      <EntityHead ids={at.of} view="map" options={at.options} way={at.way}>
        <div class="row">
          <div class="row-sets" role="group" aria-label="What the map shows">
            {ways.map(([way, label]) => (
              <button key={way} type="button" class="chip" aria-pressed={at.way === way} onClick={() => navigate({ ...at, way, filter: '', row: null })}>
                {label}
              </button>
            ))}
          </div>
          <OptionsBar options={at.options} onChange={(options) => navigate({ ...at, options, row: null })} />
        </div>
      </EntityHead>
      {at.way === 'exposure' ? <Reaches at={at} /> : <Falls at={at} />}
    </div>
  );
}

function Falls({ at }: { at: MapRoute }) {
  const { data, problems, loading } = useAnswer(fallsMapQuestion, { of: at.of, options: traversalOptions(at.options), maxNodes: mostNodes }, at.of.join(' '));
  const answer = data?.blastRadius;
  const picture = useMemo(() => answer && fallsPicture(answer), [answer]);
  return (
    <>
      <Problems problems={problems} />
      {loading && !answer && <p class="loading">Walking the graph …</p>}
      {answer && picture && answer.notFound.length < at.of.length && <MapView at={at} picture={picture} left={answer.graph.truncated?.statement ?? null} completeness={answer.completeness} />}
    </>
  );
}

const pageSize = 500;

interface About {
  of: readonly BriefEntity[];
  completeness: Completeness;
}

function Reaches({ at }: { at: MapRoute }) {
  const [about, setAbout] = useState<About | null>(null);
  const pages = usePages(reachesMapQuestion, { of: at.of, options: traversalOptions(at.options), first: pageSize }, ({ exposure }) => {
    setAbout(exposure && exposure.notFound.length < at.of.length ? exposure : null);
    return exposure && { items: exposure.nearest.nodes, totalCount: exposure.nearest.totalCount, ...exposure.nearest.pageInfo };
  });
  const { items, hasMore, loading, more, totalCount } = pages;
  const unfinished = hasMore && items.length + pageSize <= mostNodes;
  useEffect(() => {
    if (unfinished && !loading) {
      more();
    }
  }, [unfinished, loading, more]);
  const picture = useMemo(() => (about && !unfinished && !loading ? exposurePicture({ of: about.of, nearest: { nodes: items } }) : null), [about, unfinished, loading, items]);
  const beyond = (totalCount ?? items.length) - items.length;
  return (
    <>
      <Problems problems={pages.problems} />
      {(loading || unfinished) && <p class="loading">{items.length > 0 ? `${count(items.length)} of ${count(totalCount ?? items.length)} read …` : 'Walking the graph …'}</p>}
      {about && picture && <MapView at={at} picture={picture} left={beyond > 0 ? `The nearest ${count(items.length)} are drawn; ${count(beyond)} more are in the table of the exposure.` : null} completeness={about.completeness} />}
    </>
  );
}
