import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { toCredit } from '../../../src/domain/complaint/compensation/uncredited.js';
import { moneyToTell } from '../../../src/domain/complaint/compensation/to-tell.js';
import { dutiesOf } from '../../../src/domain/complaint/index.js';
import { amountsDue } from '../../../src/domain/complaint/compensation/amounts.js';
import {
  assessCompensation,
  assignedTo,
  causeVerified,
  closed,
  correctCancellation,
  correctCompensation,
  creditCompensation,
  declareNothingDue,
  days,
  executeCancellation,
  filed,
  filedAs,
  folio,
  folioTold,
  given,
  grantCompensation,
  happened,
  hours,
  noFaultFound,
  people,
  reclassify,
  reopen,
  repair,
  repaired,
  reportRepair,
  restorationDisputed,
  routedTo,
  type Step,
  usualTerms,
  verifyCause,
} from '../../../src/testing/index.js';

const pesos = (amount: number) => ({ amount, currency: 'MXN' });
const byArea = people.competentArea;
const at4 = { occurredAt: days(4) };

/** The provider's fault: three days of an outage, of a service of 399.00 MXN for 30 days. */
const threeDays = [
  filed(),
  assignedTo('rt-1'),
  causeVerified({ attribution: 'provider', affectedFrom: days(0) }),
  repaired({ restoredAt: days(3) }),
];

describe('The amounts due', () => {
  const basis = {
    price: pesos(39_900),
    periodDays: 30,
    affected: { from: days(0), to: days(3) },
    bonusPercent: 20,
  };

  it('for 3 of 30 days at 399.00 MXN are 39.90 and a bonus of 7.98 (I-16)', () => {
    expect(amountsDue(basis)).toEqual({ proportionalRefund: pesos(3_990), bonus: pesos(798) });
  });

  it('are rounded up, each by itself', () => {
    expect(amountsDue({ ...basis, affected: { from: days(0), to: hours(1) } })).toEqual({
      proportionalRefund: pesos(56),
      bonus: pesos(12),
    });
    expect(amountsDue({ ...basis, price: pesos(1) })).toEqual({
      proportionalRefund: pesos(1),
      bonus: pesos(1),
    });
  });

  it('round a percentage that is no whole number up too', () => {
    expect(amountsDue({ ...basis, bonusPercent: 19.5 })?.bonus).toEqual(pesos(798));
  });

  it.each([
    { price: pesos(0) },
    { price: pesos(-1) },
    { price: pesos(0.5) },
    { price: pesos(Number.NaN) },
    { price: pesos(2 ** 53) },
    { periodDays: 0 },
    { periodDays: -30 },
    { periodDays: 30.5 },
    { affected: { from: days(3), to: days(3) } },
    { affected: { from: days(3), to: days(2) } },
    { price: pesos(2 ** 53 - 1), periodDays: 1 },
    { bonusPercent: 1e9, price: pesos(2 ** 52) },
  ])('do not follow from %j', (unusable) => {
    expect(amountsDue({ ...basis, ...unusable })).toBeUndefined();
  });

  it('are never less than the rule, and less than one minor unit more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 366 }),
        fc.integer({ min: 1, max: 400 * 24 * 60 }),
        fc.integer({ min: 20, max: 100 }),
        (price, periodDays, minutes, bonusPercent) => {
          const affected = { from: hours(0), to: hours(minutes / 60) };
          const amounts = amountsDue({ price: pesos(price), periodDays, affected, bonusPercent });
          if (amounts === undefined) throw new Error('an amount follows');
          const whole = BigInt(periodDays) * 1440n;
          const share = BigInt(price) * BigInt(minutes);
          const refund = BigInt(amounts.proportionalRefund.amount);
          const bonus = BigInt(amounts.bonus.amount);
          expect(refund * whole >= share && (refund - 1n) * whole < share).toBe(true);
          const percent = share * BigInt(bonusPercent);
          expect(bonus * whole * 100n >= percent && (bonus - 1n) * whole * 100n < percent).toBe(true);
        },
      ),
    );
  });

  it('grow with the affected period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (shorter, more) => {
        const due = (count: number) =>
          amountsDue({ ...basis, affected: { from: hours(0), to: hours(count) } })?.proportionalRefund
            .amount ?? 0;
        expect(due(shorter + more)).toBeGreaterThanOrEqual(due(shorter));
      }),
    );
  });
});

