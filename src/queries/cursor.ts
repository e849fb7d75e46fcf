const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** A cursor between two rows of a page: text that says nothing and can be put into an address. */
export const cursorOf = (values: readonly (string | number | null | undefined)[]): string =>
  Buffer.from(JSON.stringify(values.map((value) => String(value ?? '')))).toString('base64url');

/** The values a cursor was made of; `undefined` for text that is none. */
export const valuesOf = (cursor: string): readonly string[] | undefined => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return isTexts(values) ? values : undefined;
  } catch {
    return undefined;
  }
};
