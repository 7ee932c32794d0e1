import type { BriefEntity } from '../../api/fragments';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { EntityLink } from '../../ui/EntityLink';

/** A titled list of entities by name. */
export function MentionCard({ title, entities, total, none }: { title: string; entities: readonly BriefEntity[]; total?: number | null; none: string }) {
  const all = total ?? entities.length;
  return (
    <Card title={title} note={count(all)}>
      {entities.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ul class="mentions">
          {entities.map((entity) => (
            <li key={entity.id}>
              <EntityLink entity={entity} />
              {entity.environment && <span class="tag">{entity.environment}</span>}
            </li>
          ))}
        </ul>
      )}
      {all > entities.length && (
        <p class="muted small">
          The first {count(entities.length)} of {count(all)}.
        </p>
      )}
    </Card>
  );
}
