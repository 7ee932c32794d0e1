import { briefEntity, completenessFields, evidenceFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

/** Whether an identity, credential or consumer can be certified, and on what evidence. */
export const trustQuestion = graphql(
  `
    query Trust($of: ID!) {
      chainOfTrust(of: $of) {
        of {
          ...BriefEntity
        }
        verdict
        statement
        graphVersion
        links {
          link
          state
          backed
          statement
          entities {
            ...BriefEntity
          }
          evidence {
            ...EvidenceFields
          }
        }
        completeness {
          ...CompletenessFields
        }
      }
    }
  `,
  [briefEntity, completenessFields, evidenceFields],
);

export type Trust = NonNullable<ResultOf<typeof trustQuestion>['chainOfTrust']>;
export type TrustLink = Trust['links'][number];
