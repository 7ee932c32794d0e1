import { counted } from '../../format/numbers';
import { DatasetStateTag } from '../../ui/DatasetStateTag';
import { When } from '../../ui/When';
import { datasetStates } from '../../vocabulary/datasets';
import { words } from '../../vocabulary/words';
import type { Estate } from './estateQuestion';

type Source = NonNullable<Estate['sources']>[number];

/** The sources with the state of each dataset; what was not read whole comes first. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) {
    return <p class="muted">No source has been loaded.</p>;
  }
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <div class="row">
            <strong>{source.name}</strong>
            <span class="tag">{source.kind}</span>
            {source.lastRun?.finishedAt && (
              <span class="muted small">
                loaded <When at={source.lastRun.finishedAt} day={false} />
              </span>
            )}
          </div>
          <p class="muted small">
            {counted(source.scopes.length, 'scope')}: {source.scopes.join(', ')}
          </p>
          <Datasets source={source} datasets={source.datasets.filter((dataset) => dataset.state !== 'COMPLETE')} />
          <Whole source={source} datasets={source.datasets.filter((dataset) => dataset.state === 'COMPLETE')} />
          {source.lastRun && source.lastRun.problems.length > 0 && (
            <details class="note">
              <summary>
                <span class="tag warn">{source.lastRun.problems.length}</span>
                <span>{source.lastRun.problems.length === 1 ? 'problem' : 'problems'} in the last load</span>
              </summary>
              <ul class="note-list">
                {source.lastRun.problems.map((problem, index) => (
                  <li key={index}>
                    <span>
                      {problem.statement}
                      <span class="muted small block">
                        <code>{problem.code}</code> {problem.locator && <code>{problem.locator}</code>} {problem.remedy}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

interface DatasetsProps {
  source: Source;
  datasets: Source['datasets'];
}

function Datasets({ source, datasets }: DatasetsProps) {
  return (
    <ul class="datasets">
      {datasets.map((dataset) => (
        <li key={`${dataset.scope} ${dataset.dataset}`} title={dataset.statement ?? datasetStates[dataset.state].meaning}>
          <span>
            {words(dataset.dataset.replaceAll('-', '_'))}
            {source.scopes.length > 1 && dataset.scope && <span class="muted small"> {dataset.scope}</span>}
          </span>
          <DatasetStateTag state={dataset.state} asOf={dataset.asOf} />
        </li>
      ))}
    </ul>
  );
}

/** What was read whole is good news, in one line. */
function Whole({ source, datasets }: DatasetsProps) {
  if (datasets.length === 0) {
    return null;
  }
  return (
    <details class="note">
      <summary>
        <DatasetStateTag state="COMPLETE" asOf={null} />
        <span>{counted(datasets.length, 'dataset')} read whole</span>
      </summary>
      <Datasets source={source} datasets={datasets} />
    </details>
  );
}