describe('Compensation is assessed (I-16)', () => {
  it('from the recorded cause, restoration, price and terms', () => {
    given(...threeDays)
      .when(assessCompensation(), people.system, at4)
      .emits(
        happened('CompensationAssessed', {
          proportionalRefund: pesos(3_990),
          bonus: pesos(798),
          affected: { from: days(0), to: days(3) },
          price: pesos(39_900),
          periodDays: 30,
        }),
      )
      .state(({ facets }) => facets.compensation === 'assessed')
      .leaves({ 'ruling-officer': ['rule'], billing: ['compensate'] });
  });

  it('with the bonus of the terms at filing', () => {
    given(filed({ terms: usualTerms({ bonusPercent: 50 }) }), ...threeDays.slice(1))
      .when(assessCompensation(), people.system, at4)
      .state(({ assessed }) => expect(assessed?.bonus).toEqual(pesos(1_995)));
  });

  it('from another price or period where the filing brought none', () => {
    const priceless = given(filed({ price: undefined, periodDays: undefined }), ...threeDays.slice(1));
    priceless.when(assessCompensation(), byArea, at4).isRejected('price-unknown', { folio });
    priceless
      .when(assessCompensation({ price: pesos(10) }), byArea, at4)
      .isRejected('price-unknown', { folio });
    priceless
      .when(assessCompensation({ periodDays: 10 }), byArea, at4)
      .isRejected('price-unknown', { folio });
    priceless
      .when(assessCompensation({ price: pesos(1_000), periodDays: 10 }), byArea, at4)
      .state(({ assessed }) =>
        expect(assessed).toMatchObject({ proportionalRefund: pesos(300), periodDays: 10 }),
      );
    given(...threeDays)
      .when(assessCompensation({ price: pesos(0) }), byArea, at4)
      .isRejected('no-amount-follows', { folio });
  });

  it('until a given moment while nothing is restored', () => {
    const lasting = given(...threeDays.slice(0, 3));
    lasting.when(assessCompensation(), byArea).isRejected('affected-period-open', { folio });
    lasting
      .when(assessCompensation({ to: days(1) }), byArea)
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: days(0), to: days(1) }));
    lasting
      .when(assessCompensation({ to: days(2) }), byArea)
      .isRejected('occurred-in-future', { occurredAt: days(2), now: days(1) });
    lasting
      .when(assessCompensation({ from: days(2), to: days(1) }), byArea)
      .isRejected('occurred-in-future', { occurredAt: days(2), now: days(1) });
  });

  it('since a given moment where the service was back before the receipt, and no one said since when (I-16)', () => {
    const backBefore = given(
      filed(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'provider' }),
      repaired({ restoredAt: days(-1) }),
    );
    backBefore.when(assessCompensation(), byArea, at4).isRejected('affected-period-open', { folio });
    backBefore
      .when(assessCompensation({ from: days(-1) }), byArea, at4)
      .isRejected('shorter-than-affected', { folio });
    backBefore.when(assessCompensation({ from: days(-4) }), byArea, at4).state(({ assessed }) =>
      expect(assessed).toMatchObject({
        affected: { from: days(-4), to: days(-1) },
        proportionalRefund: pesos(3_990),
      }),
    );
    backBefore
      .when(declareNothingDue(), byArea, at4)
      .state((state) => expect(dutiesOf(state).billing).toEqual([]));
  });

  it('of nothing where the service was back as the request came in', () => {
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'provider' }),
      repaired({ restoredAt: days(0) }),
    )
      .when(assessCompensation(), byArea, at4)
      .isRejected('compensation-not-due', { folio, attribution: 'provider' });
  });

  it('over no less than the verified period', () => {
    const restored = given(...threeDays);
    restored
      .when(assessCompensation({ from: hours(1) }), byArea, at4)
      .isRejected('shorter-than-affected', { folio });
    restored
      .when(assessCompensation({ to: days(2) }), byArea, at4)
      .isRejected('shorter-than-affected', { folio });
    restored
      .when(assessCompensation({ from: days(-1), to: days(4) }), byArea, at4)
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: days(-1), to: days(4) }));
  });

  it('not before the cause is verified', () => {
    given(filed(), assignedTo('rt-1'))
      .when(assessCompensation(), byArea)
      .isRejected('cause-not-verified', { folio });
  });

  it.each(['user', 'none'] as const)('not where the cause is attributed to: %s', (attribution) => {
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified({ attribution, affectedFrom: days(0) }),
      repaired({ restoredAt: days(3) }),
    )
      .when(assessCompensation(), byArea, at4)
      .isRejected('compensation-not-due', { folio, attribution });
  });

  it('not where nothing was affected', () => {
    given(
      filedAs('complaint', { subject: 'attention' }),
      routedTo('quality'),
      causeVerified({ attribution: 'provider' }, byArea),
    )
      .when(assessCompensation(), byArea)
      .isRejected('compensation-not-due');
    given(filed(), assignedTo('rt-1'), noFaultFound())
      .when(assessCompensation(), byArea)
      .isRejected('compensation-not-due');
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'provider', affectedFrom: hours(6) }),
      repaired({ restoredAt: hours(6) }),
    )
      .when(assessCompensation(), byArea)
      .isRejected('compensation-not-due');
  });

  it('anew after another verification or another repair', () => {
    const assessed = given(...threeDays).when(assessCompensation(), byArea, at4);
    assessed
      .when(verifyCause({ attribution: 'provider', affectedFrom: days(-1) }), people.technicalLead)
      .state(({ facets, assessed: none }) => expect([facets.compensation, none]).toEqual(['none', null]));
    given(...threeDays, restorationDisputed())
      .when(assessCompensation(), byArea, at4)
      .when(repair({ restoredAt: days(3.5) }), people.technicalLead)
      .state(({ facets, assessed: none }) => expect([facets.compensation, none]).toEqual(['none', null]));
  });
});

