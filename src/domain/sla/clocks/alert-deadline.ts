import { pausesIn } from '../../complaint/pauses.js';
import type { Instant } from '../../kernel/instant.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
import type { PendingAlert } from './alert.js';
import type { FoldedClocks } from './clock-fold.js';
import type { Published } from './read-clocks.js';
import { readRun } from './reading.js';

/** What staff is told of the clock of an alert. */
export interface AlertDeadline {
  /** What it is called; absent for an escalation. */
  readonly name?: RejectionText;
  /** When it is due; absent for an escalation, and while a pause without a known end holds it up. */
  readonly dueAt?: Instant;
  /** When it would be due if the pause that holds it up ended now. */
  readonly forecastDueAt?: Instant;
  /** Its due instant has passed. */
  readonly isOver?: true;
}

/**
 * The deadline of an alert as it stands now. What a warning was recorded with may be true no more: its clock may have
 * been held up since. A breach was missed at the instant that its record names, whatever came later.
 */
export const alertDeadline = (
  { alert, dueAt: recorded }: PendingAlert,
  { standing: { runs }, pauses }: FoldedClocks,
  { calendarOf }: Pick<Published, 'calendarOf'>,
  now: Instant,
): AlertDeadline => {
  const run = runs.find(
    (each) => each.clock.id === alert.clock && each.cycle === alert.cycle && each.run === (alert.run ?? 1),
  );
  if (run === undefined) return {};
  const { name } = run.clock;
  const known = { name, ...(recorded !== undefined && { dueAt: recorded }) };
  if (alert.act !== 'warning') return known;
  const calendar = run.calendar === undefined ? undefined : calendarOf(run.calendar);
  const reading = readRun({ run, pauses: pausesIn(pauses), at: now, breachRecordedAt: null }, calendar);
  if (reading.state === 'unanswered') return known;
  const { dueAt, forecastDueAt, state } = reading;
  if (dueAt !== null) return { name, dueAt, ...(state === 'breached' && { isOver: true }) };
  return { name, ...(forecastDueAt !== null && { forecastDueAt }) };
};
