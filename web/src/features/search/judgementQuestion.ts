import { graphql } from '../../api/graphql';

/** How much waits to be judged; asked apart, so that the first page does not wait for it. */
export const judgementQuestion = graphql(`
  query Judgement {
    orphans: orphanChains(first: 1) {
      totalCount
    }
    severe: orphanChains(filter: { severities: [CRITICAL] }, first: 1) {
      totalCount
    }
    undecided: orphanChains(filter: { states: [UNKNOWN] }, first: 1) {
      totalCount
    }
    toxic: toxicCombinations(first: 1) {
      totalCount
    }
    administrators: toxicCombinations(filter: { rules: ["administrators"] }, first: 1) {
      totalCount
    }
  }
`);
