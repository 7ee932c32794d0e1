import { boundsFields, briefEntity, completenessFields, pageFields } from '../../api/fragments';
import { graphql, type FragmentOf } from '../../api/graphql';

export const chainFields = graphql(
  `
    fragment ChainFields on Chain {
      consumer {
        ...BriefEntity
        consumer {
          potential
        }
      }
      credential {
        ...BriefEntity
        type
        posture
      }
      identity {
        ...BriefEntity
      }
      via {
        ...BriefEntity
      }
      resources {
        ...BoundsFields
      }
      missing
      certainty
      reached(first: 6) {
        totalCount
        nodes {
          resource {
            ...BriefEntity
          }
          capabilities
          capabilitiesPossible
          certainty
          path(by: STRONGEST) {
            steps {
              from {
                ...BriefEntity
              }
              edge
              to {
                ...BriefEntity
              }
              certainty
            }
          }
        }
      }
    }
  `,
  [boundsFields, briefEntity],
);

export type Chain = FragmentOf<typeof chainFields>;

/** The chains through a node: consumer, credential, identity and what it reaches. */
export const chainsQuestion = graphql(
  `
    query Chains($through: ID!, $first: Int, $after: String) {
      chains(through: $through, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        truncated {
          statement
        }
        completeness {
          ...CompletenessFields
        }
        nodes {
          ...ChainFields
        }
      }
    }
  `,
  [chainFields, completenessFields, pageFields],
);
