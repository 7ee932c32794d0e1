import type { ComponentChildren } from 'preact';
import { Card } from '../../ui/Card';
import { completenessSentence } from '../../ui/CompletenessNote';
import { EntityLink } from '../../ui/EntityLink';
import { LastUsed, missingOf } from '../../ui/LastUsed';
import { When } from '../../ui/When';
import { title, words } from '../../vocabulary/words';
import type { EntityFacts } from './entityQuestion';
import { hrefOf } from '../../app/route';
import { otherProperties } from './otherProperties';

/** What is said of an entity, by whom, and since when. */
export function FactsAside({ entity }: { entity: EntityFacts }) {
  const others = otherProperties(entity.properties);
  return (
    <div class="stack">
      <Card title="Facts">
        <dl class="facts">
          <Typed entity={entity} />
          <Fact name="Environment">{entity.environment ?? <span class="unknown">Unknown</span>}</Fact>
          <Fact name="First seen">
            <When at={entity.firstSeen} />
          </Fact>
          <Fact name="Last seen">
            <When at={entity.lastSeen} />
          </Fact>
          {others.map((property) => (
            <Fact key={property.name} name={property.name} raw>
              {property.value}
            </Fact>
          ))}
        </dl>
      </Card>
      <Accountable entity={entity} />
      <Card title="Who says so" note={entity.assertions.length}>
        {entity.assertions.length === 0 ? (
          <p class="muted">No source lists it; something else names it.</p>
        ) : (
          <ul class="assertions">
            {entity.assertions.map((assertion, index) => (
              <li key={index}>
                <strong>{words(assertion.dataset.replaceAll('-', '_'))}</strong>
                <span class="muted small">
                  {assertion.source} · {assertion.scope} · run {assertion.run}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function Typed({ entity }: { entity: EntityFacts }) {
  const { identity, consumer, resource } = entity;
  return (
    <>
      {entity.__typename === 'Credential' && (
        <>
          <Fact name="Type">{title(entity.type)}</Fact>
          <Fact name="Posture">{entity.posture === 'UNKNOWN' ? <span class="unknown">Unknown</span> : title(entity.posture)}</Fact>
          <Instant name="Made" at={entity.createdAt} />
          <Instant name="Rotated" at={entity.lastRotatedAt} />
          <Fact name="Last used">
            <LastUsed usage={entity.lastUsed} />
          </Fact>
          <Instant name="Expires" at={entity.expiresAt} absent={entity.posture === 'STATIC' ? 'Never: it is static' : undefined} />
        </>
      )}
      {identity && (
        <>
          <Fact name="Identity">{identity.type === 'UNKNOWN' ? 'Of unknown type' : title(identity.type)}</Fact>
          <Fact name="Enabled">{identity.enabled === null ? <span class="unknown">Unknown</span> : identity.enabled ? 'Yes' : 'No'}</Fact>
          <Instant name="Made" at={identity.createdAt} />
          <Fact name="Last used">
            <LastUsed usage={identity.lastUsed} />
          </Fact>
          {identity.expiresAt && <Instant name="Expires" at={identity.expiresAt} />}
          <Fact name="Purpose">{identity.purpose ?? <span class="unknown">Not stated</span>}</Fact>
        </>
      )}
      {consumer && (
        <>
          <Fact name="Consumer">{consumer.type === 'UNKNOWN' ? 'Of unknown type' : title(consumer.type)}</Fact>
          <Instant name="Last run" at={consumer.lastRunAt} />
          {consumer.purpose && <Fact name="Purpose">{consumer.purpose}</Fact>}
        </>
      )}
      {resource && (
        <>
          <Fact name="Resource">
            {title(resource.type)} {resource.providerType && <code class="muted">{resource.providerType}</code>}
          </Fact>
          {!resource.container && !identity && <Fact name="Sensitivity">{resource.sensitivity === 'UNKNOWN' ? <span class="unknown">Unknown</span> : title(resource.sensitivity)}</Fact>}
          {resource.criticality && <Fact name="Criticality">{resource.criticality}</Fact>}
        </>
      )}
    </>
  );
}

function Accountable({ entity }: { entity: EntityFacts }) {
  if (entity.__typename === 'Credential') {
    return (
      <Card title="Who could know it" note={entity.exposedTo.nodes.length}>
        {entity.exposedTo.nodes.length === 0 && <p class="muted small">{nobody(entity.exposedTo.state, 'Nobody', entity.exposedTo.completeness)}</p>}
        <ul class="mentions">
          {entity.exposedTo.nodes.map(({ human }) => (
            <li key={human.id}>
              <EntityLink entity={human} />
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  if (entity.__typename !== 'Identity') {
    return null;
  }
  const { application, creator, owners } = entity;
  return (
    <Card title="Accountable" aside={<a href={hrefOf({ page: 'trust', id: entity.id })}>Chain of trust</a>}>
      <dl class="facts">
        <Fact name="Made by">
          {creator.human ? <EntityLink entity={creator.human} /> : creator.via ? <EntityLink entity={creator.via} /> : <span class="unknown">Unknown</span>}
          <span class="muted small block">{creator.human || creator.via ? creator.statement : missingOf(creator.completeness)}</span>
        </Fact>
        <Fact name="Owners">
          {owners.nodes.map((ownership) => (
            <span key={ownership.owner.id + ownership.role + (ownership.through?.id ?? '')} class="block">
              <EntityLink entity={ownership.owner} />{' '}
              <span class="muted small">
                {ownership.role === 'UNKNOWN' ? 'in a role that is not told' : words(ownership.role)}
                {ownership.active === null && ownership.owner.kinds.includes('HUMAN') && ', whether still here is unknown'}
              </span>{' '}
              {ownership.active === false && <span class="tag bad">gone</span>}
              {ownership.through && (
                <span class="muted small block owner-through">
                  as owner of <EntityLink entity={ownership.through} />
                </span>
              )}
            </span>
          ))}
          {owners.nodes.length === 0 && (
            <>
              {owners.state === 'KNOWN' ? 'None' : <span class="unknown">Unknown</span>}
              <span class="muted small block">{owners.state === 'KNOWN' ? completenessSentence(owners.completeness) : missingOf(owners.completeness)}</span>
            </>
          )}
        </Fact>
        <Fact name="Application">
          {application ? (
            <>
              <EntityLink entity={application} />
              {application.status === 'RETIRED' && <span class="tag bad">retired</span>}
              {application.vendor && <span class="muted small block">vendor {application.vendor}</span>}
            </>
          ) : (
            <span class="unknown">Not known</span>
          )}
        </Fact>
      </dl>
    </Card>
  );
}

const nobody = (state: 'KNOWN' | 'UNKNOWN', none: string, completeness: Parameters<typeof missingOf>[0]): string => (state === 'KNOWN' ? `${none}. ${completenessSentence(completeness)}` : `Unknown: ${missingOf(completeness)}.`);

function Instant({ name, at, absent }: { name: string; at: string | null; absent?: string | undefined }) {
  return <Fact name={name}>{at ? <When at={at} /> : (absent ?? <span class="unknown">Unknown</span>)}</Fact>;
}

function Fact({ name, raw = false, children }: { name: string; raw?: boolean; children: ComponentChildren }) {
  return (
    <div>
      <dt class={raw ? 'mono' : ''}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
