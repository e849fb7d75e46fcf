import { laterOf, type Instant } from '../../kernel/instant.js';
import type { Facets } from '../facets.js';
import type { ComplaintState, Grant } from '../state.js';
import type { GrantTold, MoneyTold, RefundTold } from './messages.js';
import { sum } from './sum.js';

type Granted = Pick<ComplaintState, 'grants' | 'toTellBefore'>;

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || b === undefined ? (a ?? b) : laterOf(a, b);

const cutoff = (a: { readonly billingCutoff?: Instant }, b: { readonly billingCutoff?: Instant }) => {
  const billingCutoff = later(a.billingCutoff, b.billingCutoff);
  return billingCutoff === undefined ? {} : { billingCutoff };
};

/** Two grants of one part together, with the later of the dates by which they are credited. */
export const bothGrants = (a: GrantTold, b: GrantTold): GrantTold => ({
  proportionalRefund: sum(a.proportionalRefund, b.proportionalRefund),
  bonus: sum(a.bonus, b.bonus),
  ...cutoff(a, b),
});

const grants = (a: GrantTold | undefined, b: GrantTold | undefined): GrantTold | undefined =>
  a === undefined || b === undefined ? (a ?? b) : bothGrants(a, b);

const refunds = (a: RefundTold | undefined, b: RefundTold | undefined): RefundTold | undefined =>
  a === undefined || b === undefined
    ? (a ?? b)
    : { charge: sum(a.charge, b.charge), bonus: sum(a.bonus, b.bonus), ...cutoff(a, b) };

/** What two amounts of money told come to. */
export const allMoney = (a: MoneyTold, b: MoneyTold): MoneyTold => {
  const compensation = grants(a.compensation, b.compensation);
  const goodwill = grants(a.goodwill, b.goodwill);
  const undueCharge = refunds(a.undueCharge, b.undueCharge);
  return {
    ...(compensation && { compensation }),
    ...(goodwill && { goodwill }),
    ...(undueCharge && { undueCharge }),
  };
};

const asTold = ({ proportionalRefund, bonus, ...grant }: Grant): GrantTold => ({
  proportionalRefund,
  bonus,
  ...cutoff(grant, {}),
});

/**
 * What a notice tells of money: all that was granted since the work began, with the date by which it is credited, and
 * what was granted before that and told in no notice.
 */
export const moneyToTell = ({ grants: now, toTellBefore }: Granted): MoneyTold => {
  const { compensation, goodwill, 'undue-charge': refund } = now;
  return allMoney(toTellBefore, {
    ...(compensation && { compensation: asTold(compensation) }),
    ...(goodwill && { goodwill: asTold(goodwill) }),
    ...(refund && {
      undueCharge: { charge: refund.proportionalRefund, bonus: refund.bonus, ...cutoff(refund, {}) },
    }),
  });
};

/** What stays to be told once the work begins anew: nothing where a notice carried it. */
export const stillToTell = (state: Granted & { readonly facets: Facets }): MoneyTold =>
  state.facets.untold.includes('compensation') ? moneyToTell(state) : {};

/** What of money something tells, and no more of it. */
export const moneyIn = ({ compensation, goodwill, undueCharge }: MoneyTold): MoneyTold => ({
  ...(compensation && { compensation }),
  ...(goodwill && { goodwill }),
  ...(undueCharge && { undueCharge }),
});

/** Whether a notice carries what was granted: only then is it told. */
export const carries = ({ compensation, goodwill, undueCharge }: MoneyTold): boolean =>
  compensation !== undefined || goodwill !== undefined || undueCharge !== undefined;

/** What was granted when the user was told of it, where this notice carries it. */
export const grantTold = (money: MoneyTold, { grants: now }: ComplaintState) =>
  carries(money) ? { toldGrants: now } : {};
