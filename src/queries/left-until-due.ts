import type { PublishedVersions } from '../application/calendars/published-versions.js';
import { millisecondsOf, type Instant } from '../domain/kernel/instant.js';
import type { Published } from '../domain/sla/clocks/read-clocks.js';
import { dueOf } from '../domain/sla/due.js';
import { countedIn, type CountedDeadline } from '../projections/queues/counted-cell.js';
import { noDue } from '../projections/queues/entries.js';
import type { QueueDeadline } from './listed.js';

/** What has no deadline. */
export const notDue: QueueDeadline = {
  ...{ dueAt: null, dueDay: null, clock: null },
  ...{ deadline: null, remainingMs: null },
};

/** An instant that was fixed for a duty: no calendar, so what is left is counted as it passes. */
const fixedDeadline = (dueAt: string, now: Instant): QueueDeadline => ({
  ...{ dueAt, dueDay: null, clock: null },
  deadline: now > dueAt ? 'breached' : 'running',
  remainingMs: Math.max(0, Date.parse(dueAt) - millisecondsOf(now)),
});

const deadlineOf = (
  { clock, calendar: ref, question }: CountedDeadline,
  due: string,
  { calendarOf }: Published,
  now: Instant,
): QueueDeadline => {
  const dueAt = due === noDue ? null : due;
  const calendar = calendarOf(ref);
  const answer = calendar && dueOf(calendar, { ...question, at: now });
  if (answer?.ok !== true) return { ...notDue, dueAt, clock };
  const { state, remainingMs, dueDay } = answer.due;
  return { dueAt, dueDay, clock, deadline: state === 'not-started' ? 'running' : state, remainingMs };
};

/** A deadline as a row of a queue has it: its due instant, and by what it is counted. */
export interface KeptDeadline {
  readonly due: string;
  readonly counted: string | null;
}

/**
 * How the deadlines of a page stand at an instant: what is left is counted as `clocks` counts it, on the calendars that
 * were published. One that was not published here has its due instant alone.
 */
export const leftUntilDue = async (
  deadlines: readonly KeptDeadline[],
  versions: PublishedVersions,
  now: Instant,
): Promise<readonly QueueDeadline[]> => {
  const read = deadlines.map(({ due, counted }) => ({
    due,
    counted: counted === null ? undefined : countedIn(counted),
  }));
  const calendars = [...new Set(read.flatMap(({ counted }) => (counted ? [counted.calendar] : [])))];
  const published = await versions.load({ policies: [], calendars });
  return read.map(({ due, counted }) => {
    if (counted !== undefined) return deadlineOf(counted, due, published, now);
    return due === noDue ? notDue : fixedDeadline(due, now);
  });
};
