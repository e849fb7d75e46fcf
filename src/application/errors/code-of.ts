/** The code of an error of ours, of Node or of a driver; undefined where it has none that is a text and can be read. */
export const codeOf = (error: unknown): string | undefined => {
  try {
    const isCoded = typeof error === 'object' && error !== null && 'code' in error;
    return isCoded && typeof error.code === 'string' ? error.code : undefined;
  } catch {
    return undefined;
  }
};