describe('Force majeure is compensated where the outage outlasts the report by more than 24 h (I-16)', () => {
  const outage = (from: number, to: number, forceMajeureHours = 24) => [
    filed({ terms: usualTerms({ forceMajeureHours }) }),
    assignedTo('rt-1'),
    causeVerified({ attribution: 'force-majeure', affectedFrom: hours(from) }),
    repaired({ restoredAt: hours(to) }),
  ];

  it('not to the minute of 24 h, and from the next millisecond on', () => {
    given(...outage(-10, 24))
      .when(assessCompensation(), byArea, at4)
      .isRejected('compensation-not-due');
    given(...outage(-10, 24 + 1 / 3_600_000))
      .when(assessCompensation(), byArea, at4)
      .emitsOnly('CompensationAssessed')
      .state(({ assessed }) => expect(assessed?.affected.from).toBe(hours(-10)));
  });

  it('counted from the start of the outage where that came after the report', () => {
    given(...outage(10, 33))
      .when(assessCompensation(), byArea, at4)
      .isRejected('compensation-not-due');
    given(...outage(10, 35))
      .when(assessCompensation(), byArea, at4)
      .emitsOnly('CompensationAssessed');
  });

  it('by the hours of the terms at filing', () => {
    given(...outage(0, 50, 72))
      .when(assessCompensation(), byArea, at4)
      .isRejected('compensation-not-due');
  });

  it('also while it lasts', () => {
    const lasting = given(...outage(0, 0).slice(0, 3));
    lasting
      .when(assessCompensation({ to: hours(24) }), byArea, { occurredAt: hours(24) })
      .isRejected('compensation-not-due');
    lasting
      .when(assessCompensation({ to: hours(25) }), byArea, { occurredAt: hours(25) })
      .emitsOnly('CompensationAssessed');
  });

  it('is granted by that name and no other', () => {
    const assessed = given(...outage(0, 30)).when(assessCompensation(), byArea, at4);
    assessed
      .when(grantCompensation({ reason: 'attributable-to-provider' }), byArea)
      .isRejected('compensation-not-due', { folio, attribution: 'force-majeure' });
    assessed.when(grantCompensation({ reason: 'force-majeure' }), byArea).emitsOnly('CompensationGranted');
    given(...outage(0, 20))
      .when(grantCompensation({ reason: 'force-majeure' }), byArea, at4)
      .isRejected('compensation-not-due');
  });
});

