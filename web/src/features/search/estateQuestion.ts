import { briefEntity, completenessFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** What the graph holds, who told it, and where an analyst may begin. */
export const estateQuestion = graphql(
  `
    query Estate {
      graphVersion
      sources {
        id
        kind
        name
        scopes
        datasets {
          scope
          dataset
          state
          asOf
          statement
        }
        lastRun {
          id
          state
          finishedAt
          problems {
            code
            statement
            remedy
            locator
          }
        }
      }
      identities(first: 1) {
        totalCount
        completeness {
          ...CompletenessFields
        }
      }
      credentials(first: 1) {
        totalCount
      }
      consumers(first: 1) {
        totalCount
      }
      groups(first: 1) {
        totalCount
      }
      entitlements(first: 1) {
        totalCount
      }
      resources(first: 1) {
        totalCount
      }
      oldKeys: credentials(filter: { types: [ACCESS_KEY], enabled: true }, orderBy: { by: CREATED_AT, direction: ASC }, first: 2) {
        nodes {
          ...BriefEntity
          createdAt
        }
      }
      thirdParties: consumers(filter: { types: [THIRD_PARTY] }, first: 2) {
        nodes {
          ...BriefEntity
        }
      }
      pipelines: consumers(filter: { types: [FEDERATED_SUBJECT, PIPELINE] }, first: 20) {
        nodes {
          ...BriefEntity
        }
      }
      restricted: resources(filter: { sensitivities: [RESTRICTED] }, first: 2) {
        nodes {
          ...BriefEntity
        }
      }
    }
  `,
  [briefEntity, completenessFields],
);

export type Estate = ResultOf<typeof estateQuestion>;
