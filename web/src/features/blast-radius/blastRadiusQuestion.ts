import { assumptionFields, boundsFields, completenessFields, subgraphFields, summaryFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** What falls if these fall: everything but the rows. */
export const blastRadiusQuestion = graphql(
  `
    query BlastRadius($of: [ID!]!, $options: TraversalOptions, $maxNodes: Int) {
      blastRadius(of: $of, options: $options) {
        graphVersion
        notFound
        summary {
          ...SummaryFields
        }
        capabilities {
          capability
          resources {
            ...BoundsFields
          }
        }
        publicResources {
          ...BoundsFields
        }
        assumptions {
          ...AssumptionFields
        }
        completeness {
          ...CompletenessFields
        }
        graph(maxNodes: $maxNodes) {
          ...SubgraphFields
        }
      }
    }
  `,
  [assumptionFields, boundsFields, completenessFields, subgraphFields, summaryFields],
);

export type BlastRadius = NonNullable<ResultOf<typeof blastRadiusQuestion>['blastRadius']>;
