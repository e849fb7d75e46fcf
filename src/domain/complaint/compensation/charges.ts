import type { Money } from '../../kernel/money.js';
import { sum } from './sum.js';

/** What of charges is to be refunded, in minor units; `null` where no amount was said. */
export interface UndueCharges {
  /** What the user says was charged unduly, as the filing named it, until it is refunded or said to be none. */
  readonly claimed: Money | null;
  /** Left by the work before this cycle. */
  readonly before: Money | null;
  /** Named by the ruling of this cycle, less what the cycle refunded before it. */
  readonly ruled: Money | null;
  /** Of what a cancellation charged, where the user was found right. */
  readonly penalties: Money | null;
  /** What of a cancellation's charge the user does not accept, to be ruled on. */
  readonly disputed: Money | null;
}

export const noCharges: UndueCharges = {
  claimed: null,
  before: null,
  ruled: null,
  penalties: null,
  disputed: null,
};

/** What of a charge that a ruling names is still to be refunded; `null` where it names none, or all of it was before. */
export const leftToRefund = ({
  undueCharge,
  refundedBefore,
}: {
  readonly undueCharge?: Money;
  readonly refundedBefore?: Money;
}): Money | null => {
  if (undueCharge === undefined) return null;
  const amount = undueCharge.amount - (refundedBefore?.amount ?? 0);
  return amount > 0 ? { ...undueCharge, amount } : null;
};

/** Both amounts added, where either is there. */
export const added = (a: Money | null, b: Money | null): Money | null =>
  a === null || b === null ? (a ?? b) : sum(a, b);

/** The charges once the user was found right about a cancellation. */
export const withPenalty = (charges: UndueCharges, named: Money | undefined): UndueCharges => ({
  ...charges,
  penalties: added(charges.penalties, named ?? charges.disputed),
});

/** The charges once all was refunded, or said to be none. */
export const chargesSettled = ({ disputed }: UndueCharges): UndueCharges => ({ ...noCharges, disputed });
