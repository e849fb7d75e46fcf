import type { Instant } from '../kernel/instant.js';
import type { PersonRef } from '../kernel/message.js';
import type { Channel, Defect, Ending, Kind, Subject } from './vocabulary.js';

/** What a request is about now, after any reclassification. */
export interface About {
  /** The user's word for it, or the one it was reclassified to. */
  readonly kind: Kind;
  /** A finer kind, where one was named. */
  readonly subkind?: string;
  /** What it is about: it decides the track together with `kind` and `defect`. */
  readonly subject: Subject;
  /** How much fails, where service or equipment is complained of (O-01). */
  readonly defect?: Defect;
}

/** The window in which a visitor is expected at the user's home (O-29). */
export interface VisitWindow {
  /** The earliest arrival (UTC). */
  readonly from: Instant;
  /** The latest arrival (UTC). */
  readonly to: Instant;
}

/** A file that lies outside the log: known by its content hash alone. */
export interface Attachment {
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Media type, `image/jpeg`. */
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** True where the content may show personal data. */
  readonly personal: boolean;
}

/** A number by which another party knows this case: an e-mail's Message-ID, an authority's file. */
export interface ExternalReference {
  /** Who uses the number: a mail system, an authority. */
  readonly system: string;
  /** The number, as they write it. */
  readonly id: string;
}

/** How this complaint relates to another one of the same provider. */
export const relationshipKinds = ['duplicate', 'repeat', 'reopened-from', 'same-outage', 'related'] as const;
/** How one complaint relates to another. */
export type RelationshipKind = (typeof relationshipKinds)[number];

/** A link to another complaint of the same provider. */
export interface Relationship {
  /** The other complaint's folio. */
  readonly folio: string;
  /** What this complaint is to the other one. */
  readonly kind: RelationshipKind;
}

/** What a decision is told of another complaint: whose it is, and whether it goes on. */
export interface OtherComplaint {
  /** Its number, as it is written. */
  readonly folio: string;
  /** Who holds its contract. */
  readonly subscriber: PersonRef | null;
  /** Who reported it, where that is not the subscriber. */
  readonly reporter: PersonRef | null;
  /** How it ended, or that it is open. */
  readonly ending: Ending;
}

/** A party's own word, as staff took it down: who spoke to them, and where. */
export interface SaidBy {
  /** The subscriber or the reporter who said it. */
  readonly party: PersonRef;
  /** The channel they spoke by. */
  readonly channel: Channel;
  /** The contact it was said in, as the host names it: a call, a message. */
  readonly contact?: string;
}

/** What is said in free words: free text of staff is for the house unless it is said for the user. */
export interface WordsOfStaff {
  /** For the house: it stands in no letter, and no party reads it. */
  readonly explanation?: string;
  /** For the user: it stands in their history, their certificate and their notice. */
  readonly forUser?: string;
}

/** The calendars that a recompute comes to count by, and what it lacks. */
export interface Recount {
  /** `id@version`: those that it names, and of the others that its policy needs those of today. */
  readonly calendars: readonly string[];
  /** `id@version` of what was never published. */
  readonly unpublished: readonly string[];
  /** Ids of the calendars that its policy needs, which it does not name and the provider does not have today. */
  readonly unnamed: readonly string[];
}

/**
 * The rules under which a complaint is filed. They are recorded with it, so that a later change of the provider's
 * policy never moves a running complaint (design: Time).
 */
export interface Terms {
  /** Name of the provider's policy. */
  readonly policy: string;
  /** Version of the policy, a whole number from 1. */
  readonly version: number;
  /** Calendars the deadlines count on, `id@version`. */
  readonly calendars: readonly string[];
  /** The code of practice the user was served under, and its version. */
  readonly codeOfPractice: { readonly id: string; readonly version: string };
  /** Calendar days after closing in which the user may reopen (C-22); `null`: no limit. */
  readonly reopeningDays: number | null;
  /**
   * Calendar days that the user has to answer what was asked, or to let the provider in, before the request may lapse.
   * Absent: 10.
   */
  readonly lapseDays?: number;
  /** Hours that the window of a visit may last at most: the user waits at home for all of them. Absent: 12. */
  readonly visitWindowHours?: number;
  /** On how many different days the final word must have failed to reach the user before closing. Absent: 3. */
  readonly reachAttempts?: number;
  /** Least bonus on the price of the affected period, in percent (NOM-184: 20). */
  readonly bonusPercent: number;
  /** Hours after the report before force majeure is compensated (24). */
  readonly forceMajeureHours: number;
  /**
   * Whether what a third party caused (a wholesaler, a cut cable) is compensated as the provider's own fault towards its
   * user. Absent: `as-provider`.
   */
  readonly thirdParties?: 'as-provider' | 'not-compensated';
  /** Kinds that must be routed to a competent area before they are ruled on (O-31, I-13). */
  readonly routedKinds: readonly string[];
  /**
   * Whether the same person may repair and rule, or rule on the appeal from their own ruling: `enforced` (where it is
   * absent) refuses it, `recorded` takes it and lets the event say so, for a provider of one person.
   */
  readonly separationOfDuties?: 'enforced' | 'recorded';
  /** Where a user goes who is not content with the ruling (I-10): `PROFECO`. */
  readonly nextInstance: string;
}
