import { pageFields } from '../../api/fragments';
import { graphql } from '../../api/graphql';
import { foundFields } from './searchQuestion';

/** Lists of one kind, by name: what the graph holds, without a word to search for. */
export const identitiesQuestion = graphql(
  `
    query ListIdentities($first: Int, $after: String) {
      found: identities(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const credentialsQuestion = graphql(
  `
    query ListCredentials($first: Int, $after: String) {
      found: credentials(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const consumersQuestion = graphql(
  `
    query ListConsumers($first: Int, $after: String) {
      found: consumers(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const groupsQuestion = graphql(
  `
    query ListGroups($first: Int, $after: String) {
      found: groups(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const entitlementsQuestion = graphql(
  `
    query ListEntitlements($first: Int, $after: String) {
      found: entitlements(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const humansQuestion = graphql(
  `
    query ListHumans($first: Int, $after: String) {
      found: humans(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const applicationsQuestion = graphql(
  `
    query ListApplications($first: Int, $after: String) {
      found: applications(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);

export const resourcesQuestion = graphql(
  `
    query ListResources($first: Int, $after: String) {
      found: resources(orderBy: { by: NAME }, first: $first, after: $after) {
        totalCount
        pageInfo {
          ...PageFields
        }
        nodes {
          ...FoundFields
        }
      }
    }
  `,
  [foundFields, pageFields],
);
