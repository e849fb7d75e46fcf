import type { Terms } from '../complaint/shapes.js';
import type { Channel, Kind, Language, Role, RoutingPurpose, WordSort } from '../complaint/vocabulary.js';
import type { CalendarSource } from '../sla/calendar.js';
import type { ContractTerms } from '../sla/policy/contract-terms.js';
import { refOf } from '../sla/policy/policy.js';
import type { Week } from '../sla/week.js';

/** What a person reads, in Spanish (es-MX) and in English. */
export interface Label {
  /** Spanish of Mexico (es-MX); what users read first. */
  readonly es: string;
  /** English. */
  readonly en: string;
}

/** The sorts of contact that a procedure gives. */
export const contactKinds = ['phone', 'email', 'web', 'office'] as const;
/** A sort of contact: what `value` of a contact point must look like follows from it. */
export type ContactKind = (typeof contactKinds)[number];

/** A number to call, an address to write or go to, as the procedure gives it. */
export interface ContactPoint {
  /** What `value` must look like: one that does not is refused with `contact-invalid`. */
  readonly kind: ContactKind;
  /** Number, e-mail address, URL or postal address, as it is shown to users. */
  readonly value: string;
}

/** Whether the hours hold on holidays. `unspecified`: the procedure says nothing, so intake never counts it as closed. */
export const holidayPolicies = ['open', 'closed', 'unspecified'] as const;
/** Whether a channel's hours hold on holidays. */
export type HolidayPolicy = (typeof holidayPolicies)[number];

/** A means of contact, and when it is staffed (O-10..O-13). Nothing is refused outside these hours (I-03). */
export interface ChannelProfile {
  /** The word that requests of this channel are filed with. */
  readonly channel: Channel;
  /** What the procedure calls it. */
  readonly label: Label;
  /** How a request is made by it, where the procedure says so. */
  readonly how?: Label;
  /** Where users reach it, in the procedure's order. */
  readonly contactPoints: readonly ContactPoint[];
  /** Local time in the provider's zone. */
  readonly hours: Week;
  /** What the hours mean on a holiday. */
  readonly holidayPolicy: HolidayPolicy;
}

/** An area that requests are routed to (O-31), and what for (O-32). */
export interface AreaProfile {
  /** What `routeToArea` and the area's queue name it by. */
  readonly id: string;
  /** What the procedure calls it. */
  readonly label: Label;
  /** What it may be asked for. */
  readonly purposes: readonly RoutingPurpose[];
}

/** What a procedure may demand that a notice tells (O-17, O-24..O-26, O-30). */
export const noticeContents = ['folio', 'visit', 'causes', 'ruling', 'restoration'] as const;
/** One thing that a notice tells the user. */
export type NoticeContent = (typeof noticeContents)[number];

/** Who tells the user what, in the words of the procedure (O-17, O-23..O-26, O-30). */
export interface NoticeProfile {
  /** The folio (O-17), a visit (O-30), or the end of the matter (O-23..O-26). */
  readonly notice: 'folio' | 'visit' | 'final';
  /** Role that gives it; the final notice is given by `customer-service` alone (O-23, I-11). */
  readonly by: Role;
  /** *Suscriptor* or *Usuario* (O-36). */
  readonly to: 'subscriber' | 'user';
  /** What it tells, each in the procedure's own words. */
  readonly contents: readonly { readonly content: NoticeContent; readonly wording: Label }[];
}

/** The rules a request is filed under. */
export interface PolicyProfile extends Pick<
  Terms,
  | 'separationOfDuties'
  | 'reopeningDays'
  | 'lapseDays'
  | 'visitWindowHours'
  | 'reachAttempts'
  | 'bonusPercent'
  | 'forceMajeureHours'
  | 'thirdParties'
  | 'nextInstance'
> {
  /** Recorded with every filing, so that a later policy never moves a running request. */
  readonly id: string;
  /** Whole number from 1, raised with every change of the rules. */
  readonly version: number;
  /** What its registered contract says of deadlines: there is no default, contracts differ. */
  readonly contract: ContractTerms;
}

/** Where a statement of the profile comes from. `at` is a JSON Pointer to it; what lies below it has the same origin. */
export type Provenance =
  | {
      readonly at: string;
      readonly from: 'procedure';
      /** Where the procedure says so. */
      readonly place: string;
      /** Its words, in short. */
      readonly words: string;
    }
  | {
      readonly at: string;
      /** Decided by the provider or by us: the procedure is silent. */
      readonly from: 'decision';
      readonly note: Label;
    };

/**
 * Everything in which one provider differs from another, as data: a third one is added without touching code. Texts
 * and numbers are those of its published procedure; what the procedure does not say is marked so in `provenance`.
 */
