/** Beginning of the `source` of what an import brings. */
export const importSource = 'import:';

/** True for the `source` of what an import brings. */
export const isImport = (source: string | undefined): source is `${typeof importSource}${string}` =>
  source?.startsWith(importSource) === true;
