import type { JsonObject, JsonValue } from '../kernel/json.js';
import { isInstant } from '../kernel/instant.js';
import { calendarFault, type CalendarFault } from './calendar-faults.js';
import {
  sourceBases,
  firstDate,
  lastDate,
  type CalendarSource,
  type Provenance,
  type PublishedCalendar,
} from './calendar.js';
import { parseDay } from './local-date.js';
import { faultsOfWeek, parseInterval, weekdays, type Week } from './week.js';
import { isZoneName, type ZoneTransition } from './zone.js';

/** What came of reading a calendar: it, or everything that is wrong with it. */
export type ParsedCalendar<Calendar> =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly faults: readonly CalendarFault[] };

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: JsonValue | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';

const sourceFields = ['id', 'version', 'zone', 'week', 'holidays', 'overrides', 'until', 'provenance'];
const publishedFields = [...sourceFields, 'transitions', 'sha256'];

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const weekOf = (value: JsonValue | undefined, faults: CalendarFault[]): Week | undefined => {
  if (!isObject(value)) return undefined;
  for (const [day, intervals] of Object.entries(value)) {
    if (!weekdays.some((each) => each === day))
      faults.push(calendarFault(`/week/${day}`, 'day-unknown', { day }));
    else if (!isTexts(intervals))
      faults.push(calendarFault(`/week/${day}`, 'interval-invalid', { part: JSON.stringify(intervals) }));
  }
  const week: Week = Object.fromEntries(
    weekdays.flatMap((day) => {
      const intervals = value[day];
      return isTexts(intervals) ? [[day, intervals]] : [];
    }),
  );
  for (const fault of faultsOfWeek(week))
    if (fault.code !== 'hours-empty')
      faults.push(calendarFault(`/week/${fault.day}`, fault.code, { part: fault.part }));
  return week;
};

const isDate = (date: string): boolean => parseDay(date) !== undefined;

const holidaysOf = (value: JsonValue | undefined, faults: CalendarFault[]): readonly string[] | undefined => {
  if (value === undefined) return [];
  if (!isTexts(value)) return undefined;
  value.forEach((date, index) => {
    if (!isDate(date)) faults.push(calendarFault(`/holidays/${index}`, 'date-invalid', { date }));
  });
  return value;
};

/** Intervals of one date, in order; those that follow must not begin before the one before them ends. */
const overrideFaults = (date: string, intervals: readonly string[]): readonly CalendarFault[] => {
  const path = `/overrides/${date}`;
  const read = intervals.map((part) => ({ part, interval: parseInterval(part) }));
  const invalid = read.flatMap(({ part, interval }) =>
    interval === undefined ? [calendarFault(path, 'interval-invalid', { part })] : [],
  );
  const inOrder = read
    .flatMap(({ part, interval }) => (interval === undefined ? [] : [{ part, ...interval }]))
    .sort((a, b) => a.from - b.from);
  const overlaps = inOrder.flatMap(({ part, to }, index) => {
    const next = inOrder[index + 1];
    return next === undefined || next.from >= to
      ? []
      : [calendarFault(path, 'interval-overlap', { part: `${part}, ${next.part}` })];
  });
  return [...invalid, ...overlaps];
};

const overridesOf = (
  value: JsonValue | undefined,
  faults: CalendarFault[],
): CalendarSource['overrides'] | undefined => {
  if (value === undefined) return {};
  if (!isObject(value)) return undefined;
  const overrides: Record<string, readonly string[]> = {};
  for (const [date, intervals] of Object.entries(value)) {
    if (!isDate(date)) faults.push(calendarFault(`/overrides/${date}`, 'date-invalid', { date }));
    else if (isTexts(intervals)) {
      faults.push(...overrideFaults(date, intervals));
      overrides[date] = intervals;
    } else
      faults.push(
        calendarFault(`/overrides/${date}`, 'interval-invalid', { part: JSON.stringify(intervals) }),
      );
  }
  return overrides;
};

const provenanceOf = (value: JsonValue | undefined): readonly Provenance[] | undefined => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const read = value.flatMap((item: JsonValue) => {
    if (!isObject(item)) return [];
    const { of, basis, source, lookedAt } = item;
    const known = sourceBases.find((each) => each === basis);
    return isText(of) && known !== undefined && isText(source) && isText(lookedAt) && isDate(lookedAt)
      ? [{ of, basis: known, source, lookedAt }]
      : [];
  });
  return read.length === value.length ? read : undefined;
};

/** The last date that a calendar names; the first that calendars answer for where it names none. */
export const lastNamedDate = ({
  holidays,
  overrides,
}: Pick<CalendarSource, 'holidays' | 'overrides'>): string =>
  [firstDate, ...holidays, ...Object.keys(overrides)]
    .filter(isDate)
    .reduce((last, date) => (date > last ? date : last));

const outOfRange = (path: string, date: string): CalendarFault =>
  calendarFault(path, 'date-out-of-range', { date, first: firstDate, last: lastDate });

/** The dates that lie after the last one that a calendar may answer for, each where it stands. */
const tooLate = ({
  holidays,
  overrides,
}: Pick<CalendarSource, 'holidays' | 'overrides'>): readonly CalendarFault[] =>
  [
    ...holidays.map((date, index) => [`/holidays/${index}`, date] as const),
    ...Object.keys(overrides).map((date) => [`/overrides/${date}`, date] as const),
  ]
    .filter(([, date]) => isDate(date) && date > lastDate)
    .map(([path, date]) => outOfRange(path, date));

