import type { ContactKind, NoticeContent, NoticeProfile } from '../../domain/provider/profile.js';
import { parseHours } from '../../domain/provider/hours.js';
import { faultsOfWeek, weekdays, type Week } from '../../domain/sla/week.js';
import { calendarProfileFault, hoursProfileFault, profileFault, type ProfileFault } from './fault.js';
import { isJsonObject } from '../schema/json-object.js';
import { calendarFault } from '../../domain/sla/calendar-faults.js';
import { parseCalendar } from '../../domain/sla/parse-calendar.js';
import { isZoneName } from '../../domain/sla/zone.js';
import { field, itemsAt, leadsSomewhere } from './json-reader.js';

/** A check of what a schema cannot say. It looks at any JSON value and leaves what has the wrong type to the schema. */
type Check = (profile: unknown) => readonly ProfileFault[];

/** A zone that this machine knows, by its name as it is spelt. */
const isZone = (zone: string): boolean => {
  if (!isZoneName(zone)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    return timeZone === zone || timeZone.toLowerCase() !== zone.toLowerCase();
  } catch {
    return false;
  }
};

const zone: Check = (profile) => {
  const name = field(profile, 'zone');
  return typeof name !== 'string' || isZone(name)
    ? []
    : [profileFault('/zone', 'zone-unknown', { zone: name })];
};

const isText = (value: unknown): value is string => typeof value === 'string';

const weekOf = (hours: unknown): Week =>
  Object.fromEntries(
    weekdays.flatMap((day) => {
      const intervals = itemsAt(field(hours, day), '').map(({ item }) => item);
      return intervals.every(isText) && field(hours, day) !== undefined ? [[day, intervals]] : [];
    }),
  );

const faultsOfHours = (hours: unknown, path: string): readonly ProfileFault[] => {
  if (isText(hours)) {
    const parsed = parseHours(hours);
    return parsed.ok ? [] : parsed.faults.map((fault) => hoursProfileFault(path, fault));
  }
  if (typeof hours !== 'object' || hours === null || Array.isArray(hours)) return [];
  return faultsOfWeek(weekOf(hours)).map((fault) =>
    hoursProfileFault('day' in fault ? `${path}/${fault.day}` : path, { code: fault.code, part: fault.part }),
  );
};

const hours: Check = (profile) =>
  itemsAt(field(profile, 'channels'), '/channels').flatMap(({ item, path }) =>
    faultsOfHours(field(item, 'hours'), `${path}/hours`),
  );

/** The same value in one field of two items of a list. */
const twice =
  (listName: string, name: string): Check =>
  (profile) => {
    const seen = new Set<string>();
    return itemsAt(field(profile, listName), `/${listName}`).flatMap(({ item, path }) => {
      const value = field(item, name);
      if (!isText(value)) return [];
      if (seen.has(value)) return [profileFault(`${path}/${name}`, 'listed-twice', { value })];
      seen.add(value);
      return [];
    });
  };

const contactForms: Readonly<Record<ContactKind, RegExp>> = {
  phone: /^\+?\d[\d ()-]{1,24}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  web: /^[^\s]+\.[^\s]+$/,
  office: /./,
};

const isContactKind = (kind: unknown): kind is ContactKind =>
  isText(kind) && Object.hasOwn(contactForms, kind);

const contacts: Check = (profile) =>
  [
    ...itemsAt(field(profile, 'channels'), '/channels').flatMap(({ item, path }) =>
      itemsAt(field(item, 'contactPoints'), `${path}/contactPoints`),
    ),
    ...itemsAt(field(profile, 'nextInstanceContacts'), '/nextInstanceContacts'),
  ].flatMap(({ item, path }) => {
    const [kind, value] = [field(item, 'kind'), field(item, 'value')];
    return !isContactKind(kind) || !isText(value) || contactForms[kind].test(value)
      ? []
      : [profileFault(`${path}/value`, 'contact-invalid', { kind, value })];
  });

/** What each notice must tell the user: the folio (O-17), a visit (O-30), the three contents of the end (O-24..O-26). */
const duties: Readonly<Record<NoticeProfile['notice'], readonly NoticeContent[]>> = {
  folio: ['folio'],
  visit: ['visit'],
  final: ['causes', 'ruling', 'restoration'],
};

const notices: Check = (profile) => {
  const given = itemsAt(field(profile, 'notices'), '/notices');
  return Object.entries(duties).flatMap(([notice, contents]) => {
    const found = given.find(({ item }) => field(item, 'notice') === notice);
    if (found === undefined) return [profileFault('/notices', 'notice-missing', { notice })];
    const told = itemsAt(field(found.item, 'contents'), '').map(({ item }) => field(item, 'content'));
    const missing = contents.filter((content) => !told.includes(content));
    const role = field(found.item, 'by');
    return [
      ...(missing.length > 0
        ? [profileFault(`${found.path}/contents`, 'notice-incomplete', { notice, missing })]
        : []),
      ...(notice === 'final' && isText(role) && role !== 'customer-service'
        ? [profileFault(`${found.path}/by`, 'notice-by-other-role', { role })]
        : []),
    ];
  });
};

/** The business calendar as a calendar file has it; one that never opens would let every deadline stand still. */
const businessCalendar: Check = (profile) => {
  const given = field(profile, 'businessCalendar');
  if (!isJsonObject(given)) return [];
  const read = parseCalendar(given);
  const faults = read.ok
    ? faultsOfWeek(read.calendar.week).map(() => calendarFault('', 'calendar-empty'))
    : read.faults;
  return faults.map((fault) => calendarProfileFault('/businessCalendar', fault));
};

const origins: Check = (profile) =>
  itemsAt(field(profile, 'provenance'), '/provenance').flatMap(({ item, path }) => {
    const pointer = field(item, 'at');
    return isText(pointer) && !leadsSomewhere(profile, pointer)
      ? [profileFault(`${path}/at`, 'points-nowhere', { pointer })]
      : [];
  });

/** All that is wrong with a profile besides what its schema says. */
export const checkProfile: Check = (profile) =>
  [
    zone,
    hours,
    contacts,
    twice('channels', 'channel'),
    twice('areas', 'id'),
    twice('notices', 'notice'),
    notices,
    businessCalendar,
    origins,
  ].flatMap((check) => check(profile));
