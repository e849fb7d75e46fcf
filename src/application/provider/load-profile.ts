import { parseHours } from '../../domain/provider/hours.js';
import type { ChannelProfile, ProviderProfile, Provenance } from '../../domain/provider/profile.js';
import type { CalendarSource } from '../../domain/sla/calendar.js';
import type { Week } from '../../domain/sla/week.js';
import { schemaErrors } from './schema-errors.js';
import { checkProfile } from './checks.js';
import type { ProfileFault } from './fault.js';
import { faultOfSchemaError } from './schema-faults.js';
import { providerProfileSchema } from './schema.js';

/** A profile as its file holds it: hours may be prose, and what the procedure need not say may be absent. */
export type ProfileDocument = Omit<
  ProviderProfile,
  'channels' | 'folio' | 'provenance' | 'businessCalendar'
> & {
  readonly businessCalendar: Pick<CalendarSource, 'id' | 'version' | 'zone' | 'week'> &
    Partial<CalendarSource>;
  readonly $schema?: string;
  readonly folio: Omit<ProviderProfile['folio'], 'alsoCalled'> &
    Partial<Pick<ProviderProfile['folio'], 'alsoCalled'>>;
  readonly channels: readonly (Omit<ChannelProfile, 'hours'> & { readonly hours: Week | string })[];
  readonly provenance?: readonly Provenance[];
};

/** The profile, ready to serve, or everything that is wrong with its document. */
export type LoadedProfile =
  | { readonly ok: true; readonly profile: ProviderProfile }
  | { readonly ok: false; readonly code: 'profile-invalid'; readonly faults: readonly ProfileFault[] };

/** Of a value in which the schema finds nothing. */
const isDocument = (json: unknown): json is ProfileDocument => typeof json === 'object' && json !== null;

const weekOf = (hours: Week | string): Week => {
  if (typeof hours !== 'string') return hours;
  const parsed = parseHours(hours);
  return parsed.ok ? parsed.week : {};
};

/** What a calendar file may leave out is empty. */
const calendarOf = (document: ProfileDocument['businessCalendar']): CalendarSource => ({
  ...document,
  holidays: document.holidays ?? [],
  overrides: document.overrides ?? {},
  provenance: document.provenance ?? [],
});

const profileOf = (document: ProfileDocument): ProviderProfile => ({
  id: document.id,
  name: document.name,
  zone: document.zone,
  language: document.language,
  folio: { ...document.folio, alsoCalled: document.folio.alsoCalled ?? [] },
  roles: document.roles,
  channels: document.channels.map((channel) => ({ ...channel, hours: weekOf(channel.hours) })),
  areas: document.areas,
  routedKinds: document.routedKinds,
  ...(document.nextInstanceContacts !== undefined && { nextInstanceContacts: document.nextInstanceContacts }),
  ...(document.vocabulary !== undefined && { vocabulary: document.vocabulary }),
  codeOfPractice: document.codeOfPractice,
  notices: document.notices,
  businessCalendar: calendarOf(document.businessCalendar),
  ...(document.naturalCalendarVersion !== undefined && {
    naturalCalendarVersion: document.naturalCalendarVersion,
  }),
  policy: document.policy,
  provenance: document.provenance ?? [],
});

/** Two checks may find the same fault: a list whose item stands twice breaks both the schema and a rule. */
const withoutRepeats = (faults: readonly ProfileFault[]): readonly ProfileFault[] => [
  ...new Map(faults.map((fault) => [`${fault.path} ${fault.code} ${fault.en}`, fault])).values(),
];

/**
 * Checks a provider's profile, as parsed from its JSON file, against the schema and against what a schema cannot say:
 * the zone exists, hours make sense, notices fulfil their duties (O-17, O-23..O-26, O-30). All faults come at once,
 * each with the path of its field: `profile-invalid`.
 */
export const loadProfile = (json: unknown): LoadedProfile => {
  const found = schemaErrors(providerProfileSchema, json);
  const faults = withoutRepeats([
    ...found.flatMap((error) => faultOfSchemaError(error) ?? []),
    ...checkProfile(json),
  ]);
  return found.length === 0 && faults.length === 0 && isDocument(json)
    ? { ok: true, profile: profileOf(json) }
    : { ok: false, code: 'profile-invalid', faults };
};
