import { dayMs, minuteMs } from '../../../domain/kernel/durations.js';
import { tzOffset } from '@date-fns/tz';
import type { ZoneTransitionsOf } from '../../../application/calendars/publish-calendar.js';
import { instantOf } from '../../../domain/kernel/instant.js';
import type { ZoneTransition } from '../../../domain/sla/zone.js';

/** Since 2000, clocks have changed at whole minutes, and two changes of one zone lie weeks apart. */
const probeMs = 7 * dayMs;

/** The first minute in `(from, to]` whose offset is that of `to`. */
const changeBetween = (offsetAt: (at: number) => number, from: number, to: number): number => {
  let [before, after] = [from, to];
  const offset = offsetAt(to);
  while (after - before > minuteMs) {
    const middle = before + Math.ceil((after - before) / 2 / minuteMs) * minuteMs;
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
};

const isKnown = (zone: string): boolean => {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    return timeZone.toLowerCase() !== zone.toLowerCase() || timeZone === zone;
  } catch {
    return false;
  }
};

/** The transitions of a zone as the time-zone tables of this machine have them now. */
export const machineTransitions: ZoneTransitionsOf = (zone, from, to) => {
  if (!isKnown(zone)) return undefined;
  const offsetAt = (at: number): number => tzOffset(zone, new Date(at));
  const transitions: ZoneTransition[] = [{ at: instantOf(from), offset: offsetAt(from) }];
  let last = offsetAt(from);
  for (let probe = from; probe < to; probe += probeMs) {
    const next = Math.min(probe + probeMs, to);
    const offset = offsetAt(next);
    if (offset !== last) transitions.push({ at: instantOf(changeBetween(offsetAt, probe, next)), offset });
    last = offset;
  }
  return transitions;
};
