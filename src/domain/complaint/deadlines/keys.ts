import type { DeadlineRef, DeadlinesEvents } from './messages.js';

/** By what a breach is known: each run of a clock is breached once in a cycle. */
export const breachKey = ({ clock, cycle, run = 1 }: Pick<DeadlineRef, 'clock' | 'cycle' | 'run'>): string =>
  run === 1 ? `${clock}#${cycle}` : `${clock}#${cycle}.${run}`;

/** By what it is known that staff was told of something: the clock or the level, its cycle and run, what happened. */
export const alertKey = ({
  act,
  level = 0,
  clock = '',
  cycle,
  run,
}: Omit<DeadlinesEvents['StaffAlerted'], 'digest' | 'upTo'>): string =>
  `${breachKey({ clock, cycle, run })}:${act}:${level}`;

/** By what a warning is known: once for each run of a clock, cycle and percentage. */
export const warningKey = (
  warned: Pick<DeadlinesEvents['SlaWarned'], 'clock' | 'cycle' | 'run' | 'percent'>,
): string => `${breachKey(warned)}@${warned.percent}`;
