import type { NodeKind } from '../api/enums';
import { kinds } from '../vocabulary/kinds';
import { kindShapes } from './kindShapes';

/** The sign of a kind. It is named for those who do not see it, unless the kind stands beside it in words. */
export function KindIcon({ kind, size = 16, named = true }: { kind: NodeKind; size?: number; named?: boolean }) {
  return (
    <svg
      class={`kind-icon kind-${kind}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(named ? { role: 'img', 'aria-label': kinds[kind].one } : { 'aria-hidden': true })}
    >
      {named && <title>{kinds[kind].one}</title>}
      <path d={kindShapes[kind]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
