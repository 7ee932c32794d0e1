import { assumptionFields, completenessFields } from '../../api/fragments';
import { graphql, type ResultOf } from '../../api/graphql';

export const accessQuestion = graphql(
  `
    query Access($principal: ID!, $action: String!, $resource: String!, $context: [AwsContextInput!]) {
      awsAccess(principal: $principal, action: $action, resource: $resource, context: $context) {
        decision
        statement
        decidedBy {
          policy
          kind
          statement
          sid
          reason
        }
        conditions {
          statement
        }
        assumptions {
          ...AssumptionFields
        }
        completeness {
          ...CompletenessFields
        }
      }
    }
  `,
  [assumptionFields, completenessFields],
);
export type Access = NonNullable<ResultOf<typeof accessQuestion>['awsAccess']>;