describe('Compensation is granted (I-16)', () => {
  const assessed = () => given(...threeDays).when(assessCompensation(), byArea, at4);

  it('as assessed, to be credited by the next cut-off', () => {
    const granted = {
      proportionalRefund: pesos(3_990),
      bonus: pesos(798),
      reason: 'attributable-to-provider',
      billingCutoff: days(28),
    } as const;
    assessed()
      .when(grantCompensation(granted), byArea)
      .emits(happened('CompensationGranted', granted))
      .state((state) => {
        expect(state.facets.compensation).toBe('granted');
        expect(state.grants.compensation).toMatchObject({
          proportionalRefund: pesos(3_990),
          bonus: pesos(798),
        });
        expect([toCredit(state), state.affected.compensated]).toEqual([
          ['attributable-to-provider'],
          [{ from: days(0), to: days(3) }],
        ]);
      });
  });

  it('compensation above the assessed amount is granted too', () => {
    assessed()
      .when(grantCompensation({ proportionalRefund: pesos(4_000), bonus: pesos(800) }), byArea)
      .emitsOnly('CompensationGranted');
  });

  it.each([{ proportionalRefund: pesos(3_989) }, { bonus: pesos(797) }])('never less: %j', (less) => {
    assessed()
      .when(grantCompensation(less), byArea)
      .isRejected('less-than-assessed', { refund: 3_990, bonus: 798, currency: 'MXN' });
  });

  it('after it was assessed, where it is due', () => {
    given(...threeDays)
      .when(grantCompensation(), byArea, at4)
      .isRejected('not-assessed', { folio });
  });

  it('by the name of the provider’s fault only where it is', () => {
    given(filed(), assignedTo('rt-1'), causeVerified({ affectedFrom: days(0) }), repaired())
      .when(grantCompensation(), byArea)
      .isRejected('compensation-not-due', { folio, attribution: 'user' });
    given(filed()).when(grantCompensation(), byArea).isRejected('cause-not-verified', { folio });
  });

  it('for an undue charge, with the least bonus, though no service was affected', () => {
    const charged = given(filedAs('clarification'), routedTo('billing'));
    charged
      .when(
        grantCompensation({ reason: 'undue-charge', proportionalRefund: pesos(10_000), bonus: pesos(2_000) }),
        people.billing,
      )
      .emitsOnly('CompensationGranted')
      .state(({ affected }) => expect(affected.compensated).toEqual([]));
    charged
      .when(
        grantCompensation({ reason: 'undue-charge', proportionalRefund: pesos(10_000), bonus: pesos(1_999) }),
        people.billing,
      )
      .isRejected('bonus-too-small', { bonusPercent: 20 });
    charged
      .when(
        grantCompensation({
          reason: 'undue-charge',
          proportionalRefund: pesos(10_000),
          bonus: { amount: 2_000, currency: 'USD' },
        }),
        people.billing,
      )
      .isRejected('other-currency', { folio, currency: 'USD', known: 'MXN' });
    charged
      .when(grantCompensation({ reason: 'undue-charge', proportionalRefund: pesos(0) }), people.billing)
      .isRejected('no-amount-follows', { folio });
    charged
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .isRejected('charge-settled', { folio });
  });

  it.each([
    ['refunded', []],
    ['settled', [creditCompensation({ creditedAt: hours(24) })]],
  ] as const)(
    'of a charge that was %s: reclassifying the request never has it owed again',
    (charge, more) => {
      const refunded = given(filedAs('clarification'), routedTo('billing')).when(
        grantCompensation({ reason: 'undue-charge' }),
        people.billing,
      );
      const before = more.reduce((story, command) => story.when(command, people.billing), refunded);
      before
        .when(reclassify({ kind: 'complaint', subject: 'billing' }), people.customerService)
        .state(({ facets }) => expect(facets.charge).toBe(charge))
        .when(reclassify({ kind: 'complaint', subject: 'attention' }), people.customerService)
        .when(reclassify({ kind: 'complaint', subject: 'billing' }), people.customerService)
        .state(({ facets }) => expect(facets.charge).toBe(charge))
        .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
        .isRejected('charge-settled', { folio });
    },
  );

  it('of a charge that is complained of from a reclassifying on', () => {
    const inquiry = given(filedAs('inquiry', { subject: 'contract' }));
    expect(inquiry.state.facets.charge).toBe('none');
    inquiry
      .when(reclassify({ kind: 'clarification', subject: 'billing' }), people.customerService)
      .state(({ facets }) => expect(facets.charge).toBe('disputed'))
      .when(reclassify({ kind: 'complaint', subject: 'contract' }), people.customerService)
      .state(({ facets }) => expect(facets.charge).toBe('disputed'));
    given(filedAs('inquiry', { subject: 'billing' }))
      .when(reclassify({ kind: 'inquiry', subject: 'contract' }), people.customerService)
      .state(({ facets }) => expect(facets.charge).toBe('none'));
  });

  it('by the provider’s name for what a third party caused', () => {
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'third-party' }),
      repaired({ restoredAt: days(3) }),
    )
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .emitsOnly('CompensationGranted');
  });

  it('apart from a refund of an undue charge: one does not settle the other', () => {
    assessed()
      .when(grantCompensation({ reason: 'undue-charge' }), byArea)
      .state((state) =>
        expect([state.facets.compensation, state.affected.compensated, toCredit(state)]).toEqual([
          'assessed',
          [],
          ['undue-charge'],
        ]),
      )
      .when(grantCompensation(), byArea)
      .state((state) => {
        expect(moneyToTell(state)).toEqual({
          compensation: { proportionalRefund: pesos(3_990), bonus: pesos(798) },
          undueCharge: { charge: pesos(3_990), bonus: pesos(798) },
        });
        expect(toCredit(state)).toEqual(['attributable-to-provider', 'undue-charge']);
      });
  });

  it('in one currency, that of the price, of the assessment or of the first grant', () => {
    const dollars = { amount: 9_999_999, currency: 'USD' };
    const priceless = given(filed({ price: undefined, periodDays: undefined }), ...threeDays.slice(1));
    const known = 'MXN';
    const refused = { folio, currency: 'USD', known };
    for (const amounts of [{ proportionalRefund: dollars }, { bonus: dollars }])
      given(filed())
        .when(grantCompensation({ reason: 'goodwill', ...amounts }), byArea)
        .isRejected('other-currency', refused);
    given(...threeDays)
      .when(assessCompensation({ price: dollars }), byArea, at4)
      .isRejected('other-currency', refused);
    priceless
      .when(assessCompensation({ price: dollars, periodDays: 30 }), byArea, at4)
      .when(grantCompensation(), byArea)
      .isRejected('other-currency', { folio, currency: 'MXN', known: 'USD' });
    given(filed({ price: undefined }))
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .when(grantCompensation({ reason: 'goodwill', proportionalRefund: dollars, bonus: dollars }), byArea)
      .isRejected('other-currency', refused);
    given(filed({ price: undefined }))
      .when(grantCompensation({ reason: 'goodwill', bonus: dollars }), byArea)
      .isRejected('other-currency', refused);
  });

  it('in one currency also where a grant is corrected and where a cancellation leaves a balance', () => {
    const dollars = { amount: 9_999_999, currency: 'USD' };
    const refused = { folio, currency: 'USD', known: 'MXN' };
    given(filed())
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .when(correctCompensation({ of: 'goodwill', proportionalRefund: dollars, bonus: dollars }), byArea)
      .isRejected('other-currency', refused);
    given(filedAs('cancellation'))
      .when(executeCancellation({ balance: dollars }), people.billing)
      .isRejected('other-currency', refused)
      .when(executeCancellation(), people.billing)
      .when(correctCancellation({ balance: dollars }), people.billing)
      .isRejected('other-currency', refused);
    const priceless = given(filedAs('cancellation', { price: undefined, periodDays: undefined }));
    const inPesos = { folio, currency: 'MXN', known: 'USD' };
    priceless
      .when(executeCancellation({ balance: dollars }), people.billing)
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .isRejected('other-currency', inPesos);
    priceless
      .when(executeCancellation(), people.billing)
      .when(correctCancellation({ balance: dollars }), people.billing)
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .isRejected('other-currency', inPesos);
  });

  it('out of goodwill, with or without a bonus', () => {
    given(filed())
      .when(
        grantCompensation({ reason: 'goodwill', proportionalRefund: pesos(100), bonus: pesos(0) }),
        byArea,
      )
      .emitsOnly('CompensationGranted');
  });

  it('once', () => {
    const granted = assessed().when(grantCompensation(), byArea);
    granted.when(grantCompensation(), byArea).isRejected('already-granted', { folio });
    granted.when(assessCompensation(), byArea).isRejected('already-granted', { folio });
    granted
      .when(creditCompensation({ creditedAt: hours(96 + 1 / 60) }), people.billing, { occurredAt: days(5) })
      .when(grantCompensation(), byArea)
      .isRejected('already-granted', { folio });
  });

  it('again for what an outage lasted longer than was granted for, and both are told together', () => {
    given(...threeDays.slice(0, 3))
      .when(assessCompensation({ to: days(1) }), byArea)
      .when(grantCompensation({ proportionalRefund: pesos(1_330), bonus: pesos(266) }), byArea)
      .when(grantCompensation(), byArea, { occurredAt: days(1) })
      .isRejected('already-granted', { folio })
      .when(repair({ restoredAt: days(3) }), people.technicalLead, at4)
      .state(({ facets }) => expect(facets.compensation).toBe('granted'))
      .when(assessCompensation(), byArea)
      .state(({ assessed: rest }) =>
        expect(rest).toMatchObject({
          affected: { from: days(1), to: days(3) },
          proportionalRefund: pesos(2_660),
          bonus: pesos(532),
        }),
      )
      .when(grantCompensation({ proportionalRefund: pesos(2_660), bonus: pesos(532) }), byArea)
      .state(({ grants, uncredited }) => {
        expect(grants.compensation).toMatchObject({ proportionalRefund: pesos(3_990), bonus: pesos(798) });
        expect(uncredited['attributable-to-provider']).toBe(2);
      })
      .when(grantCompensation(), byArea)
      .isRejected('already-granted', { folio });
  });

  it('of the last amounts alone where the currency changed in between', () => {
    const dollars = { amount: 5, currency: 'USD' };
    given(filed())
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .state(({ grants }) => expect(grants.goodwill?.proportionalRefund).toEqual(pesos(3_990)));
    given(
      filed(),
      {
        event: happened('CompensationGranted', {
          proportionalRefund: pesos(9),
          bonus: pesos(2),
          reason: 'goodwill',
        }),
        by: byArea,
      },
      {
        event: happened('CompensationGranted', {
          proportionalRefund: dollars,
          bonus: dollars,
          reason: 'goodwill',
        }),
        by: byArea,
      },
    )
      .when(creditCompensation(), people.billing)
      .state(({ grants }) =>
        expect(grants.goodwill).toMatchObject({ proportionalRefund: dollars, bonus: dollars }),
      );
  });
});

