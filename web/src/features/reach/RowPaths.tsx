import { useState } from 'preact/hooks';
import type { Path } from '../../api/fragments';
import { PathSteps } from '../paths/PathSteps';
import { counted } from '../../format/numbers';
import { words } from '../../vocabulary/words';
import { samePath } from './samePath';

export interface RowPathsProps {
  shortest: Path;
  strongest: Path;
  /** The page of all paths between the two. */
  allHref: string;
}

/** The path to a chosen row: the strongest first, and the shortest where that is another. */
export function RowPaths({ shortest, strongest, allHref }: RowPathsProps) {
  const [which, setWhich] = useState<'strongest' | 'shortest'>('strongest');
  const same = samePath(shortest, strongest);
  const shown = same || which === 'strongest' ? strongest : shortest;
  return (
    <div class="row-path">
      <div class="path-choice">
        {same ? (
          <span class="muted small">
            The shortest path is also the strongest: {counted(shortest.length, 'step')}, {words(shortest.certainty)}
          </span>
        ) : (
          <>
            <button type="button" class="chip" aria-pressed={which === 'strongest'} onClick={() => setWhich('strongest')}>
              Strongest <span>{`${words(strongest.certainty)}, ${strongest.length}`}</span>
            </button>
            <button type="button" class="chip" aria-pressed={which === 'shortest'} onClick={() => setWhich('shortest')}>
              Shortest <span>{`${words(shortest.certainty)}, ${shortest.length}`}</span>
            </button>
          </>
        )}
        <a href={allHref}>All paths</a>
      </div>
      <PathSteps path={shown} />
    </div>
  );
}
