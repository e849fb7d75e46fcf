import { describe, expect, it } from '@jest/globals';
import {
  causeVerified,
  correctRuling,
  creditCompensation,
  days,
  declareNothingDue,
  disputePenalty,
  executeCancellation,
  file,
  filedAs,
  folio,
  given,
  grantCompensation,
  hours,
  people,
  reclassify,
  reopen,
  routedTo,
  routeToArea,
  rule,
  rulePenalty,
  verifyCause,
} from '../../../src/testing/index.js';
import { toRefund } from '../../../src/domain/complaint/compensation/undue-charge.js';

const mxn = (amount: number) => ({ amount, currency: 'MXN' });
const { billing, competentArea: area, customerService: cs, user } = people;
const disputed = { kind: 'clarification', subject: 'billing', disputedCharge: mxn(19_900) } as const;
const claim = given(
  filedAs('clarification', { subject: 'billing', disputedCharge: mxn(19_900), statement: 'EC-2026-02' }),
  routedTo('billing', 'clarification'),
  causeVerified({ attribution: 'none', faultFound: false }, area),
);
const refund = (amount: number, bonus: number, currency = 'MXN') =>
  grantCompensation({
    reason: 'undue-charge',
    proportionalRefund: { amount, currency },
    bonus: { amount: bonus, currency },
  });

describe('A charge that the user disputes when they file (I-16)', () => {
  it('is filed with its amount and the statement that shows it', () => {
    given()
      .when(file({ ...disputed, statement: 'EC-2026-02' }), user)
      .emitsOnly('Filed', 'FolioAssigned')
      .state(({ filing, facets, currency }) => {
        expect([filing?.disputedCharge, filing?.statement]).toEqual([mxn(19_900), 'EC-2026-02']);
        expect([facets.charge, currency]).toEqual(['disputed', 'MXN']);
      });
  });

  it('is one of billing, of a subscriber, and in the currency of the case', () => {
    given()
      .when(file({ ...disputed, subject: 'service' }), user)
      .isRejected('charge-of-billing-alone', { subject: 'service' });
    given()
      .when(file({ ...disputed, report: 'anonymous', subscriber: { ref: 'sub-1' } }), people.system)
      .isRejected('charge-of-billing-alone', { subject: 'billing' });
    given()
      .when(file({ ...disputed, price: { amount: 49_900, currency: 'USD' } }), user)
      .isRejected('other-currency');
    claim.when(rule({ undueCharge: { amount: 1, currency: 'USD' } }), area).isRejected('other-currency');
  });

  it('is refunded whole with its fifth once it is upheld, though the ruling names no amount', () => {
    claim
      .when(rule(), area)
      .state((state) => expect(toRefund(state)).toEqual(mxn(19_900)))
      .when(refund(19_899, 3_980), billing)
      .isRejected('less-than-charged', { folio, charge: 19_900, currency: 'MXN' })
      .when(refund(19_900, 3_979), billing)
      .isRejected('bonus-too-small')
      .when(refund(19_900, 3_980), billing)
      .emitsOnly('CompensationGranted')
      .state((state) => expect(toRefund(state)).toBeNull());
  });

  it('is not settled by a part of it before the ruling: a peso would leave nothing owed once it is upheld', () => {
    claim
      .when(refund(100, 20), billing)
      .isRejected('less-than-charged', { folio, charge: 19_900, currency: 'MXN' })
      .when(refund(19_900, 3_980), billing)
      .emitsOnly('CompensationGranted')
      .when(rule(), area)
      .state((state) => expect(toRefund(state)).toBeNull());
  });

  it('is what a ruling names of it, where that is another amount', () => {
    claim
      .when(rule({ undueCharge: mxn(5_000) }), area)
      .state((state) => expect(toRefund(state)).toEqual(mxn(5_000)));
  });

  it('is refunded as well where a dismissal is corrected, or another ruling follows a reopening', () => {
    claim
      .when(rule({ outcome: 'dismissed' }), area)
      .state((state) => expect(toRefund(state)).toBeNull())
      .when(correctRuling({ outcome: 'upheld' }), area)
      .state((state) => expect(toRefund(state)).toEqual(mxn(19_900)));
    claim
      .when(rule(), area)
      .when(reopen({ reason: 'new-facts' }), cs, { occurredAt: days(3) })
      .state((state) => expect(toRefund(state)).toEqual(mxn(19_900)));
  });

  it('is not refunded twice: what was credited is not asked for again in a later cycle', () => {
    claim
      .when(rule(), area)
      .when(refund(19_900, 3_980), billing)
      .when(creditCompensation({ creditedAt: hours(30) }), billing, { occurredAt: hours(30) })
      .when(reopen({ reason: 'new-facts' }), cs, { occurredAt: days(3) })
      .state((state) => expect([state.charges.claimed, toRefund(state)]).toEqual([null, null]));
  });

  it('is not reasoned away as no charge once it is upheld: the record names it', () => {
    claim
      .when(rule(), area)
      .when(declareNothingDue({ of: 'undue-charge', reason: 'no-undue-charge' }), billing)
      .isRejected('due-by-the-record');
  });
});

describe('A charge that is claimed beside what a cancellation charged unduly (I-16)', () => {
  const cancelled = given(filedAs('clarification', { subject: 'billing', disputedCharge: mxn(19_900) }))
    .when(reclassify({ kind: 'cancellation', subject: 'contract' }), cs)
    .when(executeCancellation(), cs)
    .when(disputePenalty({ amount: mxn(5_000) }), user)
    .when(rulePenalty(), people.rulingOfficer);
  const anew = cancelled
    .when(reopen({ reason: 'new-facts' }), user)
    .when(reclassify({ kind: 'clarification', subject: 'billing' }), cs)
    .when(routeToArea({ area: 'billing', purpose: 'clarification' }), cs)
    .when(verifyCause({ attribution: 'none', faultFound: false, causes: ['none'] }), area);

  it('is refunded beside it once it is upheld, in whatever cycle', () => {
    cancelled.state((state) => expect(toRefund(state)).toEqual(mxn(5_000)));
    anew.state((state) => expect(toRefund(state)).toEqual(mxn(5_000)));
    anew.when(rule(), area).state((state) => expect(toRefund(state)).toEqual(mxn(24_900)));
    anew
      .when(rule({ undueCharge: mxn(4_000) }), area)
      .state((state) => expect(toRefund(state)).toEqual(mxn(9_000)));
  });

  it('is not settled by the refund of the other before it is ruled on', () => {
    anew
      .when(refund(5_000, 1_000), billing)
      .isRejected('less-than-charged', { folio, charge: 24_900, currency: 'MXN' });
    anew
      .when(rule({ outcome: 'dismissed' }), area)
      .when(refund(5_000, 1_000), billing)
      .emitsOnly('CompensationGranted');
  });

  it('stays with the amount of its ruling when the work begins anew', () => {
    anew
      .when(rule({ undueCharge: mxn(4_000) }), area)
      .when(reopen({ reason: 'new-facts' }), user)
      .state((state) => expect(toRefund(state)).toEqual(mxn(9_000)))
      .when(verifyCause({ attribution: 'none', faultFound: false, causes: ['none'] }), area)
      .when(rule(), area)
      .state((state) => expect(toRefund(state)).toEqual(mxn(9_000)));
  });
});
