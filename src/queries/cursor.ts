const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** A place between two rows of a page, as text that says nothing and can be put into an address. */
export const cursorOf = (values: readonly (string | number | null | undefined)[]): string =>
  Buffer.from(JSON.stringify(values.map((value) => String(value ?? '')))).toString('base64url');

/** The place a cursor stands for; `undefined` for text that is none. */
export const placeOf = (cursor: string): readonly string[] | undefined => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return isTexts(values) ? values : undefined;
  } catch {
    return undefined;
  }
};
