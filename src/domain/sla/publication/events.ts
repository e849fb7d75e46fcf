import type { EventOf } from '../../kernel/message.js';
import type { PublishedCalendar } from '../calendar.js';
import type { SlaPolicy } from '../policy/policy.js';

/** By what one content is told from another (SHA-256 of its RFC 8785 text, in hexadecimal). */
export interface ContentHashes {
  /** Of what was published. */
  readonly sha256: string;
  /**
   * Of what the provider wrote. A calendar is published with the law of its zone, a policy with the table of clocks: of
   * the same words, another machine or another release may make another content, and these are the same version.
   */
  readonly sourceSha256: string;
}

/** What is recorded of the calendars and policies that deadlines count by: a version is published once. */
export interface PublicationEvents {
  /** From now on requests may count on this version of a calendar. */
  readonly CalendarPublished: ContentHashes & { readonly calendar: PublishedCalendar };
  /** From now on requests may be filed under this version of a policy. */
  readonly PolicyPublished: ContentHashes & { readonly policy: SlaPolicy };
}

/** That a version was published. */
export type PublicationEvent = EventOf<PublicationEvents>;

const types: readonly string[] = [
  'CalendarPublished',
  'PolicyPublished',
] satisfies readonly PublicationEvent['type'][];

/** True for a stored event of the calendars and policies of a provider. */
export const isPublicationEvent = <E extends { readonly type: string; readonly data: unknown }>(
  event: E,
): event is E & PublicationEvent => types.includes(event.type);
