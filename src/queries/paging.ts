import type { RowValue } from '../application/ports/read-model-store.js';
import { between, forms, queryInvalid } from './query-faults.js';

/** Between which two rows of a list a page begins: the values that the last one of the page before is ordered by. */
export type CursorKey = readonly RowValue[];

/** A page as it was asked for. */
export interface AskedPage {
  readonly limit: number;
  readonly after?: CursorKey;
}

const isCursorKey = (value: unknown): value is CursorKey =>
  Array.isArray(value) &&
  value.every((each) => each === null || typeof each === 'string' || typeof each === 'number');

/** Characters. What is longer is no cursor, and is not decoded; a host's rows may be ordered by texts. */
const longestCursor = 100_000;

/** A key as text that says nothing and can be put into an address. */
export const cursorOf = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const cursorKeyIn = (cursor: string): CursorKey | undefined => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return isCursorKey(values) ? values : undefined;
  } catch {
    return undefined;
  }
};

/** The key of a cursor into a list that is ordered by so many columns. Throws `query-invalid`, as for a cursor of another list. */
export const readCursor = (after: unknown, columns: number): CursorKey => {
  const isCursor = typeof after === 'string' && after.length <= longestCursor;
  const key = isCursor ? cursorKeyIn(after) : undefined;
  if (key?.length !== columns) throw queryInvalid('after', after, forms.cursor);
  return key;
};

const mostItems = 1000;

/** How many items a page holds at most. Throws `query-invalid`. */
export const readLimit = (limit: unknown = 50): number => {
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > mostItems)
    throw queryInvalid('limit', limit, between(1, mostItems));
  return limit;
};

/** Which page of a list is asked for that is ordered by these columns. Throws `query-invalid`. */
export const readPage = (
  { limit, after }: { readonly limit?: unknown; readonly after?: unknown },
  orderBy: readonly string[],
): AskedPage => ({
  limit: readLimit(limit),
  ...(after !== undefined && { after: readCursor(after, orderBy.length) }),
});
