import type { Completeness } from '../api/fragments';
import { counted } from '../format/numbers';
import { datasetStates } from '../vocabulary/datasets';
import { words } from '../vocabulary/words';
import { DatasetStateTag } from './DatasetStateTag';
import './notes.css';

/** Whether everything that could have seen otherwise was read, in a sentence; the datasets on asking. */
export function CompletenessNote({ completeness }: { completeness: Completeness }) {
  const { sources } = completeness;
  const missing = sources.filter((source) => source.state !== 'COMPLETE');
  return (
    <details class="note">
      <summary>
        <span class={completeness.complete ? 'tag good' : 'tag warn'}>
          <span aria-hidden="true">{completeness.complete ? '●' : '◐'}</span> {completeness.complete ? 'Complete' : 'Could be more'}
        </span>
        <span>{completenessSentence(completeness)}</span>
      </summary>
      <ul class="note-list">
        {[...missing, ...sources.filter((source) => source.state === 'COMPLETE')].map((source, index) => (
          <li key={index}>
            <DatasetStateTag state={source.state} asOf={source.asOf} />
            <span>
              <strong>{words(source.dataset.replaceAll('-', '_'))}</strong>
              {source.scope && <span class="muted"> in {source.scope}</span>}
              <span class="muted small block">{source.statement ?? datasetStates[source.state].meaning}</span>
            </span>
          </li>
        ))}
        {sources.length === 0 && <li class="muted">No dataset could change this answer.</li>}
      </ul>
    </details>
  );
}

/** The same as one plain sentence. */
export function completenessSentence({ complete, sources }: Completeness): string {
  const missing = sources.filter((source) => source.state !== 'COMPLETE').length;
  if (complete) {
    return sources.length === 0 ? 'No dataset could change this answer.' : `${counted(sources.length, 'dataset')} that could change this answer: all read whole.`;
  }
  return `${counted(missing, 'dataset')} of ${sources.length} that could change this answer ${missing === 1 ? 'was' : 'were'} not read whole.`;
}
