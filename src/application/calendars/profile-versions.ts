import { calendarsOf, slaPolicyOf } from '../../domain/provider/deadlines.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { refOf } from '../../domain/sla/policy/policy.js';
import type { BusinessCalendar } from '../../domain/sla/compile-calendar.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';
import { parseInstant } from '../../domain/kernel/instant.js';
import { readyCalendar, type ZoneTransitionsOf } from './publish-calendar.js';

/** A calendar without a last date answers from here to ten years later: the same at every call. */
const settled = parseInstant('2026-11-27T00:00:00Z');

/**
 * The policy and the calendars of a profile by `id@version`. Each is made ready when it is first asked for, and kept.
 * Another version than the profile's is not known here.
 */
export const profileVersions = (profile: ProviderProfile, transitionsOf: ZoneTransitionsOf): Published => {
  const policy = slaPolicyOf(profile);
  const sources = calendarsOf(profile);
  const ready = new Map<string, BusinessCalendar>();
  return {
    policyOf: (ref) => (ref === refOf(policy) ? policy : undefined),
    calendarOf: (ref) => {
      const known = ready.get(ref);
      const source = sources.find((each) => refOf(each) === ref);
      if (known !== undefined || source === undefined || settled === undefined) return known;
      const made = readyCalendar(source, settled, transitionsOf);
      if (!made.ok) return undefined;
      ready.set(ref, made.calendar);
      return made.calendar;
    },
  };
};
