import type { Assumption } from '../api/fragments';
import { counted } from '../format/numbers';
import './notes.css';

/** What the answer takes for granted because nobody read it. */
export function AssumptionsNote({ assumptions }: { assumptions: readonly Assumption[] }) {
  if (assumptions.length === 0) {
    return null;
  }
  return (
    <details class="note">
      <summary>
        <span class="tag">{assumptions.length}</span>
        <span>{assumptions.length === 1 ? 'assumption' : 'assumptions'} that this answer rests on</span>
      </summary>
      <ul class="note-list">
        {assumptions.map((assumption) => (
          <li key={assumption.code}>
            <span>
              {assumption.statement}
              <span class="muted small block">
                <code>{assumption.code}</code>
                {assumption.demotes > 0 && ` · ${counted(assumption.demotes, 'edge')} ${assumption.demotes === 1 ? 'rests' : 'rest'} on it; “strict” counts ${assumption.demotes === 1 ? 'it' : 'them'} as declared`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
