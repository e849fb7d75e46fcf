import type { CalendarSource } from '../sla/calendar.js';
import type { SlaPolicy } from '../sla/policy/policy.js';
import { standardPolicy, type PolicyTerms } from '../sla/policy/standard-policy.js';
import { aroundTheClock } from '../sla/week.js';
import { naturalCalendarOf, type ProviderProfile } from './profile.js';

/** The calendar of hours of any day, in the provider's zone. */
const naturalCalendar = (profile: ProviderProfile): CalendarSource => ({
  ...naturalCalendarOf(profile),
  zone: profile.zone,
  week: aroundTheClock,
  holidays: [],
  overrides: {},
  until: '2060-12-31',
  provenance: [],
});

/** The calendars that the requests of a provider count on. */
export const calendarsOf = (profile: ProviderProfile): readonly CalendarSource[] => [
  naturalCalendar(profile),
  profile.businessCalendar,
];

/** What a provider says of its clocks. */
export const policyTermsOf = (profile: ProviderProfile): PolicyTerms => ({
  id: profile.policy.id,
  version: profile.policy.version,
  calendars: { natural: naturalCalendarOf(profile).id, business: profile.businessCalendar.id },
  contract: profile.policy.contract,
  reopeningDays: profile.policy.reopeningDays,
});

/** The clocks that the requests of a provider are under: the table, with the terms of its contract. */
export const slaPolicyOf = (profile: ProviderProfile): SlaPolicy => standardPolicy(policyTermsOf(profile));