describe('Goodwill', () => {
  const goodwill = (reference?: string) =>
    grantCompensation({
      reason: 'goodwill',
      proportionalRefund: pesos(5_000),
      bonus: pesos(0),
      ...(reference !== undefined && { reference }),
    });

  it('settles nothing that is due: it is owed as before, and assessed and granted beside it (I-16)', () => {
    const due = given(...threeDays).when(goodwill(), byArea, at4);
    due
      .state((state) => {
        expect(state.facets.compensation).toBe('none');
        expect(dutiesOf(state).billing).toEqual(['compensate', 'credit']);
      })
      .when(assessCompensation(), byArea, at4)
      .when(goodwill('abono-2'), byArea, at4)
      .state((state) => {
        expect(state.facets.compensation).toBe('assessed');
        expect(dutiesOf(state).billing).toContain('compensate');
      })
      .when(grantCompensation({ proportionalRefund: pesos(3_989) }), byArea)
      .isRejected('less-than-assessed');
  });

  it('granted after what was due is no repeat of that grant, and is told apart from it', () => {
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .emitsOnly('CompensationGranted')
      .state((state) =>
        expect(moneyToTell(state)).toEqual({
          compensation: { proportionalRefund: pesos(3_990), bonus: pesos(798) },
          goodwill: { proportionalRefund: pesos(3_990), bonus: pesos(798) },
        }),
      );
  });

  it('is granted once as the very same, and again under another reference or of another amount', () => {
    given(filed())
      .when(goodwill(), byArea)
      .when(goodwill(), byArea)
      .isRejected('same-goodwill', { folio })
      .when(goodwill('abono-2'), byArea)
      .when(goodwill('abono-2'), byArea)
      .isRejected('same-goodwill', { folio })
      .when(grantCompensation({ reason: 'goodwill', bonus: pesos(1) }), byArea)
      .state(({ uncredited }) => expect(uncredited.goodwill).toBe(3));
  });

  it('that is credited leaves the grant of what was due to be credited, whatever came first', () => {
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when(goodwill(), byArea)
      .when(creditCompensation({ creditedAt: days(5), reason: 'goodwill' }), people.billing, {
        occurredAt: days(5),
      })
      .state((state) => {
        expect([state.facets.compensation, toCredit(state)]).toEqual([
          'granted',
          ['attributable-to-provider'],
        ]);
        expect(dutiesOf(state).billing).toContain('credit');
      })
      .when(creditCompensation({ creditedAt: days(5), reason: 'goodwill' }), people.billing, {
        occurredAt: days(5),
      })
      .isRejected('nothing-granted', { folio })
      .when(creditCompensation({ creditedAt: days(6) }), people.billing, { occurredAt: days(6) })
      .state((state) => expect([state.facets.compensation, toCredit(state)]).toEqual(['credited', []]));
  });

  it('that was recorded wrongly is corrected by itself', () => {
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when(goodwill(), byArea)
      .when(
        correctCompensation({ of: 'goodwill', proportionalRefund: pesos(500), bonus: pesos(0) }),
        people.billing,
      )
      .state(({ grants }) => {
        expect(grants.goodwill?.proportionalRefund).toEqual(pesos(500));
        expect(grants.compensation?.proportionalRefund).toEqual(pesos(3_990));
      });
  });
});

