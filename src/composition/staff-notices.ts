import { readCalendar, readyCalendar } from '../application/calendars/publish-calendar.js';
import type { StaffNotifier } from '../application/ports/staff-notices.js';
import type { Alerting } from '../application/processes/deadlines/alert-staff.js';
import { isJsonObject } from '../application/schema/json-object.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { CalendarSource } from '../domain/sla/calendar.js';
import type { BusinessCalendar } from '../domain/sla/compile-calendar.js';
import { machineTransitions } from '../infrastructure/shared/system/zone-transitions.js';
import {
  copyOfOption,
  mustBeWhole,
  mustKnow,
  namesOf,
  unsupported,
} from '../application/errors/option-faults.js';

/** How staff is told of deadlines. */
export interface StaffNotices extends StaffNotifier {
  /**
   * A calendar that is open while staff may be told (default: at any time). What falls due while it is closed is recorded at
   * its instant all the same, and told when it opens.
   */
  readonly hours?: Pick<CalendarSource, 'id' | 'version' | 'zone' | 'week'> & Partial<CalendarSource>;
  /**
   * How many complaints are told of by a notice each; more of them at once by one digest (1..1,000; default 20). So a
   * mistake in a calendar sends one notice.
   */
  readonly atMost?: number;
}

const most = 1_000;
const names = namesOf<StaffNotices>({ deliver: true, hours: true, atMost: true });

const readHours = (hours: unknown) => {
  try {
    return isJsonObject(hours) ? readCalendar(hours) : undefined;
  } catch {
    // What no file holds, such as a list that holds itself.
    return undefined;
  }
};

const compiled = (hours: unknown, asked: Instant): BusinessCalendar | undefined => {
  if (hours === undefined) return undefined;
  const read = readHours(hours);
  const ready = read?.ok === true ? readyCalendar(read.calendar, asked, machineTransitions) : read;
  if (ready?.ok === true) return ready.calendar;
  throw unsupported('staffNotices.hours', ready?.faults[0]?.code ?? hours, '{ id, version, zone, week }');
};

/** How staff is told, from what a host says. Throws `option-invalid`. */
export const alertingOf = (given: StaffNotices | undefined, now: Instant): Alerting | undefined => {
  if (given === undefined) return undefined;
  const { hours, atMost = 20 } = mustKnow('staffNotices', given, names);
  mustBeWhole('staffNotices.atMost', atMost, [1, most]);
  return {
    deliver: (notice) => given.deliver(notice),
    atMost,
    hours: compiled(copyOfOption('staffNotices.hours', hours), now),
  };
};
