import { millisecondsOf, type Instant } from '../kernel/instant.js';
import { weekdayIndexOf } from '../sla/local-date.js';
import { endOfDay, localDayAt, type ZoneTable } from '../sla/zone.js';

/**
 * When something falls due, each asked by itself: within four hours, until today ends, during tomorrow, until Sunday ends.
 * What is due within four hours may be due today as well, and both are due this week.
 */
export const dueWindows = ['4-hours', 'today', 'tomorrow', 'this-week'] as const;
/** When something falls due. */
export type DueWindow = (typeof dueWindows)[number];

const fourHours = 4 * 3_600_000;
const sunday = 6;

/** The windows, in local dates of a zone, that an instant lies in; none where it is over. */
export const windowsOf = (dueAt: Instant, at: Instant, zone: ZoneTable): readonly DueWindow[] => {
  const [due, now] = [millisecondsOf(dueAt), millisecondsOf(at)];
  if (due < now) return [];
  const day = localDayAt(zone, now);
  const todayEnds = endOfDay(zone, day);
  const lies: Readonly<Record<DueWindow, boolean>> = {
    '4-hours': due <= now + fourHours,
    today: due <= todayEnds,
    tomorrow: due > todayEnds && due <= endOfDay(zone, day + 1),
    'this-week': due <= endOfDay(zone, day + sunday - weekdayIndexOf(day)),
  };
  return dueWindows.filter((window) => lies[window]);
};

/** The instants, in milliseconds, from which on what is due lies in other windows though the local date is the same. */
export const windowChangesOf = (dueAt: Instant): readonly number[] => {
  const due = millisecondsOf(dueAt);
  return [due - fourHours, due + 1];
};
