import { dayMs, minuteMs } from '../../../domain/kernel/durations.js';
import type { ZoneTransitionsOf } from '../../../application/calendars/publish-calendar.js';
import { instantOf } from '../../../domain/kernel/instant.js';
import type { ZoneTransition } from '../../../domain/sla/zone.js';

/**
 * Since 2000, clocks have changed at whole minutes. The nearest two changes of one zone lie an hour less than a week apart:
 * Recife's in October 2000, Gaza's as it is planned for October 2040.
 */
const probeMs = 6 * dayMs;

/** `GMT-06:00`, or `GMT` alone; read here since a calendar to 2060 takes thousands of probes. */
const shownOffset = /GMT(?:([+-])(\d{2}):(\d{2}))?$/;

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

/** What a zone's clocks are ahead of UTC at an instant, in minutes; `undefined` where the zone is not known. */
const offsetsOf = (zone: string): ((at: number) => number) | undefined => {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const { timeZone } = format.resolvedOptions();
    if (timeZone.toLowerCase() === zone.toLowerCase() && timeZone !== zone) return undefined;
    return (at) => {
      const [, sign = '+', hours = '0', minutes = '0'] = shownOffset.exec(format.format(at)) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    };
  } catch {
    return undefined;
  }
};

/** The transitions of a zone as the time-zone tables of this machine have them now. */
export const machineTransitions: ZoneTransitionsOf = (zone, from, to) => {
  const offsetAt = offsetsOf(zone);
  if (offsetAt === undefined) return undefined;
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
