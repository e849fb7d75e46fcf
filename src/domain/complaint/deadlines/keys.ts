import type { DeadlineRef, DeadlinesEvents } from './messages.js';

/** By what a breach is known: a clock is breached once in a cycle. */
export const breachKey = ({ clock, cycle }: Pick<DeadlineRef, 'clock' | 'cycle'>): string =>
  `${clock}#${cycle}`;

/** By what a warning is known: once for each clock, cycle and percentage. */
export const warningKey = (
  warned: Pick<DeadlinesEvents['SlaWarned'], 'clock' | 'cycle' | 'percent'>,
): string => `${breachKey(warned)}@${warned.percent}`;
