import { graphql } from '../../api/graphql';

/** How much waits to be judged; asked apart, so that the first page does not wait for it. */
export const judgementQuestion = graphql(`
  query Judgement {
    toxic: toxicCombinations(first: 1) {
      totalCount
    }
    administrators: toxicCombinations(filter: { rules: ["administrators"] }, first: 1) {
      totalCount
    }
  }
`);
