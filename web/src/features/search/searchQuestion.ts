import { briefEntity, pageFields } from '../../api/fragments';
import { graphql, type FragmentOf } from '../../api/graphql';

/** What a line of a search or listing shows. */
export const foundFields = graphql(
  `
    fragment FoundFields on Entity {
      ...BriefEntity
      key
      identity {
        type
        enabled
      }
      consumer {
        type
        potential
      }
      resource {
        type
        providerType
        sensitivity
      }
      ... on Credential {
        credentialType: type
        posture
      }
      ... on Entitlement {
        capability
      }
      ... on Human {
        humanStatus: status
      }
      ... on Application {
        applicationStatus: status
      }
    }
  `,
  [briefEntity],
);

export type Found = FragmentOf<typeof foundFields>;

/** Finds entities by name, key, ARN part, key id or e-mail; the server ranks. */
export const searchQuestion = graphql(
  `
    query Search($text: String!, $kinds: [NodeKind!], $first: Int, $after: String) {
      found: search(text: $text, kinds: $kinds, first: $first, after: $after) {
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