describe('An undue charge that was refunded', () => {
  const refunded = given(filedAs('clarification'), routedTo('billing')).when(
    grantCompensation({ reason: 'undue-charge', proportionalRefund: pesos(10_000), bonus: pesos(2_000) }),
    people.billing,
  );

  it('is corrected where its amount was recorded wrongly, with its least bonus (I-16)', () => {
    const correct = (refund: number, bonus: number) =>
      correctCompensation({ of: 'undue-charge', proportionalRefund: pesos(refund), bonus: pesos(bonus) });
    refunded
      .when(correct(9_000, 1_800), people.billing)
      .emitsOnly('CompensationCorrected')
      .state(({ grants, facets }) => {
        expect(grants['undue-charge']?.proportionalRefund).toEqual(pesos(9_000));
        expect(facets.charge).toBe('refunded');
      });
    refunded.when(correct(9_000, 1_799), people.billing).isRejected('bonus-too-small', { bonusPercent: 20 });
    refunded.when(correctCompensation(), people.billing).isRejected('nothing-granted', { folio });
  });

  it('is to be credited again once what was credited is corrected', () => {
    refunded
      .when(creditCompensation(), people.billing)
      .when(
        correctCompensation({ of: 'undue-charge', proportionalRefund: pesos(11_000), bonus: pesos(2_200) }),
        people.billing,
      )
      .state((state) =>
        expect([state.facets.charge, toCredit(state)]).toEqual(['refunded', ['undue-charge']]),
      );
  });
});

