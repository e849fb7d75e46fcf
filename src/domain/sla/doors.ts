import type { Decider } from '../kernel/decider.js';
import { atDoor, deciderAtDoor } from '../kernel/door.js';
import {
  nextOpenInstant as nextOpenInstantInside,
  openTimeBetween as openTimeBetweenInside,
} from './business-time.js';
import { calendarFaultText as calendarFaultTextInside } from './calendar-faults.js';
import { namedIn as namedInInside, readClocks as readClocksInside } from './clocks/read-clocks.js';
import { compileCalendar as compileCalendarInside } from './compile-calendar.js';
import { dueOf as dueOfInside } from './due.js';
import { federalHolidays as federalHolidaysInside } from './mexico.js';
import {
  parseCalendar as parseCalendarInside,
  parsePublishedCalendar as parsePublishedCalendarInside,
} from './parse-calendar.js';
import { parsePolicy as parsePolicyInside } from './policy/parse-policy.js';
import { policyFaultText as policyFaultTextInside } from './policy/policy-faults.js';
import { standardPolicy as standardPolicyInside } from './policy/standard-policy.js';
import {
  isPublicationEvent as isPublicationEventInside,
  type PublicationEvents,
} from './publication/events.js';
import { dueOfDays as dueOfDaysInside, dueOfTime as dueOfTimeInside } from './reckon.js';
import { stepsOf as stepsOfInside } from './steps.js';
import {
  publication as publicationInside,
  type PublicationCommands,
  type PublicationRejectionCode,
  type PublicationState,
} from './publication/publication.js';

/** A calendar that is looked through: whatever reads it from end to end would never end with another one. */
const whole = ['from', 'to', 'starts', 'zone'];

/** What a fault says, in Spanish and English. */
export const calendarFaultText = atDoor('calendarFaultText', calendarFaultTextInside, {
  fault: ['code', 'details'],
});

/** What a fault says, in Spanish and English. */
export const policyFaultText = atDoor('policyFaultText', policyFaultTextInside, {
  fault: ['code', 'details'],
});

/**
 * Makes a published calendar ready to count on. Its dates and intervals are those that `parsePublishedCalendar` has
 * let through; refused are intervals that overlap on real dates, too many of them, and a calendar that never opens.
 */
export const compileCalendar = atDoor('compileCalendar', compileCalendarInside, {
  published: ['zone', 'week', 'until', 'transitions'],
});

/**
 * When a term is due and how it stands at an instant, as a pure function of what it is given (I-18). Half-open
 * intervals: what is done at the due instant is done in time. A term that the calendar does not reach is
 * `beyond-calendar`, one that starts before it `before-calendar`.
 */
export const dueOf = atDoor('dueOf', dueOfInside, {
  calendar: whole,
  question: ['start', 'at', 'term', 'pauses'],
});

/** The instant at which a term of business days ends: 24:00 of its last day, the day of receipt left out. */
export const dueOfDays = atDoor('dueOfDays', dueOfDaysInside, {
  calendar: 'calendar',
  start: 'number',
  days: 'number',
  pauses: 'spans',
});

/**
 * The instant at which so many open milliseconds have passed since a start, pauses left out: the earliest one. A target
 * of none is due at its start. `Infinity` while a pause without end holds it up; `NaN` beyond the calendar.
 */
export const dueOfTime = atDoor('dueOfTime', dueOfTimeInside, {
  calendar: 'calendar',
  start: 'number',
  target: 'number',
  pauses: 'spans',
});

/** The next instant that is open, this one included; `NaN` where the calendar ends before. */
export const nextOpenInstant = atDoor('nextOpenInstant', nextOpenInstantInside, {
  calendar: 'calendar',
  instant: 'number',
});

/** Open time between two instants, in milliseconds; negative where the second lies before the first. */
export const openTimeBetween = atDoor('openTimeBetween', openTimeBetweenInside, {
  calendar: 'calendar',
  from: 'number',
  to: 'number',
});

/**
 * How a due instant was counted, step by step: what an inspector needs to count it again by hand. The question must be
 * one that `dueOf` answers.
 */
export const stepsOf = atDoor('stepsOf', stepsOfInside, {
  calendar: whole,
  question: ['start', 'term', 'pauses'],
});

/**
 * Reads a calendar as a person writes it (interface, section 3), with every fault at once. Whether its zone exists, and
 * whether it ever opens, is known once it is published.
 */
export const parseCalendar = atDoor('parseCalendar', parseCalendarInside, { value: 'anything' });

/** Reads a published calendar: as {@link parseCalendar}, with `until` and `transitions`. */
export const parsePublishedCalendar = atDoor('parsePublishedCalendar', parsePublishedCalendarInside, {
  value: 'anything',
});

/**
 * Reads a policy strictly, with every fault at once: unknown fields, clocks, events and their fields, calendars, and the
 * terms of contracts that are missing. `fieldsOf` is the catalogue of events.
 */
export const parsePolicy = atDoor('parsePolicy', parsePolicyInside, {
  given: 'anything',
  fieldsOf: 'function',
});

/**
 * The table of clocks (domain.md 7) with the terms of one provider: C-14, C-26, C-27 and all of C-25 but the answer
 * stand in it, inactive.
 */
export const standardPolicy = atDoor('standardPolicy', standardPolicyInside, {
  terms: ['id', 'version', 'calendars', 'contract'],
});

/**
 * The clocks of a complaint at an instant, from its events in the order of their revisions and what was published: a
 * pure function, total over any subset of the events (I-18). What had happened by an instant, and what was known by
 * one, is asked by the events that are given.
 */
export const readClocks = atDoor('readClocks', readClocksInside, {
  events: 'list',
  published: ['policyOf', 'calendarOf'],
  at: 'instant',
});

/** The `id@version` of every policy and calendar that the events of a complaint name. */
export const namedIn = atDoor('namedIn', namedInInside, { events: 'list' });

/**
 * The federal rest days of Mexico in a year, by the rules of article 74 of the *Ley Federal del Trabajo*. Election days
 * are set by electoral law and are no part of it: {@link electionDays}.
 */
export const federalHolidays = atDoor('federalHolidays', federalHolidaysInside, { year: 'number' });

/** True for a stored event of the calendars and policies of a provider. */
export const isPublicationEvent = atDoor('isPublicationEvent', isPublicationEventInside, {
  event: ['type'],
});

/**
 * The versions of one calendar or one policy, each published once and never changed (I-18); its stream's id is the
 * calendar's or the policy's.
 */
export const publication: Decider<
  PublicationCommands,
  PublicationEvents,
  PublicationState,
  null,
  PublicationRejectionCode
> = deciderAtDoor(publicationInside, 'anything');
