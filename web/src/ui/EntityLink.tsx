import type { BriefEntity } from '../api/fragments';
import { hrefOf } from '../app/route';
import { chiefKind } from '../vocabulary/kinds';
import { KindIcon } from './KindIcon';

/** A mention of an entity: its kind's sign, its name, the way to its page. */
export function EntityLink({ entity }: { entity: BriefEntity }) {
  return (
    <a class="entity-link" href={hrefOf({ page: 'entity', id: entity.id })} title={entity.id}>
      <KindIcon kind={chiefKind(entity.kinds)} />
      <span>{entity.name}</span>
    </a>
  );
}
