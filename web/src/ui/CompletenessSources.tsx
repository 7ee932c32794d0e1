import type { Completeness } from '../api/fragments';
import { words } from '../vocabulary/words';
import { DatasetStateTag } from './DatasetStateTag';

/** The datasets that would tell and were not read whole, each with its source. */
export function CompletenessSources({ completeness }: { completeness: Completeness }) {
  const missing = completeness.sources.filter((source) => source.state !== 'COMPLETE');
  return (
    <ul class="tags completeness-sources">
      {[...new Map(missing.map((source) => [`${source.source} ${source.dataset} ${source.state}`, source])).values()].map((source) => (
        <li key={`${source.source} ${source.dataset} ${source.state}`} class="row" title={source.statement ?? undefined}>
          <span>
            {words(source.dataset.replaceAll('-', '_'))} <span class="muted small">{source.source}</span>
          </span>
          <DatasetStateTag state={source.state} asOf={source.asOf} />
        </li>
      ))}
    </ul>
  );
}
