import type { PersonRef } from '../../kernel/message.js';
import type { SaidBy } from '../shapes.js';
import type { Waivable } from '../vocabulary.js';

/** How a complaint ends, and that it begins again. */
export interface EndingEvents {
  /** *Desistimiento*: the user takes the request back. */
  readonly Withdrawn: {
    readonly reason: 'solved-by-itself' | 'no-longer-wanted' | 'other';
    /** What is owed to the user, and the user does without by their own word. */
    readonly waives?: readonly Waivable[];
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The user did not follow up on what was asked of them. */
  readonly Lapsed: { readonly reason: 'no-answer' | 'no-access' };
  /** It is the same as another one, which goes on. */
  readonly MarkedDuplicate: {
    /** Folio of the complaint that goes on. */
    readonly of: string;
    /** The parties who are parties of that one too: they alone are told its folio. */
    readonly toldTo: readonly PersonRef[];
  };
  /** The user has the final word, and nothing is owed. */
  readonly Closed: {
    /**
     * `denied`: a cancellation that was not executed; the user was told why. `not-reached`: the final word did not reach
     * the user, however often it was tried.
     */
    readonly reason: 'notified' | 'answered' | 'executed' | 'denied' | 'not-reached' | 'report-concluded';
  };
  /** Work begins again under the same folio, in a new cycle (2, 3, …). */
  readonly Reopened: {
    readonly cycle: number;
    /**
     * `corrected`: a fact of it was corrected after it was closed; `authority`: an authority resolved for the user, or an
     * agreement was made before it; `penalty`: the user does not accept what a cancellation charged. What stands of the work
     * stays.
     */
    readonly reason: ReopeningReason | 'corrected' | 'authority' | 'penalty';
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
}

/** That a complaint is closed, as other stages record it beside their own events. */
export type Closing = Pick<EndingEvents, 'Closed'>;

/** That a complaint is open again, as other stages record it beside their own events. */
export type Reopening = Pick<EndingEvents, 'Reopened'>;

/** Why the work begins again. Only `closed-by-mistake` brings back what was never worked on. */
export const reopeningReasons = [
  'fault-persists',
  'not-satisfied',
  'new-facts',
  'closed-by-mistake',
] as const;
/** Why work begins again under the same folio. */
export type ReopeningReason = (typeof reopeningReasons)[number];

/** What ends a complaint, and begins it again. */
export interface EndingCommands {
  /** Takes the request back; the user's words are sealed. */
  readonly withdraw: EndingEvents['Withdrawn'] & { readonly explanation?: string };
  /** Ends a request that the user did not follow up on. */
  readonly lapse: EndingEvents['Lapsed'];
  /** Ends it in favour of another one. */
  readonly markDuplicate: Pick<EndingEvents['MarkedDuplicate'], 'of'>;
  /** Ends it after the final word. */
  readonly close: Readonly<Record<string, never>>;
  /** Begins it again under the same folio (C-22); why is sealed. */
  readonly reopen: {
    readonly reason: ReopeningReason;
    readonly explanation?: string;
    readonly saidBy?: SaidBy;
  };
}
