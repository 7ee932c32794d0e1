import { useMemo, useState } from 'preact/hooks';
import type { Completeness } from '../../api/fragments';
import { usePages } from '../../api/usePages';
import { count, counted } from '../../format/numbers';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { Problems } from '../../ui/Problems';
import { EntityHead } from '../entity/EntityHead';
import { KindIcon } from '../../ui/KindIcon';
import { kinds } from '../../vocabulary/kinds';
import { LanePicture } from '../lanes/LanePicture';
import { ChainList } from './ChainList';
import './chains.css';
import { chainsQuestion } from './chainsQuestion';
import { laneKinds, lanesOf } from './lanes';

const heads = laneKinds.map((kind) => (
  <>
    <KindIcon kind={kind} named={false} /> {kinds[kind].one}
  </>
));

/** The chains through an entity, as lanes; on a narrow page and for screen readers as a list. */
export function ChainsPage({ id }: { id: string }) {
  const [completeness, setCompleteness] = useState<Completeness | null>(null);
  const [truncated, setTruncated] = useState<string | null>(null);
  const pages = usePages(chainsQuestion, { through: id, first: 12 }, ({ chains }) => {
    setCompleteness(chains?.completeness ?? null);
    setTruncated(chains?.truncated?.statement ?? null);
    return chains && { items: chains.nodes, totalCount: chains.totalCount, ...chains.pageInfo };
  });
  const lanes = useMemo(() => lanesOf(pages.items), [pages.items]);
  const total = pages.totalCount ?? pages.items.length;
  return (
    <div class="stack">
      <EntityHead ids={[id]} view="chains" />
      <Problems problems={pages.problems} />
      {pages.loading && pages.items.length === 0 && <p class="loading">Following the chains …</p>}
      {!pages.loading && pages.items.length === 0 && pages.problems.length === 0 && <p class="notice">No chain runs through it.</p>}
      {pages.items.length > 0 && (
        <section class="card chains" aria-label="Chains" aria-busy={pages.loading}>
          <LanePicture lanes={lanes} heads={heads} about={id} />
          <ChainList chains={pages.items} />
          <p class="table-foot">
            {total > pages.items.length ? `The first ${count(pages.items.length)} of ${counted(total, 'chain')}.` : `${counted(total, 'chain')}.`}
            {pages.hasMore && (
              <button type="button" class="button" onClick={pages.more} disabled={pages.loading}>
                Show more
              </button>
            )}
            <span>Of each chain the nearest 6 resources are drawn; the number at the identity counts all.</span>
            {truncated && <span>{truncated}</span>}
          </p>
        </section>
      )}
      {completeness && <CompletenessNote completeness={completeness} />}
    </div>
  );
}
