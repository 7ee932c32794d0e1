import type { Page } from '../../api/usePages';
import type { Placed } from './reachColumns';

interface RowConnection<Row> {
  totalCount: number | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: readonly { cursor: string; node: Row }[];
}

/**
 * A page of rows, each with the cursor of the row before it, so that the paths of one row can be asked for alone.
 * `before` is the cursor that the page was asked after.
 */
export function placed<Row>({ totalCount, pageInfo, edges }: RowConnection<Row>, before: string | null = null): Page<Placed<Row>> {
  return {
    items: edges.map((edge, index) => ({ row: edge.node, after: index === 0 ? before : (edges[index - 1]?.cursor ?? null) })),
    totalCount,
    ...pageInfo,
  };
}
