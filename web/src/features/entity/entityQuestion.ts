import { briefEntity, completenessFields, conditionFields, evidenceFields, pageFields, usageFields } from '../../api/fragments';
import { graphql, type FragmentOf, type ResultOf } from '../../api/graphql';

export const credentialRow = graphql(
  `
    fragment CredentialRow on Credential {
      ...BriefEntity
      type
      posture
      createdAt
      expiresAt
      lastRotatedAt
      enabled
      inactive {
        reason
        from
        until
      }
      lastUsed {
        ...UsageFields
      }
    }
  `,
  [briefEntity, usageFields],
);
export type CredentialRow = FragmentOf<typeof credentialRow>;

export const consumerRow = graphql(
  `
    fragment ConsumerRow on Entity {
      ...BriefEntity
      consumer {
        type
        purpose
        lastRunAt
        potential
      }
    }
  `,
  [briefEntity],
);
export type ConsumerRow = FragmentOf<typeof consumerRow>;

export const holdingRow = graphql(
  `
    fragment HoldingRow on Holding {
      entitlement {
        ...BriefEntity
        capability
        target
      }
      certainty
      conditions {
        ...ConditionFields
      }
      evidence {
        ...EvidenceFields
      }
      via {
        ...BriefEntity
      }
    }
  `,
  [briefEntity, conditionFields, evidenceFields],
);
export type HoldingRow = FragmentOf<typeof holdingRow>;

/** Everything the page of facts shows of an entity, but for its lists of entitlements, which are paged. */
export const entityQuestion = graphql(
  `
    query EntityFacts($id: ID!) {
      node(id: $id) {
        ... on Entity {
          ...BriefEntity
          key
          firstSeen
          lastSeen
          properties {
            name
            value
          }
          assertions {
            source
            scope
            dataset
            run
          }
          identity {
            type
            nature
            enabled
            createdAt
            purpose
            expiresAt
            lastUsed {
              ...UsageFields
            }
          }
          consumer {
            type
            purpose
            lastRunAt
            potential
          }
          resource {
            type
            providerType
            container
            sensitivity
            criticality
            known
          }
        }
        ... on Identity {
          credentials(first: 50) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...CredentialRow
            }
          }
          consumers(first: 50) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...ConsumerRow
            }
          }
          creator {
            state
            human {
              ...BriefEntity
            }
            via {
              ...BriefEntity
            }
            statement
            completeness {
              ...CompletenessFields
            }
          }
          application {
            ...BriefEntity
            status
            retiredAt
            vendor
          }
          owners {
            state
            nodes {
              role
              owner {
                ...BriefEntity
              }
              through {
                ...BriefEntity
              }
              since
              active
            }
            completeness {
              ...CompletenessFields
            }
          }
        }
        ... on Credential {
          ...CredentialRow
          identities {
            ...BriefEntity
          }
          credentialConsumers: consumers(first: 50) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...ConsumerRow
            }
          }
          exposedTo {
            state
            nodes {
              certainty
              human {
                ...BriefEntity
              }
            }
            completeness {
              ...CompletenessFields
            }
          }
          storedIn {
            ...BriefEntity
          }
        }
        ... on Consumer {
          consumerCredentials: credentials(first: 50) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...CredentialRow
            }
          }
        }
        ... on Resource {
          children(first: 100) {
            totalCount
            nodes {
              ...BriefEntity
            }
          }
        }
        ... on Entitlement {
          capability
          target
          grantedBy(first: 100) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              human {
                ...BriefEntity
              }
              via {
                ...BriefEntity
              }
              evidence {
                ...EvidenceFields
              }
            }
          }
          holders(first: 100) {
            totalCount
            nodes {
              ...BriefEntity
            }
          }
          targets(first: 100) {
            totalCount
            nodes {
              resource {
                ...BriefEntity
              }
              effect
              covers
              parts
              certainty
              conditions {
                ...ConditionFields
              }
              evidence {
                ...EvidenceFields
              }
            }
          }
        }
        ... on Group {
          members(first: 100) {
            totalCount
            nodes {
              ...BriefEntity
            }
          }
        }
        ... on Human {
          employeeId
          email
          status
          departedAt
          department
          manager {
            ...BriefEntity
          }
          teams {
            ...BriefEntity
          }
          accounts {
            ...BriefEntity
          }
          owns(first: 100) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...BriefEntity
            }
          }
          created(first: 100) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...BriefEntity
            }
          }
          exposed: exposedTo(first: 100) {
            totalCount
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...CredentialRow
            }
          }
        }
        ... on Application {
          applicationStatus: status
          retiredAt
          vendor
        }
        ... on Team {
          email
        }
      }
    }
  `,
  [briefEntity, completenessFields, conditionFields, consumerRow, credentialRow, evidenceFields, usageFields],
);

type AnyNode = NonNullable<ResultOf<typeof entityQuestion>['node']>;
export type EntityFacts = Extract<AnyNode, { key: string }>;

/** What an identity or group is entitled to, itself and through its groups. */
export const holdingsQuestion = graphql(
  `
    query Holdings($id: ID!, $first: Int, $after: String) {
      node(id: $id) {
        ... on Identity {
          entitlements(first: $first, after: $after) {
            totalCount
            pageInfo {
              ...PageFields
            }
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...HoldingRow
            }
          }
        }
        ... on Group {
          entitlements(first: $first, after: $after) {
            totalCount
            pageInfo {
              ...PageFields
            }
            completeness {
              ...CompletenessFields
            }
            nodes {
              ...HoldingRow
            }
          }
        }
      }
    }
  `,
  [completenessFields, holdingRow, pageFields],
);