export interface ProviderProfile {
  /** Lower-case name in streams and metadata. */
  readonly id: string;
  /** What users know it by. */
  readonly name: string;
  /** IANA time zone of the hours. */
  readonly zone: string;
  /** What its users are served in where they choose nothing else. */
  readonly language: Language;
  /** How its folios look (`PREFIX-000123-C`), and what users hear them called. */
  readonly folio: {
    /** Two to four capital letters. */
    readonly prefix: string;
    /** What the procedure calls the number. */
    readonly label: Label;
    /** Other words the procedure has for the same number. */
    readonly alsoCalled: readonly Label[];
  };
  /**
   * The names of the roles the procedure knows, in the order in which it uses them: customer service as it receives a
   * request, as it follows it up, at last as it tells the user.
   */
  readonly roles: {
    readonly [R in 'customer-service' | 'technical-lead' | 'competent-area']: readonly Label[];
  };
  /** The ways to reach it (O-10..O-13); a request by another one is never refused (O-09). */
  readonly channels: readonly ChannelProfile[];
  /** The areas requests may be routed to (O-31). */
  readonly areas: readonly AreaProfile[];
  /** Kinds that must be routed to a competent area before they are ruled on (O-31, I-13). */
  readonly routedKinds: readonly Kind[];
  /** How to reach the next instance that the policy names; absent: only its name is told. */
  readonly nextInstanceContacts?: readonly ContactPoint[];
  /**
   * Words of its own for causes, actions, grounds and procedures, each by its code with what users read; they stand
   * beside the ones that every provider has. A code without a label is refused where a user would read it.
   */
  readonly vocabulary?: { readonly [S in WordSort]?: Readonly<Record<string, Label>> };
  /** The code its users are served under, recorded with every filing. */
  readonly codeOfPractice: Terms['codeOfPractice'];
  /** Who tells users what: one for the folio, one for visits, one for the end. */
  readonly notices: readonly NoticeProfile[];
  /** The business days and hours that deadlines count on; raise its version with every change. */
  readonly businessCalendar: CalendarSource;
  /**
   * Version of the calendar of every hour of the zone. Raise it where the zone or its law has changed
   * (`quejas calendars check`). Absent: 1.
   */
  readonly naturalCalendarVersion?: number;
  /** The rules that requests filed from now on are under. */
  readonly policy: PolicyProfile;
  /** Where every statement of the profile comes from: the procedure, or a decision. */
  readonly provenance: readonly Provenance[];
}

/** The calendar on which hours count that are hours of any day: its name and its version. */
export const naturalCalendarOf = ({
  id,
  naturalCalendarVersion: version = 1,
}: Pick<ProviderProfile, 'id' | 'naturalCalendarVersion'>) => ({ id: `${id}-natural`, version });

/** The terms that a request filed today is under. */
export const termsOf = (profile: ProviderProfile): Terms => {
  const { policy, codeOfPractice, routedKinds, businessCalendar } = profile;
  return termsUnder(policy, {
    calendars: [refOf(naturalCalendarOf(profile)), refOf(businessCalendar)],
    codeOfPractice,
    routedKinds,
  });
};

const termsUnder = (
  policy: PolicyProfile,
  { calendars, codeOfPractice, routedKinds }: Pick<Terms, 'calendars' | 'codeOfPractice' | 'routedKinds'>,
): Terms => ({
  policy: policy.id,
  version: policy.version,
  calendars,
  codeOfPractice,
  reopeningDays: policy.reopeningDays,
  lapseDays: policy.lapseDays,
  visitWindowHours: policy.visitWindowHours,
  reachAttempts: policy.reachAttempts,
  bonusPercent: policy.bonusPercent,
  forceMajeureHours: policy.forceMajeureHours,
  thirdParties: policy.thirdParties,
  routedKinds,
  nextInstance: policy.nextInstance,
  ...(policy.separationOfDuties === 'recorded' && { separationOfDuties: 'recorded' }),
});

/** The ids of the areas that requests can be routed to. */
export const areasOf = ({ areas }: ProviderProfile): readonly string[] => areas.map(({ id }) => id);

/** What each area may be asked for (O-32). */
export const purposesOf = ({ areas }: ProviderProfile): Readonly<Record<string, readonly RoutingPurpose[]>> =>
  Object.fromEntries(areas.map(({ id, purposes }) => [id, purposes]));

/** Whom its procedure has notified at the end: the subscriber, or the user who reported it (O-36). */
export const notifiesOf = ({ notices }: ProviderProfile): 'subscriber' | 'user' =>
  notices.find(({ notice }) => notice === 'final')?.to ?? 'subscriber';

/** What the provider calls its folio, in the language it serves its users in. */
export const folioLabelOf = ({ folio, language }: ProviderProfile): string => folio.label[language];
