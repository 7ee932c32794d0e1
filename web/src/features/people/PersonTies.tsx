import { hrefOf } from '../../app/route';
import { Card } from '../../ui/Card';
import { EntityLink } from '../../ui/EntityLink';
import { When } from '../../ui/When';
import { humanStatuses } from '../../vocabulary/humanStatuses';
import { CredentialTable } from '../entity/CredentialTable';
import type { EntityFacts } from '../entity/entityQuestion';
import { MentionCard } from '../entity/MentionCard';

type Person = Extract<EntityFacts, { __typename: 'Human' }>;

/** A person: who they are here, what they answer for, what they made, and what they could know. */
export function PersonTies({ person }: { person: Person }) {
  const status = humanStatuses[person.status];
  return (
    <>
      <Card
        title="Person"
        aside={
          <a class="button" href={hrefOf({ page: 'departure', id: person.id })}>
            {person.status === 'DEPARTED' ? 'What their leaving means' : 'If they leave'}
          </a>
        }
      >
        <dl class="facts">
          <div>
            <dt>Status</dt>
            <dd>
              <span class={`tag ${status.tone}`}>{status.label}</span>
              {person.departedAt && (
                <>
                  {' '}
                  <When at={person.departedAt} />
                </>
              )}
            </dd>
          </div>
          <Mentioned name="Manager" entities={person.manager ? [person.manager] : []} none="Not known" />
          <Mentioned name="Teams" entities={person.teams} none="None known" />
          <Mentioned name="Accounts" entities={person.accounts} none="None known" />
          {person.department && (
            <div>
              <dt>Department</dt>
              <dd>{person.department}</dd>
            </div>
          )}
          {person.email && (
            <div>
              <dt>E-mail</dt>
              <dd>{person.email}</dd>
            </div>
          )}
        </dl>
      </Card>
      {person.owns && <MentionCard title="Owns" entities={person.owns.nodes} total={person.owns.totalCount} none="Nothing that is known." completeness={person.owns.completeness} />}
      {person.created && <MentionCard title="Made or granted" entities={person.created.nodes} total={person.created.totalCount} none="Nothing that is known." completeness={person.created.completeness} />}
      {person.exposed && <CredentialTable title="Could know" list={person.exposed} none="No secret that still lives is known to have been seen." />}
    </>
  );
}

function Mentioned({ name, entities, none }: { name: string; entities: readonly Parameters<typeof EntityLink>[0]['entity'][]; none: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {entities.length === 0 && <span class="unknown">{none}</span>}
        <ul class="row">
          {entities.map((entity) => (
            <li key={entity.id}>
              <EntityLink entity={entity} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
