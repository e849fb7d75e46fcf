import type { Instant } from '../../kernel/instant.js';
import type { PersonRef } from '../../kernel/message.js';
import type { VisitFailure } from '../vocabulary.js';

/** How far a visit has come that is neither over nor called off. */
export type OpenVisitStage = 'requested' | 'scheduled' | 'notified';

/** How far each visit has come that is neither over nor called off, by its number. */
export type OpenVisits = Readonly<Record<number, OpenVisitStage>>;

/** Who goes to each visit that was arranged and is not over, by its number. */
export type Visitors = Readonly<
  Record<
    number,
    {
      /** Whom the user expects. */
      readonly visitor: PersonRef;
      /** From when. */
      readonly from: Instant;
    }
  >
>;

/** A visit that was tried in vain. */
export interface FailedVisit {
  /** Why it did not take place. */
  readonly reason: VisitFailure;
  /** When it was tried. */
  readonly failedAt: Instant;
  /** When the user was last heard of after it; absent where not. */
  readonly heardAt?: Instant;
  /**
   * Present where the user is not held to it: no notice of the visit is recorded, the provider called off the one that was
   * to take its place, or the request was reopened since.
   */
  readonly excusedBy?: 'provider' | 'reopening';
}
