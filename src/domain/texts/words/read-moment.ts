import { instantOf, parseInstant, type Instant } from '../../kernel/instant.js';
import { firstShowing } from '../../kernel/zone-clock.js';
import { firstInstantShowing, type ZoneTable } from '../../sla/zone.js';
import { wallTimeOf } from './wall-time.js';

/** Whose clocks show a local time: those of a zone, as it is named, or of a calendar, by the changes published with it. */
export type LocalClocks = string | ZoneTable;

/** The first instant at which the clocks show it; `undefined` where they never do. */
const instantShowing = (wallTime: string, clocks: LocalClocks): Instant | undefined => {
  const shown = Date.parse(`${wallTime.replace(' ', 'T')}Z`);
  const at = typeof clocks === 'string' ? firstShowing(shown, clocks) : firstInstantShowing(clocks, shown);
  return at === undefined ? undefined : parseInstant(instantOf(at));
};

/**
 * A moment as people type it: ISO 8601 with its offset, or a local time by the clocks of a provider or of a calendar,
 * `2026-12-21 10:00` or `21/12/2026 10:00`. `undefined` for anything else, and for an hour that the clocks skip; of one that
 * they repeat the first.
 */
export const readMoment = (text: string, clocks: LocalClocks): Instant | undefined => {
  const typed = text.trim();
  const wallTime = wallTimeOf(typed);
  return parseInstant(typed) ?? (wallTime === undefined ? undefined : instantShowing(wallTime, clocks));
};
