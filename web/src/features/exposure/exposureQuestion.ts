import { assumptionFields, briefEntity, completenessFields, nearestFields, summaryFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** Who can reach these: everything but the rows. The nearest are asked with their paths, for the picture. */
export const exposureQuestion = graphql(
  `
    query Exposure($of: [ID!]!, $options: TraversalOptions) {
      exposure(of: $of, options: $options) {
        graphVersion
        notFound
        public
        of {
          ...BriefEntity
        }
        summary {
          ...SummaryFields
        }
        assumptions {
          ...AssumptionFields
        }
        completeness {
          ...CompletenessFields
        }
        nearest: entities(first: 60) {
          totalCount
          nodes {
            ...NearestFields
          }
        }
      }
    }
  `,
  [assumptionFields, briefEntity, completenessFields, nearestFields, summaryFields],
);

export type Exposure = NonNullable<ResultOf<typeof exposureQuestion>['exposure']>;
