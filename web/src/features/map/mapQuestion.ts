import { briefEntity, completenessFields, nearestFields, pageFields, subgraphFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** Most nodes that one map draws: what the API gives at once. */
export const mostNodes = 2000;

/** What falls if these fall, for drawing. */
export const fallsMapQuestion = graphql(
  `
    query FallsMap($of: [ID!]!, $options: TraversalOptions, $maxNodes: Int) {
      blastRadius(of: $of, options: $options) {
        notFound
        completeness {
          ...CompletenessFields
        }
        graph(maxNodes: $maxNodes) {
          ...SubgraphFields
        }
      }
    }
  `,
  [completenessFields, subgraphFields],
);

export type FallsMap = NonNullable<ResultOf<typeof fallsMapQuestion>['blastRadius']>;

/** Who can reach these, page by page, each with its shortest path. */
export const reachesMapQuestion = graphql(
  `
    query ReachesMap($of: [ID!]!, $options: TraversalOptions, $first: Int, $after: String) {
      exposure(of: $of, options: $options) {
        of {
          ...BriefEntity
        }
        notFound
        completeness {
          ...CompletenessFields
        }
        nearest: entities(first: $first, after: $after) {
          totalCount
          pageInfo {
            ...PageFields
          }
          nodes {
            ...NearestFields
          }
        }
      }
    }
  `,
  [briefEntity, completenessFields, nearestFields, pageFields],
);
