import { millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import type { CompensationAmounts } from './messages.js';

const day = 86_400_000n;

const dividedUp = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor;

/** What amounts follow from (I-16). */
export interface Basis {
  /** What the user pays for the whole period. */
  readonly price: Money;
  /** Days that the price covers. */
  readonly periodDays: number;
  /** The time without what is paid for: `from` (included) to `to` (excluded), UTC. */
  readonly affected: { readonly from: Instant; readonly to: Instant };
  /** Least bonus, in percent of the price of the affected period. */
  readonly bonusPercent: number;
}

/**
 * What is due for an affected period (NOM-184, model contract clause 10; I-16): the refund is the price times the
 * share of the period that was affected, to the millisecond; the bonus is the given percentage of that same price of
 * the affected period. Both are exact in integers, and each is rounded **up** to the next minor unit, so that the user
 * never gets less than the rule: 399.00 MXN for 30 days, 3 days affected: 39.90 and a bonus of 7.98 at 20 %.
 *
 * `undefined` where no amount follows: a price or a number of days that is no positive whole number, an empty period,
 * or a result that no number holds exactly.
 */
export const amountsDue = ({
  price,
  periodDays,
  affected,
  bonusPercent,
}: Basis): CompensationAmounts | undefined => {
  const usable =
    Number.isSafeInteger(price.amount) &&
    price.amount > 0 &&
    Number.isSafeInteger(periodDays) &&
    periodDays > 0;
  if (!usable || affected.to <= affected.from) return undefined;
  const span = BigInt(millisecondsOf(affected.to) - millisecondsOf(affected.from));
  const period = BigInt(periodDays) * day;
  const share = BigInt(price.amount) * span;
  const refund = Number(dividedUp(share, period));
  const bonus = Number(dividedUp(share * BigInt(Math.ceil(bonusPercent)), period * 100n));
  if (!Number.isSafeInteger(refund) || !Number.isSafeInteger(bonus)) return undefined;
  const { currency } = price;
  return { proportionalRefund: { amount: refund, currency }, bonus: { amount: bonus, currency } };
};
