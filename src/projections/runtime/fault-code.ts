/** The code of a fault; `undefined` for one that has none. */
export const codeOf = (fault: unknown): string | undefined =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string'
    ? fault.code
    : undefined;

export const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
