/** The code of an error of ours, of Node or of a driver; undefined where it has none that is a text. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
