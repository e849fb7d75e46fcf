import type { EndingEvents } from './messages.js';

/** A correction, what an authority resolved, and a dispute over a penalty leave the work as it stands. */
export const keepsTheWork = (reason: EndingEvents['Reopened']['reason']): boolean =>
  reason === 'corrected' || reason === 'authority' || reason === 'penalty';
