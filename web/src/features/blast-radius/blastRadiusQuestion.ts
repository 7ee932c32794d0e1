import { assumptionFields, boundsFields, briefEntity, completenessFields, summaryFields } from '../../api/fragments';
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
          nodes {
            id
            entity {
              ...BriefEntity
            }
            kind
            label
            count
            distance
            certainty
          }
          edges {
            from
            to
            kind
            certainty
          }
          truncated {
            statement
          }
        }
      }
    }
  `,
  [assumptionFields, boundsFields, briefEntity, completenessFields, summaryFields],
);

export type BlastRadius = NonNullable<ResultOf<typeof blastRadiusQuestion>['blastRadius']>;
