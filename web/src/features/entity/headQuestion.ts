import { briefEntity } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** What stands above every page about one or more entities. */
export const headQuestion = graphql(
  `
    query Head($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Entity {
          ...BriefEntity
          key
          identity {
            type
            nature
            enabled
          }
          consumer {
            type
            potential
          }
          resource {
            type
            providerType
            sensitivity
            known
            container
            path {
              ...BriefEntity
            }
          }
          ... on Credential {
            credentialType: type
            posture
            inactive {
              reason
              from
              until
            }
          }
          ... on Entitlement {
            capability
          }
          ... on Human {
            status
          }
          ... on Application {
            applicationStatus: status
          }
        }
      }
    }
  `,
  [briefEntity],
);

export type HeadEntity = Extract<NonNullable<ResultOf<typeof headQuestion>['nodes'][number]>, { id: string }>;
