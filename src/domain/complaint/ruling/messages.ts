import type { Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import type { Excepted } from '../separation-of-duties.js';
import type { ConciliationOutcome, RulingOutcome } from '../vocabulary.js';

/** How a complaint was ruled on, or settled. */
export interface RulingEvents {
  /** *Procedente* or *improcedente*, with reasons (O-25). The reasons' text is sealed. */
  readonly Ruled: Excepted & {
    readonly outcome: RulingOutcome;
    /** The clause of law or contract it rests on. */
    readonly basis: string;
    /** How much was charged unduly, where it was: what is refunded is no less. */
    readonly undueCharge?: Money;
    /** What of it an earlier ruling of this cycle had refunded. */
    readonly refundedBefore?: Money;
    /** Revision of the `CauseVerified` it rests on. */
    readonly cause: number;
    /** Policy and version it was ruled under. */
    readonly policy: string;
    readonly policyVersion: number;
    /** Where the user may go next; always named when dismissed (I-10). */
    readonly nextInstance?: string;
  };
  /** What came of a conciliation (O-32). What was agreed is carried out before the complaint ends. */
  readonly ConciliationRecorded: {
    readonly outcome: ConciliationOutcome;
    /** Until when the provider has to carry out what was agreed, where the agreement says so. */
    readonly dueAt?: Instant;
  };
  /** What was agreed in a conciliation was done; what was done is sealed. */
  readonly AgreementCarriedOut: {
    /** Which of the conciliations that ended in an agreement, from 1. */
    readonly conciliation: number;
    readonly carriedOutAt: Instant;
  };
}

/** What may be asked of those who rule. */
export interface RulingCommands {
  /** Rules on the verified causes; the reasons are sealed. */
  readonly rule: Pick<RulingEvents['Ruled'], 'outcome' | 'basis' | 'undueCharge' | 'nextInstance'> & {
    readonly reasons: string;
  };
  /** Records what came of a conciliation; the words of an agreement are sealed. */
  readonly recordConciliation: RulingEvents['ConciliationRecorded'] & { readonly agreement?: string };
  /** Records that what was agreed was done, for the user to read; of several conciliations one is named. */
  readonly carryOutAgreement: Omit<RulingEvents['AgreementCarriedOut'], 'conciliation'> & {
    readonly conciliation?: number;
    readonly done: string;
  };
}
