import type { ComponentChildren } from 'preact';
import type { AskProblem } from '../../api/ask';
import type { Path } from '../../api/fragments';
import { Problems } from '../../ui/Problems';
import { RowPaths } from './RowPaths';

export interface RowAnswerProps {
  /** What stands above the path. */
  above?: ComponentChildren;
  /** The row that was chosen; an answer about another row is never shown for it. */
  id: string;
  paths: { to: { id: string }; shortest: Path; strongest: Path } | undefined;
  problems: AskProblem[];
  loading: boolean;
  allHref: string;
}

/** The paths of a chosen row when they are there. */
export function RowAnswer({ above, id, paths, problems, loading, allHref }: RowAnswerProps) {
  if (problems.length > 0) {
    return <Problems problems={problems} />;
  }
  if (paths && paths.to.id === id) {
    return (
      <>
        {above}
        <RowPaths shortest={paths.shortest} strongest={paths.strongest} allHref={allHref} />
      </>
    );
  }
  return (
    <p class="muted">
      {loading ? 'Reading the path …' : 'The graph has changed since these rows were read.'} {!loading && <a href={allHref}>All paths</a>}
    </p>
  );
}
