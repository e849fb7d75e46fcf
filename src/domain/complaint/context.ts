import type { Instant } from '../kernel/instant.js';
import type { OtherComplaint, Recount, Terms } from './shapes.js';
import type { Who } from './relations.js';
import type { RoutingPurpose, WordSort } from './vocabulary.js';

/** What a decision is told besides the command and the state: all of it data, none of it fetched. */
export interface ComplaintContext extends Who {
  /** When it happened, by the caller's word; never after `now`. */
  readonly occurredAt: Instant;
  /** The clock. */
  readonly now: Instant;
  /** The provider's terms today: recorded at filing, then only the recorded ones count. */
  readonly terms: Terms;
  /** How the provider names its tracking number: `número de seguimiento`, `folio`. */
  readonly folioLabel: string;
  /** The provider's areas, as ids. */
  readonly areas: readonly string[];
  /** What each area may be asked for (O-32); an area that is not named may be asked for anything. */
  readonly purposes?: Readonly<Record<string, readonly RoutingPurpose[]>>;
  /**
   * The words that have a label, by sort: any other is refused where a user would read it. Absent, or of an import: not
   * looked at.
   */
  readonly words?: Readonly<Record<Exclude<WordSort, 'procedures'>, readonly string[]>>;
  /** Whom the provider's procedure has notified at the end (O-36): the user is the one who reported it. Absent: the subscriber. */
  readonly notifies?: 'subscriber' | 'user';
  /** The provider's IANA time zone: terms in days end with the local day. */
  readonly zone: string;
  /** True where the request reached a channel outside its hours (I-03). Only `file` looks at it. */
  readonly outOfHours: boolean;
  /** The complaint that the command names, where it names one (`markDuplicate`, `correctDuplicate`). */
  readonly other?: OtherComplaint | undefined;
  /** Where the complaint ended as a duplicate: the one in which it goes on, at the end of all duplicates between. */
  readonly goesOn?: OtherComplaint | undefined;
  /** What a recompute comes to count by; absent: what it asks, and else the terms of today. */
  readonly recount?: Recount | undefined;
  /**
   * True for what an import brings from another system: its facts keep the times of its log, and their order in time was
   * judged there.
   */
  readonly imported?: boolean;
}
