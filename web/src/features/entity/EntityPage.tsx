import { useAnswer } from '../../api/useAnswer';
import { Problems } from '../../ui/Problems';
import { CanIt } from '../access/CanIt';
import { AtAGlance } from './AtAGlance';
import { ConsumerList } from './ConsumerList';
import { CredentialTable } from './CredentialTable';
import './entity-page.css';
import { EntityHead } from './EntityHead';
import { entityQuestion, type EntityFacts } from './entityQuestion';
import { FactsAside } from './FactsAside';
import { GrantedBy } from './GrantedBy';
import { HoldingTable } from './HoldingTable';
import { MentionCard } from './MentionCard';
import { PersonTies } from '../people/PersonTies';
import { TargetTable } from './TargetTable';

/** The facts of one entity: what it is, who says so, what it is tied to. */
export function EntityPage({ id }: { id: string }) {
  const { data, problems, loading } = useAnswer(entityQuestion, { id }, id);
  const entity = data?.node && 'key' in data.node ? (data.node as EntityFacts) : null;
  return (
    <div class="stack">
      <EntityHead ids={[id]} view="entity" />
      <Problems problems={problems} />
      {loading && !entity && <p class="loading">Reading the facts …</p>}
      {entity && (
        <div class="entity-columns">
          <div class="stack">
            <AtAGlance id={id} />
            <Ties entity={entity} />
          </div>
          <FactsAside entity={entity} />
        </div>
      )}
    </div>
  );
}

/** Users, roles and root users of AWS: what they may do is decided request by request. */
function decides(key: string): boolean {
  return /^aws:arn:[a-z-]+:iam::\d{12}:(user\/|role\/|root$)/.test(key);
}

function Ties({ entity }: { entity: EntityFacts }) {
  switch (entity.__typename) {
    case 'Identity':
      return (
        <>
          {entity.credentials && <CredentialTable list={entity.credentials} none="No credential of it is known." />}
          {entity.consumers && <ConsumerList title="Consumers" list={entity.consumers} none="Nothing is known to use it." />}
          {decides(entity.key) && <CanIt key={entity.id} id={entity.id} />}
          <HoldingTable id={entity.id} />
        </>
      );
    case 'Credential':
      return (
        <>
          <MentionCard title="Authenticates" entities={entity.identities} none="It authenticates no known identity." />
          {entity.credentialConsumers && <ConsumerList title="Used by" list={entity.credentialConsumers} none="Nothing is known to use it." />}
          {entity.storedIn.length > 0 && <MentionCard title="Kept in" entities={entity.storedIn} none="" />}
        </>
      );
    case 'Consumer':
      return entity.consumerCredentials ? <CredentialTable list={entity.consumerCredentials} none="It uses no known credential." /> : null;
    case 'Resource':
      return entity.children && entity.children.nodes.length > 0 ? <MentionCard title="Contains" entities={entity.children.nodes} total={entity.children.totalCount} none="" /> : null;
    case 'Entitlement':
      return (
        <>
          {entity.targets && <TargetTable list={entity.targets} />}
          {entity.grantedBy && <GrantedBy list={entity.grantedBy} />}
          {entity.holders && <MentionCard title="Held by" entities={entity.holders.nodes} total={entity.holders.totalCount} none="Nobody holds it directly; a wider entitlement may include it." />}
        </>
      );
    case 'Group':
      return (
        <>
          {entity.members && <MentionCard title="Members" entities={entity.members.nodes} total={entity.members.totalCount} none="It has no known member." />}
          <HoldingTable id={entity.id} />
        </>
      );
    case 'Human':
      return <PersonTies person={entity} />;
    default:
      return null;
  }
}
