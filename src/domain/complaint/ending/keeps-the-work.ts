import type { EndingEvents } from './messages.js';

const reasons: readonly EndingEvents['Reopened']['reason'][] = ['corrected', 'authority', 'penalty'];
const leavingTheWork: ReadonlySet<unknown> = new Set(reasons);

/** A correction, what an authority resolved, and a dispute over a penalty leave the work as it stands. */
export const keepsTheWork = (reason: unknown): boolean => leavingTheWork.has(reason);
