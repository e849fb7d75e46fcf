import {
  kinds,
  channels,
  languages,
  roles,
  routingPurposes,
  wordSorts,
} from '../../domain/complaint/vocabulary.js';
import { contactKinds, holidayPolicies, noticeContents } from '../../domain/provider/profile.js';
import { sourceBases } from '../../domain/sla/calendar.js';
import { weekdays } from '../../domain/sla/week.js';
import { forms } from './forms.js';

const text = { type: 'string', maxLength: 300, pattern: forms.text.pattern } as const;
const id = { type: 'string', maxLength: 40, pattern: forms.id.pattern } as const;
const label = { $ref: '#/$defs/label' } as const;
const labels = { type: 'array', items: label, minItems: 1, maxItems: 20 } as const;

/** An object that has these fields and no others; all of them, but for those named. */
const record = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const listOf = (items: object, maxItems = 50) => ({ type: 'array', items, minItems: 1, maxItems });

/** Weekly hours in the notation of the calendar file, or in prose. */
const hours = {
  type: ['string', 'object'],
  description: 'Weekly intervals in local time ({"mon": ["09:00-21:00"]}), or prose in Spanish or English.',
  maxLength: 500,
  additionalProperties: false,
  properties: Object.fromEntries(
    weekdays.map((day) => [day, { type: 'array', items: { type: 'string', maxLength: 11 }, maxItems: 10 }]),
  ),
};

const contactPoint = record({ kind: { enum: contactKinds }, value: text });

const channel = record(
  {
    channel: { enum: channels },
    label,
    how: label,
    contactPoints: listOf(contactPoint),
    hours,
    holidayPolicy: {
      enum: holidayPolicies,
      description: 'Whether the hours hold on holidays; `unspecified` where the procedure does not say.',
    },
  },
  ['how'],
);

const notice = record({
  notice: { enum: ['folio', 'visit', 'final'] },
  by: { enum: roles },
  to: { enum: ['subscriber', 'user'] },
  contents: listOf(record({ content: { enum: noticeContents }, wording: label })),
});

const hoursOf = (description: string) => ({ type: 'integer', minimum: 1, maximum: 8760, description });

const contract = record({
  repairHours: hoursOf('Hours from the report to the repair, as the registered contract says.'),
  physicalRepair: record({
    hours: hoursOf('The same where it takes physical work.'),
    municipalities: {
      type: 'array',
      items: text,
      maxItems: 500,
      description: 'Where it does, as filings name them; empty: nowhere.',
    },
  }),
  reconnection: record({
    hours: hoursOf('Hours from the cure of a suspension to the connection.'),
    physicalHours: hoursOf('The same where it takes a visit.'),
  }),
  from: record({
    basis: { enum: sourceBases },
    source: text,
    lookedAt: { type: 'string', maxLength: 10, pattern: forms.date.pattern },
  }),
});

const policy = record(
  {
    id,
    version: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    contract,
    reopeningDays: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 3650,
      description: 'Calendar days after closing in which the user may reopen; null: no limit.',
    },
    lapseDays: {
      type: 'integer',
      minimum: 1,
      maximum: 365,
      description: 'Calendar days to answer or to give access before a request may lapse; absent: 10.',
    },
    visitWindowHours: {
      type: 'integer',
      minimum: 1,
      maximum: 24,
      description: 'Hours that the window of a visit may last at most; absent: 12.',
    },
    reachAttempts: {
      type: 'integer',
      minimum: 1,
      maximum: 30,
      description:
        'On how many different days the final word must have failed to reach the user before closing; absent: 3.',
    },
    bonusPercent: { type: 'integer', minimum: 0, maximum: 1000, description: 'NOM-184: at least 20.' },
    forceMajeureHours: { type: 'integer', minimum: 0, maximum: 8760 },
    thirdParties: {
      enum: ['as-provider', 'not-compensated'],
      description: 'Whether what a third party caused is compensated; absent: as the provider’s own fault.',
    },
    nextInstance: text,
    separationOfDuties: {
      enum: ['enforced', 'recorded'],
      description: 'May one person repair and rule? enforced: no; recorded: yes, and the event says so.',
    },
  },
  ['separationOfDuties', 'thirdParties', 'lapseDays', 'visitWindowHours', 'reachAttempts'],
);

/** Words of the provider's own, by code. */
const words = {
  type: 'object',
  maxProperties: 500,
  propertyNames: { pattern: '^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$' },
  additionalProperties: label,
};

const vocabulary = {
  ...record(Object.fromEntries(wordSorts.map((sort) => [sort, words])), wordSorts),
  description: 'Causes, actions, grounds and procedures of its own: by code, what users read.',
};

const provenance = {
  type: 'array',
  maxItems: 200,
  items: {
    type: 'object',
    required: ['at', 'from'],
    properties: {
      at: { type: 'string', maxLength: 200, pattern: forms.pointer.pattern },
      from: { enum: ['procedure', 'decision'] },
    },
    if: { properties: { from: { const: 'procedure' } }, required: ['from'] },
    then: record({ at: {}, from: {}, place: text, words: text }),
    else: record({ at: {}, from: {}, note: label }),
  },
};

/** JSON Schema (2020-12) of a provider's profile, as `docs/reference/provider-profile.schema.json` publishes it. */
export const providerProfileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Provider profile of Quejas',
  ...record(
    {
      $schema: { type: 'string', maxLength: 300 },
      id: { ...id, description: 'Name of the provider in streams and metadata; never changes.' },
      name: text,
      zone: {
        type: 'string',
        maxLength: 64,
        description: 'IANA time zone of the hours: America/Mexico_City.',
      },
      language: { enum: languages },
      folio: record(
        {
          prefix: {
            type: 'string',
            pattern: forms.prefix.pattern,
            description: 'Two to four capital letters.',
          },
          label,
          alsoCalled: { type: 'array', items: label, maxItems: 20 },
        },
        ['alsoCalled'],
      ),
      roles: record({ 'customer-service': labels, 'technical-lead': labels, 'competent-area': labels }),
      channels: listOf(channel),
      areas: listOf(
        record({ id, label, purposes: { ...listOf({ enum: routingPurposes }), uniqueItems: true } }),
      ),
      routedKinds: { type: 'array', items: { enum: kinds }, uniqueItems: true, maxItems: kinds.length },
      nextInstanceContacts: {
        ...listOf(contactPoint),
        description:
          'How users reach the next instance that the policy names; absent: its name alone is told.',
      },
      vocabulary,
      codeOfPractice: record({ id, version: text }),
      notices: listOf(notice),
      businessCalendar: {
        type: 'object',
        description:
          'A calendar in the notation of the calendar file: the business days and hours of deadlines.',
      },
      naturalCalendarVersion: {
        type: 'integer',
        minimum: 1,
        maximum: 1_000_000,
        description:
          'Version of the calendar of every hour of the zone, raised where the zone or its law changed (default 1).',
      },
      policy,
      provenance,
    },
    ['$schema', 'nextInstanceContacts', 'vocabulary', 'naturalCalendarVersion', 'provenance'],
  ),
  $defs: { label: record({ es: text, en: text }) },
};
