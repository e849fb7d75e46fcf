import type { Terms } from '../complaint/shapes.js';
import type { Channel, Kind, Language, Role, RoutingPurpose } from '../complaint/vocabulary.js';
import type { Week } from './week.js';

/** What a person reads, in Spanish (es-MX) and in English. */
export interface Label {
  readonly es: string;
  readonly en: string;
}

export const contactKinds = ['phone', 'email', 'web', 'office'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** A number to call, an address to write or go to, as the procedure gives it. */
export interface ContactPoint {
  readonly kind: ContactKind;
  readonly value: string;
}

/** Whether the hours hold on holidays. `unspecified`: the procedure says nothing, so intake never counts it as closed. */
export const holidayPolicies = ['open', 'closed', 'unspecified'] as const;
export type HolidayPolicy = (typeof holidayPolicies)[number];

/** A means of contact, and when somebody is there (O-10..O-13). Nothing is refused outside these hours (I-03). */
export interface ChannelProfile {
  readonly channel: Channel;
  readonly label: Label;
  readonly contactPoints: readonly ContactPoint[];
  /** Local time in the provider's zone. */
  readonly hours: Week;
  readonly holidayPolicy: HolidayPolicy;
}

/** An area that requests are routed to (O-31), and what for (O-32). */
export interface AreaProfile {
  readonly id: string;
  readonly label: Label;
  readonly purposes: readonly RoutingPurpose[];
}

export const noticeContents = ['folio', 'visit', 'causes', 'ruling', 'restoration'] as const;
export type NoticeContent = (typeof noticeContents)[number];

/** Who tells the user what, in the words of the procedure (O-17, O-23..O-26, O-30). */
export interface NoticeProfile {
  readonly notice: 'folio' | 'visit' | 'final';
  readonly by: Role;
  /** *Suscriptor* or *Usuario* (O-36). */
  readonly to: 'subscriber' | 'user';
  readonly contents: readonly { readonly content: NoticeContent; readonly wording: Label }[];
}

/** The rules a request is filed under. */
export interface PolicyProfile extends Pick<
  Terms,
  'calendars' | 'reopeningDays' | 'bonusPercent' | 'forceMajeureHours' | 'nextInstance'
> {
  readonly id: string;
  readonly version: number;
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
  readonly name: string;
  /** IANA time zone of the hours. */
  readonly zone: string;
  readonly language: Language;
  readonly folio: {
    /** Two to four capital letters. */
    readonly prefix: string;
    /** What the procedure calls the number. */
    readonly label: Label;
    /** Other words the procedure has for the same number. */
    readonly alsoCalled: readonly Label[];
  };
  /** The names of the roles the procedure knows. */
  readonly roles: {
    readonly [R in 'customer-service' | 'technical-lead' | 'competent-area']: readonly Label[];
  };
  readonly channels: readonly ChannelProfile[];
  readonly areas: readonly AreaProfile[];
  /** Kinds that must be routed to a competent area before they are ruled on (O-31, I-13). */
  readonly routedKinds: readonly Kind[];
  readonly codeOfPractice: Terms['codeOfPractice'];
  readonly notices: readonly NoticeProfile[];
  readonly policy: PolicyProfile;
  readonly provenance: readonly Provenance[];
}

/** The terms that a request filed today is under. */
export const termsOf = ({ policy, codeOfPractice, routedKinds }: ProviderProfile): Terms => ({
  policy: policy.id,
  version: policy.version,
  calendars: policy.calendars,
  codeOfPractice,
  reopeningDays: policy.reopeningDays,
  bonusPercent: policy.bonusPercent,
  forceMajeureHours: policy.forceMajeureHours,
  routedKinds,
  nextInstance: policy.nextInstance,
});

/** The ids of the areas that requests can be routed to. */
export const areasOf = ({ areas }: ProviderProfile): readonly string[] => areas.map(({ id }) => id);

/** What the provider calls its folio, in the language it serves its users in. */
export const folioLabelOf = ({ folio, language }: ProviderProfile): string => folio.label[language];
