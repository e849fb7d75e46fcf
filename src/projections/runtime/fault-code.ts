/** The code of a fault; `undefined` for one that has none. */
export const codeOf = (fault: unknown): string | undefined =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string'
    ? fault.code
    : undefined;

/** Errors after which the projector retries. */
const retryable: ReadonlySet<string | undefined> = new Set([
  'store-locked',
  'store-full',
  'store-unavailable',
  'rows-moved',
]);

/** Whether a projector tries again after this. */
export const isRetryable = (fault: unknown): boolean => retryable.has(codeOf(fault));
