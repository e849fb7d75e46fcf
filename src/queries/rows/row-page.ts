import type { Row } from '../../application/ports/read-model-store.js';
import type { CursorKey } from '../paging.js';

/** Rows of one page, and where the next one begins. */
export interface RowPage<Item = Row> {
  readonly rows: readonly Item[];
  /** How many the whole list has, over all pages. */
  readonly total: number;
  /** Absent where the list ends with this page. */
  readonly next: CursorKey | undefined;
}

/** Where a row stands in a list that is ordered by these columns. */
export const cursorKeyOf = (row: Row, orderBy: readonly string[]): CursorKey =>
  orderBy.map((column) => row[column] ?? null);

/** Cuts a page out of what was found from its beginning on: one row more than it holds says that another one follows. */
export const cutPage = (
  found: readonly Row[],
  limit: number,
  orderBy: readonly string[],
): Pick<RowPage, 'rows' | 'next'> => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last && found.length > limit ? cursorKeyOf(last, orderBy) : undefined };
};