describe('Compensation is credited', () => {
  it('in a statement, after it was granted', () => {
    given(filed()).when(creditCompensation(), people.billing).isRejected('nothing-granted', { folio });
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when(creditCompensation({ creditedAt: days(40) }), people.billing, { occurredAt: days(39) })
      .isRejected('occurred-in-future', { occurredAt: days(40), now: days(39) })
      .when(creditCompensation({ creditedAt: days(28), statement: 'ec-3' }), people.billing, {
        occurredAt: days(28),
      })
      .emits(
        happened('CompensationCredited', {
          creditedAt: days(28),
          statement: 'ec-3',
          reason: 'attributable-to-provider',
        }),
      )
      .state((state) => expect([state.facets.compensation, toCredit(state)]).toEqual(['credited', []]))
      .when(creditCompensation({ creditedAt: days(28) }), people.billing, { occurredAt: days(29) })
      .isRejected('nothing-granted', { folio });
  });

  it('each grant by itself', () => {
    const goodwill: Step = {
      event: happened('CompensationGranted', {
        proportionalRefund: pesos(9),
        bonus: pesos(2),
        reason: 'goodwill',
      }),
      by: byArea,
    };
    given(filed(), goodwill, goodwill)
      .when(creditCompensation(), people.billing)
      .state(({ uncredited }) => expect(uncredited.goodwill).toBe(1))
      .when(creditCompensation(), people.billing)
      .emitsOnly('CompensationCredited')
      .when(creditCompensation(), people.billing)
      .isRejected('nothing-granted');
  });

  it('after a reopening too, for the cycle before it', () => {
    given(filed())
      .when(grantCompensation({ reason: 'goodwill' }), byArea)
      .when(verifyCause(), people.technicalLead)
      .isRejected('not-in-charge');
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when({ type: 'withdraw', data: { reason: 'other' } }, people.user)
      .when(reopen(), people.user)
      .state(({ facets, grants }) => expect([facets.compensation, grants]).toEqual(['none', {}]))
      .when(creditCompensation({ creditedAt: hours(96 + 1 / 60) }), people.billing)
      .emitsOnly('CompensationCredited')
      .state((state) => expect([state.facets.compensation, toCredit(state)]).toEqual(['none', []]));
  });
});

describe('What was granted and not credited', () => {
  const credits = expect.arrayContaining(['credit']);

  it('stays in the queue of billing through an ending and a reopening, until a statement shows it', () => {
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when({ type: 'withdraw', data: { reason: 'other' } }, people.user)
      .state((state) => expect(dutiesOf(state).billing).toEqual(credits))
      .when(reopen(), people.user)
      .state((state) => expect(dutiesOf(state).billing).toEqual(credits))
      .when(creditCompensation({ creditedAt: hours(96 + 1 / 60) }), people.billing)
      .state((state) => expect(dutiesOf(state).billing).not.toEqual(credits));
  });

  it('stays there where a statement showed one of two grants', () => {
    given(filedAs('clarification'), routedTo('billing'))
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .when(grantCompensation({ reason: 'goodwill' }), people.billing)
      .when(creditCompensation({ creditedAt: hours(25) }), people.billing, { occurredAt: hours(25) })
      .state((state) => expect(dutiesOf(state).billing).toEqual(credits))
      .when(creditCompensation({ creditedAt: hours(25) }), people.billing, { occurredAt: hours(25) })
      .state((state) => expect(dutiesOf(state).billing).not.toEqual(credits));
  });
});

