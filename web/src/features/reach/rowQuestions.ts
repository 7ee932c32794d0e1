import { briefEntity, pageFields, pathFields } from '../../api/fragments';
import { graphql, type FragmentOf } from '../../api/graphql';

export const resourceRow = graphql(
  `
    fragment ResourceRow on ReachedResource {
      resource {
        ...BriefEntity
        resource {
          type
          providerType
          sensitivity
          known
          container
          path {
            id
            name
          }
        }
      }
      capabilities
      capabilitiesPossible
      distance
      certainty
      parts
    }
  `,
  [briefEntity],
);
export type ResourceRow = FragmentOf<typeof resourceRow>;

export const entityRow = graphql(
  `
    fragment EntityRow on ReachedEntity {
      entity {
        ...BriefEntity
        identity {
          type
        }
        consumer {
          type
          potential
        }
      }
      distance
      certainty
    }
  `,
  [briefEntity],
);
export type EntityRow = FragmentOf<typeof entityRow>;

export const reachedResourcesQuestion = graphql(
  `
    query ReachedResources($of: [ID!]!, $options: TraversalOptions, $minSensitivity: Sensitivity, $first: Int, $after: String) {
      blastRadius(of: $of, options: $options) {
        resources(minSensitivity: $minSensitivity, first: $first, after: $after) {
          totalCount
          pageInfo {
            ...PageFields
          }
          edges {
            cursor
            node {
              ...ResourceRow
            }
          }
        }
      }
    }
  `,
  [pageFields, resourceRow],
);

export const reachedEntitiesQuestion = graphql(
  `
    query ReachedEntities($of: [ID!]!, $options: TraversalOptions, $kinds: [NodeKind!], $first: Int, $after: String) {
      reach: blastRadius(of: $of, options: $options) {
        entities(kinds: $kinds, first: $first, after: $after) {
          totalCount
          pageInfo {
            ...PageFields
          }
          edges {
            cursor
            node {
              ...EntityRow
            }
          }
        }
      }
    }
  `,
  [entityRow, pageFields],
);

export const exposingEntitiesQuestion = graphql(
  `
    query ExposingEntities($of: [ID!]!, $options: TraversalOptions, $kinds: [NodeKind!], $first: Int, $after: String) {
      reach: exposure(of: $of, options: $options) {
        entities(kinds: $kinds, first: $first, after: $after) {
          totalCount
          pageInfo {
            ...PageFields
          }
          edges {
            cursor
            node {
              ...EntityRow
            }
          }
        }
      }
    }
  `,
  [entityRow, pageFields],
);

/** The paths to one resource: the page of a single row after the row before it. */
export const resourcePathsQuestion = graphql(
  `
    query ResourcePaths($of: [ID!]!, $options: TraversalOptions, $minSensitivity: Sensitivity, $after: String) {
      blastRadius(of: $of, options: $options) {
        resources(minSensitivity: $minSensitivity, first: 1, after: $after) {
          nodes {
            to: resource {
              id
            }
            shortest: path(by: SHORTEST) {
              ...PathFields
            }
            strongest: path(by: STRONGEST) {
              ...PathFields
            }
          }
        }
      }
    }
  `,
  [pathFields],
);

/** The two ways to one entity. */
const entityPaths = graphql(
  `
    fragment EntityPaths on ReachedEntity {
      to: entity {
        id
      }
      shortest: path(by: SHORTEST) {
        ...PathFields
      }
      strongest: path(by: STRONGEST) {
        ...PathFields
      }
    }
  `,
  [pathFields],
);

export const reachedPathsQuestion = graphql(
  `
    query ReachedPaths($of: [ID!]!, $options: TraversalOptions, $kinds: [NodeKind!], $after: String) {
      reach: blastRadius(of: $of, options: $options) {
        entities(kinds: $kinds, first: 1, after: $after) {
          nodes {
            ...EntityPaths
          }
        }
      }
    }
  `,
  [entityPaths],
);

export const exposingPathsQuestion = graphql(
  `
    query ExposingPaths($of: [ID!]!, $options: TraversalOptions, $kinds: [NodeKind!], $after: String) {
      reach: exposure(of: $of, options: $options) {
        entities(kinds: $kinds, first: 1, after: $after) {
          nodes {
            ...EntityPaths
          }
        }
      }
    }
  `,
  [entityPaths],
);
