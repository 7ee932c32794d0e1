import type { Pages } from '../api/usePages';
import { count } from '../format/numbers';

export interface PagesFootProps {
  pages: Pages<unknown>;
  /** Rows that are shown, of those that are here. */
  shown: number;
  filtered: boolean;
  says: {
    reading: string;
    failed: string;
    none: string;
  };
}

/** Below the rows of an answer: how many of how many, and the way to more. */
export function PagesFoot({ pages, shown, filtered, says }: PagesFootProps) {
  const here = pages.items.length;
  const text = pages.loading && here === 0 ? says.reading : pages.problems.length > 0 ? says.failed : here === 0 ? says.none : footText(shown, here, pages.totalCount, filtered);
  return (
    <p class="table-foot" role="status">
      {text}
      {pages.hasMore && (
        <button type="button" class="button" onClick={pages.more} disabled={pages.loading}>
          Show more
        </button>
      )}
    </p>
  );
}

/** How many rows are shown, of how many; a filter and a sort look only at the rows that are here. */
export function footText(shown: number, here: number, total: number | null, filtered: boolean): string {
  const all = total ?? here;
  const rest = all > here ? ` The first ${count(here)} of ${count(all)} are here; filter and sort look at those.` : '';
  if (filtered) {
    return `${count(shown)} of ${count(here)} match the filter.${rest}`;
  }
  return rest === '' ? `All ${count(here)}.` : rest.trim();
}
