import type { EntityFacts } from './entityQuestion';
import { count } from '../../format/numbers';
import { Card } from '../../ui/Card';
import { CompletenessNote } from '../../ui/CompletenessNote';
import { EntityLink } from '../../ui/EntityLink';
import { EvidenceList } from '../../ui/EvidenceList';

type Grants = NonNullable<Extract<EntityFacts, { __typename: 'Entitlement' }>['grantedBy']>;

/** Who gave an entitlement to somebody: the events say to whom, by which policy and when. */
export function GrantedBy({ list }: { list: Grants }) {
  const total = list.totalCount ?? list.nodes.length;
  return (
    <Card title="Given by" note={count(total)}>
      {list.nodes.length === 0 ? (
        <p class="muted">No log that was read names who gave it.</p>
      ) : (
        <ul class="mentions">
          {list.nodes.map(({ human, via, evidence }) => {
            const giver = human ?? via;
            return (
              <li key={giver?.id}>
                {giver && <EntityLink entity={giver} />}
                <EvidenceList evidence={evidence} />
              </li>
            );
          })}
        </ul>
      )}
      {total > list.nodes.length && (
        <p class="muted small">
          The first {count(list.nodes.length)} of {count(total)}.
        </p>
      )}
      <CompletenessNote completeness={list.completeness} />
    </Card>
  );
}