const untilFaults = (
  until: JsonValue | undefined,
  dates: Pick<CalendarSource, 'holidays' | 'overrides'>,
): readonly CalendarFault[] => {
  const late = tooLate(dates);
  if (until === undefined) return late;
  if (!isText(until) || !isDate(until))
    return [...late, calendarFault('/until', 'date-invalid', { date: JSON.stringify(until) })];
  if (until < firstDate || until > lastDate) return [...late, outOfRange('/until', until)];
  const last = lastNamedDate(dates);
  return until < last && late.length === 0
    ? [calendarFault('/until', 'until-invalid', { until, last })]
    : late;
};

/** What each field must look like, where no fault within it says so. */
const forms = {
  id: '"conectared-phone"',
  version: '1, 2, 3…',
  zone: '"America/Mexico_City"',
  week: '{"mon": ["09:00-21:00"]}',
  holidays: '["2026-09-16"]',
  overrides: '{"2026-12-24": ["09:00-14:00"]}',
  provenance: '[{"of", "basis", "source", "lookedAt"}]',
} as const;

const needed: ReadonlySet<string> = new Set(['id', 'version', 'zone', 'week']);

const idOf = (value: JsonValue | undefined): string | undefined =>
  isText(value) && idForm.test(value) ? value : undefined;

const versionOf = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined;

const zoneOf = (value: JsonValue | undefined, faults: CalendarFault[]): string | undefined => {
  if (!isText(value)) return undefined;
  if (!isZoneName(value)) faults.push(calendarFault('/zone', 'zone-unknown', { zone: value }));
  return value;
};

/** The fields of a calendar, each read or `undefined` where its value has the wrong form. */
const fieldsOf = (value: JsonObject, faults: CalendarFault[]) => ({
  id: idOf(value['id']),
  version: versionOf(value['version']),
  zone: zoneOf(value['zone'], faults),
  week: weekOf(value['week'], faults),
  holidays: holidaysOf(value['holidays'], faults),
  overrides: overridesOf(value['overrides'], faults),
  provenance: provenanceOf(value['provenance']),
});

type Fields = ReturnType<typeof fieldsOf>;
type Read = { readonly [F in keyof Fields]: NonNullable<Fields[F]> };

const isRead = (fields: Fields): fields is Read =>
  Object.values(fields).every((field) => field !== undefined);

const formFaults = (
  value: JsonObject,
  fields: Fields,
  allowed: readonly string[],
): readonly CalendarFault[] => [
  ...Object.keys(value)
    .filter((field) => !allowed.includes(field))
    .map((field) => calendarFault(`/${field}`, 'field-unknown', { field })),
  ...Object.entries(forms).flatMap(([field, form]) => {
    if (Object.entries(fields).some(([name, read]) => name === field && read !== undefined)) return [];
    return value[field] === undefined && needed.has(field)
      ? [calendarFault(`/${field}`, 'field-missing', { field })]
      : [calendarFault(`/${field}`, 'field-invalid', { field, form })];
  }),
];

/**
 * Reads a calendar as a person writes it (interface, section 3), with every fault at once. Whether its zone exists, and
 * whether it ever opens, is known once it is published.
 */
export const parseCalendar = (value: JsonValue): ParsedCalendar<CalendarSource> =>
  isObject(value) ? parseFields(value, sourceFields) : { ok: false, faults: [noObject] };

const noObject = calendarFault('', 'field-invalid', {
  field: 'calendar',
  form: '{"id", "version", "zone", "week"}',
});

const parseFields = (value: JsonObject, allowed: readonly string[]): ParsedCalendar<CalendarSource> => {
  const within: CalendarFault[] = [];
  const fields = fieldsOf(value, within);
  const faults = [...formFaults(value, fields, allowed), ...within];
  if (!isRead(fields)) return { ok: false, faults };
  const { until } = value;
  faults.push(...untilFaults(until, fields));
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, calendar: { ...fields, ...(isText(until) && { until }) } };
};

const mostOffset = 24 * 60;

const transitionsOf = (value: JsonValue | undefined): readonly ZoneTransition[] | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const read = value.flatMap((item: JsonValue): readonly ZoneTransition[] => {
    if (!isObject(item)) return [];
    const { at, offset } = item;
    return isInstant(at) && typeof offset === 'number' && Math.abs(offset) <= mostOffset
      ? [{ at, offset }]
      : [];
  });
  const inOrder = read.every(({ at }, index) => (read[index - 1]?.at ?? '') < at);
  return read.length === value.length && inOrder ? read : undefined;
};

/** Reads a published calendar: as {@link parseCalendar}, with `until` and `transitions`. */
export const parsePublishedCalendar = (value: JsonValue): ParsedCalendar<PublishedCalendar> => {
  if (!isObject(value)) return { ok: false, faults: [noObject] };
  const parsed = parseFields(value, publishedFields);
  if (!parsed.ok) return parsed;
  const { until } = parsed.calendar;
  if (until === undefined)
    return { ok: false, faults: [calendarFault('/until', 'field-missing', { field: 'until' })] };
  const transitions = transitionsOf(value['transitions']);
  return transitions === undefined
    ? { ok: false, faults: [calendarFault('/transitions', 'transitions-invalid')] }
    : { ok: true, calendar: { ...parsed.calendar, until, transitions } };
};
