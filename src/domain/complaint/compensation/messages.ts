import type { Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import type { Owed } from '../vocabulary.js';

/** Refund for what was not delivered, and the bonus on top (NOM-184; I-16). Both in minor units, rounded up. */
export interface CompensationAmounts {
  /** Price times the share of the period that was affected. */
  readonly proportionalRefund: Money;
  /** On top of the refund: at least 20 % of the price of the affected period. */
  readonly bonus: Money;
}

/** What was granted for the time without service, as the user is told it. */
export interface GrantTold extends CompensationAmounts {
  /** The billing cut-off by which it is credited; of several grants the last one. */
  readonly billingCutoff?: Instant;
}

/** The undue charge that is given back and the bonus on it, as the user is told them. */
export interface RefundTold {
  /** The charge, in minor units. */
  readonly charge: Money;
  /** The bonus on top, in minor units. */
  readonly bonus: Money;
  /** The billing cut-off by which it is credited; of several refunds the last one. */
  readonly billingCutoff?: Instant;
}

/** What a notice tells of money. */
export interface MoneyTold {
  /** What was granted for the time without service. */
  readonly compensation?: GrantTold;
  /** What was granted beside what is due. */
  readonly goodwill?: GrantTold;
  /** The undue charge that is given back. */
  readonly undueCharge?: RefundTold;
}

/** Why nothing is due although the record lets one think so. */
export const nothingDueReasons = [
  'service-not-affected',
  'nothing-paid',
  'no-undue-charge',
  'already-refunded',
] as const;
/** Why nothing is due. */
export type NothingDueReason = (typeof nothingDueReasons)[number];

/** On what ground something is granted. */
export const grantReasons = [
  'attributable-to-provider',
  'force-majeure',
  'undue-charge',
  'goodwill',
] as const;
/** On what ground something is granted. */
export type GrantReason = (typeof grantReasons)[number];

/** The parts of what is granted: each is settled, told and corrected by itself. */
export const grantParts = ['compensation', 'undue-charge', 'goodwill'] as const;
/** One of these parts: for the time without service, for an undue charge, or beside what is due. */
export type GrantPart = (typeof grantParts)[number];

/** What a statement may show: a grant by its ground, or the balance that a cancellation left. */
export const creditedFor = [...grantReasons, 'balance'] as const;
/** What a statement shows. */
export type CreditedFor = (typeof creditedFor)[number];

/** What was recorded about compensation. */
export interface CompensationEvents {
  /** What is due by the rule, from the affected period and the price. */
  readonly CompensationAssessed: CompensationAmounts & {
    readonly affected: { readonly from: Instant; readonly to: Instant };
    readonly price: Money;
    readonly periodDays: number;
  };
  /** What was granted, and on what ground; of an undue charge, `proportionalRefund` is the charge itself. */
  readonly CompensationGranted: CompensationAmounts & {
    readonly reason: GrantReason;
    /** The billing cut-off by which it must be credited. */
    readonly billingCutoff?: Instant;
    /** What the provider knows this payment by: it tells one goodwill from another of the same amounts. */
    readonly reference?: string;
  };
  /** It was looked into whether something is due, and nothing is; why in words is sealed. */
  readonly NothingDue: { readonly of: Owed; readonly reason: NothingDueReason };
  /** It reached the user's account. */
  readonly CompensationCredited: {
    readonly creditedAt: Instant;
    readonly statement?: string;
    /** What it was granted for; absent where that was not recorded. */
    readonly reason?: CreditedFor;
  };
}

/** What may be asked about compensation (I-16). */
export interface CompensationCommands {
  /**
   * Price and period where the filing did not bring them; `to` where the service is not restored yet, and `from` where it
   * was back before the receipt.
   */
  readonly assessCompensation: {
    readonly price?: Money;
    readonly periodDays?: number;
    readonly from?: Instant;
    readonly to?: Instant;
  };
  /** Grants at least what is due by the rule, and says on what ground; goodwill stands beside it and settles none of it. */
  readonly grantCompensation: CompensationEvents['CompensationGranted'];
  /** Says, with reasons, that what seems to be owed is not. */
  readonly declareNothingDue: CompensationEvents['NothingDue'] & { readonly explanation: string };
  /** Records that what was granted reached the account; where no ground is named, the one whose turn it is. */
  readonly creditCompensation: CompensationEvents['CompensationCredited'];
}
