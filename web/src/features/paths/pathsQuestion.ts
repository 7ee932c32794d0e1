import { briefEntity, completenessFields, pageFields, pathFields } from '../../api/fragments';
import { graphql } from '../../api/graphql';

/** The simple paths between two things, shortest first. */
export const pathsQuestion = graphql(
  `
    query Paths($from: [ID!]!, $to: [ID!]!, $options: TraversalOptions, $first: Int, $after: String) {
      paths(from: $from, to: $to, options: $options, first: $first, after: $after) {
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
          ...PathFields
        }
      }
    }
  `,
  [completenessFields, pageFields, pathFields],
);

/** The two ends by name. */
export const endsQuestion = graphql(
  `
    query Ends($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Entity {
          ...BriefEntity
        }
      }
    }
  `,
  [briefEntity],
);
