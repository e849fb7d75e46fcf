/** Where a page of what is due ended. */
export type DueCursor = readonly (string | number)[];
