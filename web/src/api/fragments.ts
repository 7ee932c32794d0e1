import { graphql, type FragmentOf } from './graphql';

/** What every mention of an entity shows. */
export const briefEntity = graphql(`
  fragment BriefEntity on Entity {
    __typename
    id
    name
    kinds
    environment
  }
`);
export type BriefEntity = FragmentOf<typeof briefEntity>;

export const boundsFields = graphql(`
  fragment BoundsFields on Bounds {
    proved
    possible
    open
  }
`);
export type Bounds = FragmentOf<typeof boundsFields>;

export const completenessFields = graphql(`
  fragment CompletenessFields on Completeness {
    complete
    sources {
      source
      scope
      dataset
      state
      asOf
      statement
    }
  }
`);
export type Completeness = FragmentOf<typeof completenessFields>;

/** Where a list of pages goes on. */
export const pageFields = graphql(`
  fragment PageFields on PageInfo {
    hasNextPage
    endCursor
  }
`);

export const usageFields = graphql(
  `
    fragment UsageFields on Usage {
      state
      at
      completeness {
        ...CompletenessFields
      }
    }
  `,
  [completenessFields],
);
export type Usage = FragmentOf<typeof usageFields>;

export const evidenceFields = graphql(`
  fragment EvidenceFields on Evidence {
    source {
      id
      name
    }
    run
    fact
    statement
    locator
  }
`);
export type Evidence = FragmentOf<typeof evidenceFields>;

export const conditionFields = graphql(`
  fragment ConditionFields on Condition {
    key
    operator
    values
    statement
  }
`);
export type Condition = FragmentOf<typeof conditionFields>;

export const assumptionFields = graphql(`
  fragment AssumptionFields on Assumption {
    code
    statement
    demotes
  }
`);
export type Assumption = FragmentOf<typeof assumptionFields>;

export const pathFields = graphql(
  `
    fragment PathFields on AccessPath {
      length
      certainty
      contradiction
      steps {
        from {
          ...BriefEntity
        }
        edge
        to {
          ...BriefEntity
        }
        container {
          ...BriefEntity
        }
        certainty
        conditions {
          ...ConditionFields
        }
        evidence {
          ...EvidenceFields
        }
        technique {
          id
          title
          statement
          permissions
          references
        }
      }
    }
  `,
  [briefEntity, conditionFields, evidenceFields],
);
export type Path = FragmentOf<typeof pathFields>;

export const summaryFields = graphql(
  `
    fragment SummaryFields on ReachSummary {
      identities {
        ...BoundsFields
      }
      credentials {
        ...BoundsFields
      }
      consumers {
        ...BoundsFields
      }
      groups {
        ...BoundsFields
      }
      entitlements {
        ...BoundsFields
      }
      humans {
        ...BoundsFields
      }
      resources {
        ...BoundsFields
      }
      sensitiveResources {
        ...BoundsFields
      }
      administers {
        ...BoundsFields
      }
      scopes {
        ...BoundsFields
      }
      environments
      depth
    }
  `,
  [boundsFields],
);
export type Summary = FragmentOf<typeof summaryFields>;

/** A part of the graph for drawing, and what it leaves out. */
export const subgraphFields = graphql(
  `
    fragment SubgraphFields on Subgraph {
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
  `,
  [briefEntity],
);

/** Who reaches, how far away, and the way there: what a picture draws of it. */
export const nearestFields = graphql(
  `
    fragment NearestFields on ReachedEntity {
      entity {
        ...BriefEntity
      }
      distance
      certainty
      path {
        steps {
          from {
            id
          }
          edge
          to {
            id
          }
          certainty
        }
      }
    }
  `,
  [briefEntity],
);
