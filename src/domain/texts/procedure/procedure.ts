import type { Channel, Language } from '../../complaint/vocabulary.js';
import { slaPolicyOf } from '../../provider/deadlines.js';
import type { ChannelProfile, ContactPoint, ProviderProfile } from '../../provider/profile.js';
import type { SlaPolicy } from '../../sla/policy/policy.js';
import { routingPurposeLabels } from '../labels/people.js';
import { inline } from '../plain-text.js';
import { openingWords } from '../provider/opening-words.js';
import { closedDaysOf } from './closed-days.js';
import { rulesOf } from './rules.js';
import { waysOf, type ProcedureWay } from './steps.js';
import { termsInWords, type ProcedureTerm } from './terms.js';
import { requestNames, words } from './words.js';

/** A means of contact, as users read it. */
export interface ProcedureChannel {
  /** The word of the vocabulary that requests of this channel are filed with. */
  readonly channel: Channel;
  /** What the provider calls it. */
  readonly name: string;
  /** How it is used, where the procedure says so. */
  readonly how: string | null;
  /** Numbers and addresses, in the procedure's order. */
  readonly contacts: readonly ContactPoint[];
  /** When it is attended, in words. */
  readonly hours: string;
}

/** An area that requests are routed to, and what for. */
export interface ProcedureArea {
  /** What the provider calls it. */
  readonly name: string;
  /** What it is asked for. */
  readonly purposes: readonly string[];
}

/** Where users turn to when they do not agree. */
export interface NextInstance {
  /** Its name. */
  readonly name: string;
  /** How to reach it. */
  readonly contacts: readonly ContactPoint[];
}

/** The public complaint procedure of a provider: every word of it comes from what is run. */
export interface Procedure {
  /** What it is written in. */
  readonly language: Language;
  /** Its heading. */
  readonly title: string;
  /** What users know the provider by. */
  readonly provider: string;
  /** What may be brought, and how freely (O-01 to O-09, O-34). */
  readonly opening: readonly string[];
  /** The means of contact (O-10 to O-13). */
  readonly channels: readonly ProcedureChannel[];
  /** The steps of each kind of request, of those alike together (O-14 to O-33). */
  readonly steps: readonly ProcedureWay[];
  /** What holds besides: visits, reopening, lapse. */
  readonly rules: readonly string[];
  /** The areas (O-31, O-32). */
  readonly areas: readonly ProcedureArea[];
  /** The clocks that run, in the order of the policy. */
  readonly terms: readonly ProcedureTerm[];
  /** At which share of a term a request goes up, in words. */
  readonly escalation: readonly string[];
  /** What a business day is, and the closed ones of the year. */
  readonly businessDays: readonly string[];
  /** Where users turn to next. */
  readonly nextInstance: NextInstance;
  /** Which version of the rules it was made from. */
  readonly version: number;
}

/** What the procedure of a provider is made from, besides its profile. */
export interface ProcedureOptions {
  /** Default: the language that the provider serves its users in. */
  readonly language?: Language;
  /** The policy that requests are filed under; default: the table of clocks with the terms of the profile. */
  readonly policy?: SlaPolicy;
  /** The year whose closed days are listed. */
  readonly year: number;
}

const contactOf = ({ kind, value }: ContactPoint): ContactPoint => ({ kind, value: inline(value) });

const channelOf = (
  { channel, label, how, contactPoints, hours, holidayPolicy }: ChannelProfile,
  language: Language,
): ProcedureChannel => {
  const attended = openingWords(hours, language);
  return {
    channel,
    name: inline(label[language]),
    how: how === undefined ? null : inline(how[language]),
    contacts: contactPoints.map(contactOf),
    hours: holidayPolicy === 'closed' ? `${attended}, ${words[language].exceptHolidays}` : attended,
  };
};

/**
 * The public procedure of a provider, from what it runs: each means of contact from its profile, each step from the
 * tracks, each term from the clocks of the policy.
 */
export const procedureOf = (
  profile: ProviderProfile,
  { language = profile.language, policy = slaPolicyOf(profile), year }: ProcedureOptions,
): Procedure => {
  const said = words[language];
  const name = inline(profile.name);
  return {
    language,
    title: said.title,
    provider: name,
    opening: said.opening({
      name,
      requests: said.list(Object.values(requestNames).map((each) => each[language])),
      folio: inline(profile.folio.label[language]),
    }),
    channels: profile.channels.map((each) => channelOf(each, language)),
    steps: waysOf(profile, language),
    rules: rulesOf(profile, language),
    areas: profile.areas.map(({ label, purposes }) => ({
      name: inline(label[language]),
      purposes: purposes.map((purpose) => routingPurposeLabels[purpose][language]),
    })),
    terms: termsInWords(profile, policy, language),
    escalation: said.escalation(policy),
    businessDays: closedDaysOf(profile.businessCalendar, year, language),
    nextInstance: {
      name: inline(profile.policy.nextInstance),
      contacts: (profile.nextInstanceContacts ?? []).map(contactOf),
    },
    version: policy.version,
  };
};
