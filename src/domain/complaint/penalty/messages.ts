import type { Money } from '../../kernel/money.js';
import type { Excepted } from '../separation-of-duties.js';
import type { SaidBy } from '../shapes.js';
import type { RulingOutcome } from '../vocabulary.js';

/** What a cancellation charged to the user, where the user does not accept it: a penalty, a last bill. */
export interface PenaltyEvents {
  /** The user does not accept what a cancellation charged; why is sealed. */
  readonly PenaltyDisputed: {
    /** How much of it the user does not accept; absent where they do not say. */
    readonly amount?: Money;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** It was ruled whether the user is right; the reasons are sealed. What was charged unduly is refunded with its bonus. */
  readonly PenaltyRuled: Excepted & {
    readonly outcome: RulingOutcome;
    /** How much of it was undue, where that is not all that the user disputes. */
    readonly undueCharge?: Money;
    /** The clause of law or contract it rests on. */
    readonly basis: string;
    /** Where the user may go next; always named when dismissed (I-10). */
    readonly nextInstance?: string;
  };
}

/** What may be asked about what a cancellation charged. */
export interface PenaltyCommands {
  /** Takes down that the user does not accept it, also after the end; their words are sealed. */
  readonly disputePenalty: PenaltyEvents['PenaltyDisputed'] & { readonly statement: string };
  /** Rules on it. */
  readonly rulePenalty: Omit<PenaltyEvents['PenaltyRuled'], 'exception'> & { readonly reasons: string };
}
