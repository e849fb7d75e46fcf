import { laterOf, type Instant } from '../../kernel/instant.js';
import type { Facets } from '../facets.js';
import type { ComplaintState } from '../state.js';
import type { CompensationEvents, GrantTold, MoneyTold, RefundTold } from './messages.js';
import { sum } from './sum.js';

type Granted = Pick<ComplaintState, 'granted' | 'refunded' | 'toTellBefore' | 'creditBy'>;

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || b === undefined ? (a ?? b) : laterOf(a, b);

const cutoff = (a: { readonly billingCutoff?: Instant }, b: { readonly billingCutoff?: Instant }) => {
  const billingCutoff = later(a.billingCutoff, b.billingCutoff);
  return billingCutoff === undefined ? {} : { billingCutoff };
};

const grants = (a: GrantTold | undefined, b: GrantTold | undefined): GrantTold | undefined =>
  a === undefined || b === undefined
    ? (a ?? b)
    : {
        proportionalRefund: sum(a.proportionalRefund, b.proportionalRefund),
        bonus: sum(a.bonus, b.bonus),
        ...cutoff(a, b),
      };

const refunds = (a: RefundTold | undefined, b: RefundTold | undefined): RefundTold | undefined =>
  a === undefined || b === undefined
    ? (a ?? b)
    : { charge: sum(a.charge, b.charge), bonus: sum(a.bonus, b.bonus), ...cutoff(a, b) };

/** The date by which each part is credited, once another grant is made. */
export const creditByAfter = (
  { creditBy }: Granted,
  { reason, billingCutoff }: CompensationEvents['CompensationGranted'],
): ComplaintState['creditBy'] => {
  const part = reason === 'undue-charge' ? 'undueCharge' : 'compensation';
  const by = later(creditBy[part], billingCutoff);
  return by === undefined ? creditBy : { ...creditBy, [part]: by };
};

/** What two amounts of money told come to. */
export const allMoney = (a: MoneyTold, b: MoneyTold): MoneyTold => {
  const compensation = grants(a.compensation, b.compensation);
  const undueCharge = refunds(a.undueCharge, b.undueCharge);
  return { ...(compensation && { compensation }), ...(undueCharge && { undueCharge }) };
};

/**
 * What a notice tells of money: all that was granted since the work began, with the date by which it is credited, and
 * what was granted before that and told in no notice.
 */
export const moneyToTell = ({ granted, refunded, toTellBefore, creditBy }: Granted): MoneyTold => {
  const dated = (billingCutoff: Instant | undefined) =>
    billingCutoff === undefined ? {} : { billingCutoff };
  return allMoney(toTellBefore, {
    ...(granted !== null && { compensation: { ...granted, ...dated(creditBy.compensation) } }),
    ...(refunded !== null && { undueCharge: { ...refunded, ...dated(creditBy.undueCharge) } }),
  });
};

/** What stays to be told once the work begins anew: nothing where a notice carried it. */
export const stillToTell = (state: Granted & { readonly facets: Facets }): MoneyTold =>
  state.facets.untold.includes('compensation') ? moneyToTell(state) : {};

/** Whether a notice carries what was granted: only then is it told. */
export const carries = ({ compensation, undueCharge }: MoneyTold): boolean =>
  compensation !== undefined || undueCharge !== undefined;

/** What was granted when the user was told of it, where this notice carries it. */
export const grantTold = (money: MoneyTold, { granted }: ComplaintState) =>
  carries(money) ? { toldGrant: granted } : {};
