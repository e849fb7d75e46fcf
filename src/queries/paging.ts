import type { RowValue } from '../application/ports/read-model-store.js';
import { queryInvalid } from './read-query.js';

/** Between which two rows of a list a page begins: the values that the last one of the page before is ordered by. */
export type Place = readonly RowValue[];

/** A page as it was asked for. */
export interface AskedPage {
  readonly limit: number;
  readonly after?: Place;
}

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) &&
  value.every((each) => each === null || typeof each === 'string' || typeof each === 'number');

/** A place as text that says nothing and can be put into an address. */
export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const placeIn = (cursor: string): Place | undefined => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return isPlace(values) ? values : undefined;
  } catch {
    return undefined;
  }
};

/** A place in a list that is ordered by so many columns. Throws `query-invalid`, as for a cursor of another list. */
export const readPlace = (after: unknown, columns: number): Place => {
  const place = typeof after === 'string' ? placeIn(after) : undefined;
  if (place?.length !== columns) throw queryInvalid('after', after);
  return place;
};

/** How many items a page holds at most. Throws `query-invalid`. */
export const readLimit = (limit: unknown = 50): number => {
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw queryInvalid('limit (1..1000)', limit);
  return limit;
};

/** Which page of a list is asked for that is ordered by these columns. Throws `query-invalid`. */
export const readPage = (
  { limit, after }: { readonly limit?: unknown; readonly after?: unknown },
  orderBy: readonly string[],
): AskedPage => ({
  limit: readLimit(limit),
  ...(after !== undefined && { after: readPlace(after, orderBy.length) }),
});
