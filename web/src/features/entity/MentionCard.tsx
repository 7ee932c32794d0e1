import type { BriefEntity, Completeness } from '../../api/fragments';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { EntityLink } from '../../ui/EntityLink';

export interface MentionCardProps {
  title: string;
  entities: readonly BriefEntity[];
  total?: number | null;
  none: string;
  /** What could have seen more; given wherever "none" would be a claim. */
  completeness?: Completeness;
}

/** A titled list of entities by name. */
export function MentionCard({ title, entities, total, none, completeness }: MentionCardProps) {
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
      {completeness && <CompletenessNote completeness={completeness} />}
    </Card>
  );
}