describe('A time without service of nothing', () => {
  it('is never recorded: the repair, the cause and their corrections are refused with what to do (I-16)', () => {
    const affectedFrom = days(1);
    given(filed(), assignedTo('rt-1'), causeVerified({ attribution: 'provider', affectedFrom }))
      .when(repair({ restoredAt: affectedFrom }), people.technicalLead, at4)
      .isRejected('no-time-affected', { affectedFrom });
    given(filed(), assignedTo('rt-1'), causeVerified(), repaired({ restoredAt: affectedFrom }))
      .when(verifyCause({ attribution: 'provider', affectedFrom }), people.technicalLead, at4)
      .isRejected('no-time-affected', { affectedFrom });
  });

  it('is reasoned to be none where the service was not affected: then nothing is due', () => {
    given(filed(), assignedTo('rt-1'), causeVerified({ attribution: 'provider' }))
      .when(repair({ restoredAt: days(1) }), people.technicalLead, at4)
      .when(declareNothingDue(), byArea, at4)
      .emitsOnly('NothingDue');
  });
});

describe('While an outage lasts', () => {
  const lasting = given(...threeDays.slice(0, 3));

  it('its first minute alone cannot be assessed: what is assessed then is all of it until now', () => {
    for (const to of [hours(1 / 60), hours(24 - 1 / 60)])
      lasting.when(assessCompensation({ to }), byArea).isRejected('shorter-than-affected', { folio });
    lasting.when(assessCompensation({ to: hours(24) }), byArea).emitsOnly('CompensationAssessed');
  });

  it('the assessment says when the outage was over where nothing is repaired', () => {
    given(
      filedAs('complaint'),
      routedTo('billing'),
      causeVerified({ attribution: 'provider', affectedFrom: days(0) }, byArea),
    )
      .when(assessCompensation({ to: hours(5) }), byArea)
      .state(({ assessed: found }) => expect(found?.affected).toEqual({ from: days(0), to: hours(5) }));
  });
});

describe('Force majeure', () => {
  const storm = (restoredAt: number) =>
    given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'force-majeure', affectedFrom: days(0) }),
      repaired({ restoredAt: hours(restoredAt) }),
    );

  it('is in the queue of billing once it is known to have lasted longer than the terms excuse', () => {
    expect(dutiesOf(storm(25).state).billing).toEqual(['compensate']);
    expect(dutiesOf(storm(23).state).billing).toEqual([]);
  });
});

describe('No hour is compensated twice', () => {
  it('a fault that comes back is assessed from where the last grant ended, whatever is asked', () => {
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when({ type: 'withdraw', data: { reason: 'other' } }, people.user)
      .when(reopen(), people.user)
      .when(verifyCause({ attribution: 'provider', affectedFrom: days(0) }), people.technicalLead)
      .when(assessCompensation({ from: days(1), to: days(4.5) }), byArea, { occurredAt: days(4.5) })
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: days(3), to: days(4.5) }));
  });

  it('nor where the same restoration is told again', () => {
    given(...threeDays)
      .when(assessCompensation(), byArea, at4)
      .when(grantCompensation(), byArea)
      .when({ type: 'withdraw', data: { reason: 'other' } }, people.user)
      .when(reopen(), people.user)
      .when(verifyCause({ attribution: 'provider', affectedFrom: days(0) }), people.technicalLead)
      .when(repair({ restoredAt: days(3) }), people.technicalLead)
      .when(assessCompensation(), byArea)
      .isRejected('compensation-not-due');
  });
});

describe('After the end', () => {
  it('compensation is still assessed, granted and credited (I-23)', () => {
    given(...threeDays, closed())
      .when(assessCompensation(), people.system, at4)
      .when(grantCompensation(), people.system)
      .when(creditCompensation({ creditedAt: hours(96 + 1 / 60) }), people.system)
      .emitsOnly('CompensationCredited')
      .hasStatus('closed');
  });
});

describe('A service that cannot be restored', () => {
  it('is compensated until a given moment, and that is enough', () => {
    given(...threeDays.slice(0, 3))
      .when(reportRepair({ outcome: 'repair-impossible' }), people.technicalLead)
      .when(assessCompensation({ to: days(1) }), byArea)
      .when(grantCompensation({ proportionalRefund: pesos(1_330), bonus: pesos(266) }), byArea)
      .emitsOnly('CompensationGranted')
      .when(assessCompensation({ to: days(1) }), byArea)
      .isRejected('already-granted');
  });
});
