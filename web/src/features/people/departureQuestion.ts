import { briefEntity, completenessFields, summaryFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** What is to do when a person leaves. */
export const departureQuestion = graphql(
  `
    query Departure($id: ID!) {
      node(id: $id) {
        ... on Human {
          id
          status
          departedAt
          departure {
            statement
            totalCount
            items {
              entity {
                ...BriefEntity
              }
              relations
              proposal
              why
            }
            exposure {
              ...SummaryFields
            }
            completeness {
              ...CompletenessFields
            }
          }
        }
      }
    }
  `,
  [briefEntity, completenessFields, summaryFields],
);

type Person = Extract<NonNullable<ResultOf<typeof departureQuestion>['node']>, { departure: unknown }>;
export type Departure = NonNullable<Person['departure']>;
export type DepartureItem = Departure['items'][number];
