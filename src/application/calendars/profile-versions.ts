import { calendarsOf, slaPolicyOf } from '../../domain/provider/deadlines.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { refOf } from '../../domain/sla/policy/policy.js';
import type { BusinessCalendar } from '../../domain/sla/compile-calendar.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { readyCalendar, type ZoneTransitionsOf } from './publish-calendar.js';

/**
 * The policy and the calendars of a profile by `id@version`, for rows that were not told yet what was published. Each is
 * made ready when it is first asked for, and kept. Another version than the profile's is not known here. `asked` is the
 * instant that a calendar without a last date must reach.
 */
export const profileVersions = (
  profile: ProviderProfile,
  asked: Instant,
  transitionsOf: ZoneTransitionsOf,
): Published => {
  const policy = slaPolicyOf(profile);
  const sources = calendarsOf(profile);
  const ready = new Map<string, BusinessCalendar>();
  return {
    policyOf: (ref) => (ref === refOf(policy) ? policy : undefined),
    calendarOf: (ref) => {
      const known = ready.get(ref);
      const source = sources.find((each) => refOf(each) === ref);
      if (known !== undefined || source === undefined) return known;
      const made = readyCalendar(source, asked, transitionsOf);
      if (!made.ok) return undefined;
      ready.set(ref, made.calendar);
      return made.calendar;
    },
  };
};
