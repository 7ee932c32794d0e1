import { boundsFields, briefEntity, completenessFields, pageFields, summaryFields } from '../../api/fragments';
import { graphql, type FragmentOf } from '../../api/graphql';

export const orphanRow = graphql(
  `
    fragment OrphanRow on OrphanChain {
      id
      reasons
      undecided
      missing
      consumer {
        ...BriefEntity
      }
      credential {
        ...BriefEntity
        type
        posture
      }
      identity {
        ...BriefEntity
      }
      state
      lastAccountable {
        ...BriefEntity
        status
        departedAt
      }
      since
      sensitiveReach {
        ...BoundsFields
      }
      severity
      statement
      completeness {
        ...CompletenessFields
      }
    }
  `,
  [boundsFields, briefEntity, completenessFields],
);
export type OrphanRow = FragmentOf<typeof orphanRow>;

/** Broken chains, the most severe first; their blast radius is asked for when one is opened. */
export const orphansQuestion = graphql(
  `
    query OrphanChains($filter: OrphanChainFilter, $first: Int, $after: String) {
      orphanChains(filter: $filter, first: $first, after: $after) {
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
            ...OrphanRow
          }
        }
      }
    }
  `,
  [completenessFields, orphanRow, pageFields],
);

/** What falls if one of them falls: the page of a single row after the row before it. */
export const orphanReachQuestion = graphql(
  `
    query OrphanReach($filter: OrphanChainFilter, $after: String) {
      orphanChains(filter: $filter, first: 1, after: $after) {
        nodes {
          id
          blastRadius {
            ...SummaryFields
          }
        }
      }
    }
  `,
  [summaryFields],
);
