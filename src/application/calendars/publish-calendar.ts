import { hash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { JsonValue } from '../../domain/kernel/json.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { isJsonObject } from '../schema/json-object.js';
import { calendarFault } from '../../domain/sla/calendar-faults.js';
import {
  firstDate,
  lastDate,
  type CalendarSource,
  type PublishedCalendar,
} from '../../domain/sla/calendar.js';
import {
  compileCalendar,
  faultsOfCalendar,
  type BusinessCalendar,
} from '../../domain/sla/compile-calendar.js';
import { dayMs, parseDay } from '../../domain/sla/local-date.js';
import {
  lastNamedDate,
  parseCalendar,
  parsePublishedCalendar,
  type ParsedCalendar,
} from '../../domain/sla/parse-calendar.js';
import { endOfDay, zoneTableOf, type ZoneTransition } from '../../domain/sla/zone.js';

/**
 * The transitions of a zone from one instant to another, in milliseconds; the first tells the offset at the beginning.
 * `undefined` where the zone is not known.
 */
export type ZoneTransitionsOf = (
  zone: string,
  from: number,
  to: number,
) => readonly ZoneTransition[] | undefined;

const yearsAhead = 10;

/** Zones are at most 14 hours off UTC, so a day on each side holds the calendar in every one of them. */
const rangeOf = (until: string): readonly [number, number] => [
  ((parseDay(firstDate) ?? 0) - 1) * dayMs,
  ((parseDay(until) ?? 0) + 2) * dayMs,
];

/** 31 December ten years after the last date of a calendar, or after an instant, whichever is later (interface, 3). */
const untilOf = (source: CalendarSource, asked: Instant): string => {
  if (source.until !== undefined) return source.until;
  const [last, year] = [lastNamedDate(source).slice(0, 4), asked.slice(0, 4)];
  const until = `${Number(last > year ? last : year) + yearsAhead}-12-31`;
  return until > lastDate ? lastDate : until;
};

/**
 * Publishes a calendar: the transitions of its zone are written into it, up to its last date, so that it answers the
 * same for ever. Refused are a zone that is not known, intervals that overlap on real dates, and a calendar that never
 * opens. `asked` is the instant that a calendar without `until` must reach.
 */
export const publishCalendar = (
  source: CalendarSource,
  asked: Instant,
  transitionsOf: ZoneTransitionsOf,
): ParsedCalendar<PublishedCalendar> => {
  const until = untilOf(source, asked);
  const transitions = transitionsOf(source.zone, ...rangeOf(until));
  if (transitions === undefined)
    return { ok: false, faults: [calendarFault('/zone', 'zone-unknown', { zone: source.zone })] };
  const calendar = { ...source, until, transitions };
  const faults = faultsOfCalendar(calendar);
  return faults.length === 0 ? { ok: true, calendar } : { ok: false, faults };
};

/** SHA-256 of a published calendar's content (RFC 8785), in hexadecimal: equal content is the same calendar. */
export const contentHashOf = (published: PublishedCalendar): string =>
  hash('sha256', canonicalize(published));

/**
 * Reads a calendar file: a published one where it has `transitions`, else one as a person writes it. A content hash in
 * the file (`sha256`) must be that of the content.
 */
export const readCalendar = (value: JsonValue): ParsedCalendar<CalendarSource | PublishedCalendar> => {
  if (!isJsonObject(value) || !('transitions' in value)) return parseCalendar(value);
  const read = parsePublishedCalendar(value);
  const { sha256 } = value;
  return read.ok && sha256 !== undefined && sha256 !== contentHashOf(read.calendar)
    ? { ok: false, faults: [calendarFault('/sha256', 'hash-mismatch')] }
    : read;
};

/** A published calendar made ready, or one that is published for this use alone. */
export const readyCalendar = (
  source: CalendarSource | PublishedCalendar,
  asked: Instant,
  transitionsOf: ZoneTransitionsOf,
): ParsedCalendar<BusinessCalendar> => {
  if ('transitions' in source) return compileCalendar(source);
  const published = publishCalendar(source, asked, transitionsOf);
  return published.ok ? compileCalendar(published.calendar) : published;
};

/** What the time-zone tables of this machine say of the law that a calendar was published with. */
export interface ZoneLaw {
  /** False where they do not have the zone: nothing can be told of its law then. */
  readonly zoneKnown: boolean;
  /** The first instant at which the zone's clocks show something else; `null` where nothing changed, or nothing can be told. */
  readonly changedSince: Instant | null;
}

/**
 * Whether the law of a published calendar's zone is still what it was when the calendar was published, up to its last
 * date.
 */
export const zoneLawOf = (published: PublishedCalendar, transitionsOf: ZoneTransitionsOf): ZoneLaw => {
  const now = transitionsOf(published.zone, ...rangeOf(published.until));
  if (now === undefined) return { zoneKnown: false, changedSince: null };
  const then = published.transitions;
  const end = endOfDay(zoneTableOf(then), parseDay(published.until) ?? 0);
  const offsetAt = (list: readonly ZoneTransition[], at: Instant) =>
    list.findLast((each) => each.at <= at)?.offset;
  const instants = [...now, ...then].map(({ at }) => at).sort();
  const first = instants.find((at) => offsetAt(now, at) !== offsetAt(then, at));
  const isLater = first === undefined || millisecondsOf(first) >= end;
  return { zoneKnown: true, changedSince: isLater ? null : first };
};
