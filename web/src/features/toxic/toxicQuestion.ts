import { briefEntity, completenessFields, pageFields, pathFields } from '../../api/fragments';
import { graphql, type FragmentOf, type ResultOf } from '../../api/graphql';

export const toxicRow = graphql(
  `
    fragment ToxicRow on ToxicCombination {
      id
      severity
      statement
      byTechnique
      rule {
        id
        title
        why
      }
      actor {
        ...BriefEntity
      }
      controlGroup {
        ...BriefEntity
      }
      controlGroupSize
      accounts
      exception {
        holds
        until
        by
        why
      }
      parts {
        capability
        certainty
        on {
          ...BriefEntity
        }
      }
    }
  `,
  [briefEntity],
);
export type ToxicRow = FragmentOf<typeof toxicRow>;

/** The rules that are asked, and how many administer a whole account: they satisfy every rule there, and are counted once. */
export const rulesQuestion = graphql(`
  query ToxicRules($certainty: Certainty) {
    toxicRules {
      id
      title
      why
      severity
      source
    }
    administrators: toxicCombinations(filter: { rules: ["administrators"], certainty: $certainty }, first: 1) {
      totalCount
    }
  }
`);

/** Who can do what no single actor may; the paths are asked for when one is opened. */
export const toxicQuestion = graphql(
  `
    query ToxicCombinations($filter: ToxicCombinationFilter, $first: Int, $after: String) {
      toxicCombinations(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        completeness {
          ...CompletenessFields
        }
        edges {
          cursor
          node {
            ...ToxicRow
          }
        }
      }
    }
  `,
  [completenessFields, pageFields, toxicRow],
);

/** The parts of one combination with their paths: the page of a single row after the row before it. */
export const toxicPartsQuestion = graphql(
  `
    query ToxicParts($filter: ToxicCombinationFilter, $after: String) {
      toxicCombinations(filter: $filter, first: 1, after: $after) {
        nodes {
          id
          parts {
            capability
            certainty
            on {
              ...BriefEntity
            }
            path {
              ...PathFields
            }
          }
        }
      }
    }
  `,
  [briefEntity, pathFields],
);

export type ToxicPart = NonNullable<ResultOf<typeof toxicPartsQuestion>['toxicCombinations']>['nodes'][number]['parts'][number];
