import { describe, expect, it } from '@jest/globals';
import { dutiesOf, millisecondsOf } from '../../../src/domain/index.js';
import {
  assessCompensation,
  assignedTo,
  asTechnicalLead,
  causeVerified,
  close,
  correctCause,
  correctRestoration,
  creditCompensation,
  days,
  declareNothingDue,
  disputeRestoration,
  escalate,
  filed,
  folio,
  folioTold,
  given,
  grantCompensation,
  hours,
  markDuplicate,
  notifyUser,
  people,
  provideAnswer,
  reclassify,
  refuse,
  reopen,
  repair,
  repaired,
  reported,
  reportRepair,
  restorationConfirmed,
  routedTo,
  rule,
  ruledUpheld,
  type Step,
  storyOf,
  userNotified,
  verifyCause,
} from '../../../src/testing/index.js';
import { unpaidHours } from './support/owed.js';

const cs = people.customerService;
const billing = people.billing;
const lead = asTechnicalLead('rt-1');
const mxn = (amount: number) => ({ amount, currency: 'MXN' });
const price = { price: mxn(30_000), periodDays: 30 };
/** A day costs 10.00: the refund for a number of days, and its bonus. */
const forDays = (count: number) => ({ proportionalRefund: mxn(count * 1_000), bonus: mxn(count * 200) });
const at = (day: number) => ({ occurredAt: days(day) });
const explained = { explanation: 'Lo midió la red.' };
const byProvider = causeVerified({ attribution: 'provider', affectedFrom: days(0) });
const diagnosed: readonly Step[] = [filed(), folioTold(), assignedTo('rt-1'), byProvider];
const threeDays: readonly Step[] = [
  ...diagnosed,
  repaired({ restoredAt: days(3) }),
  reported(),
  restorationConfirmed(),
];
const told: readonly Step[] = [...threeDays, ruledUpheld(), userNotified()];
const isOwed = (state: Parameters<typeof dutiesOf>[0]) =>
  expect(dutiesOf(state).billing).toContain('compensate');

describe('A fresh start that is dated back forgets no hour of an outage that lasts', () => {
  const late = { occurredAt: days(0.01), now: days(10) };
  const untilNow = [{ from: days(0), to: days(10) }];

  it.each([
    ['a reclassification', given(...diagnosed), reclassify({ kind: 'inquiry', subject: 'contract' }), cs],
    ['a reopening', given(...diagnosed, ruledUpheld()), reopen({ reason: 'fault-persists' }), people.user],
  ] as const)('%s: it is owed until it was learned of (I-16)', (_name, story, command, by) => {
    const anew = story.when(command, by, late);
    anew.state(isOwed).state(({ affected }) => expect(affected.owedBefore).toEqual(untilNow));
    const events = anew.decision.ok ? anew.decision.events : [];
    const told = events.map((event) => ({ event, by, occurredAt: late.occurredAt, learnedAt: late.now }));
    expect(unpaidHours(storyOf([told], story.events), days(10))).toEqual(
      untilNow.map(({ from, to }) => ({ from: millisecondsOf(from), to: millisecondsOf(to) })),
    );
  });

  it('nor does what an import brings count beyond the times of its log', () => {
    given(...diagnosed)
      .when(reclassify({ kind: 'inquiry', subject: 'contract' }), cs, {
        occurredAt: days(4),
        now: days(400),
        imported: true,
      })
      .state(({ affected }) => expect(affected.owedBefore).toEqual([{ from: days(0), to: days(4) }]));
  });
});

describe('What is owed stays owed when the work begins anew', () => {
  const reopened = () => given(...told).when(reopen({ reason: 'new-facts' }), cs, at(5));

  it('where customer service reopens what was upheld: it stands with billing, and against every ending', () => {
    reopened().state(isOwed).when(refuse(), cs, at(5)).isRejected('compensation-not-granted', { folio });
    reopened().when(markDuplicate(), cs, at(5)).isRejected('compensation-not-granted', { folio });
  });

  it('whatever cause is found then', () => {
    reopened()
      .when(verifyCause({ causes: ['none'], faultFound: false, attribution: 'none' }), lead, at(6))
      .when(rule({ outcome: 'dismissed' }), people.rulingOfficer, at(6))
      .when(reportRepair({ outcome: 'no-repair-needed' }), lead, at(6))
      .when(notifyUser({ sentAt: days(6) }), cs, at(6))
      .when(close(), cs, at(7))
      .isRejected('compensation-not-granted', { folio })
      .when(assessCompensation(price), billing, at(7))
      .when(grantCompensation(forDays(3)), billing, at(7))
      .emitsOnly('CompensationGranted')
      .state(({ affected }) => expect(affected.compensated).toEqual([{ from: days(0), to: days(3) }]));
  });

  it('before any cause is verified again: it is assessed and granted at once, and no less', () => {
    const assessed = reopened().when(assessCompensation(price), people.system, at(5));
    assessed.when(grantCompensation(forDays(2)), billing, at(5)).isRejected('less-than-assessed');
    assessed
      .when(grantCompensation(forDays(3)), billing, at(5))
      .leaves({ billing: ['credit'] })
      .when(grantCompensation(forDays(3)), billing, at(5))
      .isRejected('already-granted', { folio });
  });

  it('what is owed is never reasoned away by a service that was not affected', () => {
    reopened().when(declareNothingDue(), billing, at(5)).isRejected('due-by-the-record');
  });

  it('where the request is reclassified to one that is only answered', () => {
    given(...threeDays)
      .when(reclassify({ kind: 'inquiry', subject: 'contract' }), cs, at(5))
      .state(isOwed)
      .when(provideAnswer({ answeredAt: days(5) }), cs, at(5))
      .when(close(), cs, at(5))
      .isRejected('compensation-not-granted', { folio });
  });

  it('of an outage that lasts, for the time until then', () => {
    given(...diagnosed, ruledUpheld())
      .when(reopen({ reason: 'fault-persists' }), people.user, at(2))
      .state(({ affected }) => expect(affected.owedBefore).toEqual([{ from: days(0), to: days(2) }]));
  });

  it('no hour is paid for twice where both cycles had the same one', () => {
    reopened()
      .when(verifyCause({ attribution: 'provider', affectedFrom: days(2), ...explained }), lead, at(6))
      .when(repair({ restoredAt: days(6) }), lead, at(6))
      .when(assessCompensation(price), billing, at(7))
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: days(0), to: days(6) }));
  });
});

describe('What was told to be upheld stays owed', () => {
  it('though the cause is corrected to the user’s own: it is compensated before the end', () => {
    given(...told)
      .when(correctCause({ attribution: 'user', causes: ['user-equipment'] }), lead, at(5))
      .state(isOwed)
      .when(rule({ outcome: 'dismissed' }), people.rulingOfficer, at(5))
      .isRejected('told-in-favour', { folio })
      .when(rule(), people.rulingOfficer, at(5))
      .when(reportRepair(), lead, at(5))
      .when(notifyUser({ sentAt: days(5) }), cs, at(5))
      .when(close(), cs, at(5))
      .isRejected('compensation-not-granted', { folio });
  });

  it('a cause recorded wrongly is corrected where nobody was told', () => {
    given(...threeDays, ruledUpheld())
      .when(correctCause({ attribution: 'user', causes: ['user-equipment'] }), lead, at(5))
      .state((state) => expect(dutiesOf(state).billing).toEqual([]));
  });
});

describe('What is owed again after a grant stands with billing', () => {
  const grantedWhileItLasted = () =>
    given(...diagnosed)
      .when(assessCompensation({ ...price, to: days(1) }), billing, at(1))
      .when(grantCompensation(forDays(1)), billing, at(1));
  const granted = () =>
    given(...threeDays)
      .when(assessCompensation(price), billing, at(4))
      .when(grantCompensation(forDays(3)), billing, at(4));

  it('where it was granted while the outage lasted, and repaired later', () => {
    grantedWhileItLasted()
      .when(repair({ restoredAt: days(3) }), lead, at(3))
      .state(isOwed);
  });

  it('where it never can be repaired: to the report of that', () => {
    grantedWhileItLasted()
      .when(reportRepair({ outcome: 'repair-impossible' }), lead, at(30))
      .state(isOwed)
      .when(assessCompensation(price), billing, at(30))
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: days(1), to: days(30) }));
  });

  it('where the user disputed the restoration, and it was repaired again', () => {
    granted()
      .when(disputeRestoration({ disputedAt: days(4) }), people.user, at(4))
      .when(repair({ restoredAt: days(5) }), lead, at(5))
      .state(isOwed);
  });

  it('where the service was back later than was recorded', () => {
    granted()
      .when(correctRestoration({ restoredAt: days(3.5) }), lead, at(5))
      .state(isOwed);
  });

  it('where it was affected earlier than was recorded: the time before is assessed by itself', () => {
    given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'provider', affectedFrom: days(2) }),
      repaired({ restoredAt: days(3) }),
    )
      .when(assessCompensation(price), billing, at(4))
      .when(grantCompensation(forDays(1)), billing, at(4))
      .when(correctCause({ attribution: 'provider', affectedFrom: days(0) }), lead, at(5))
      .state(isOwed)
      .when(assessCompensation(price), billing, at(5))
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: days(0), to: days(2) }));
  });

  it('where goodwill came first, and the cause was the provider’s', () => {
    given(filed(), folioTold(), assignedTo('rt-1'))
      .when(grantCompensation({ ...forDays(1), reason: 'goodwill' }), billing, at(1))
      .when(verifyCause({ attribution: 'provider', affectedFrom: days(0) }), lead, at(2))
      .when(repair({ restoredAt: days(3) }), lead, at(3))
      .state(isOwed);
  });

  it('a grant of the cycle before is credited after a reopening too', () => {
    given(...told)
      .when(assessCompensation(price), billing, at(4))
      .when(grantCompensation(forDays(3)), billing, at(4))
      .when(reopen({ reason: 'fault-persists' }), people.user, at(5))
      .leaves({ billing: ['credit'] })
      .when(creditCompensation({ creditedAt: days(6) }), billing, at(6))
      .leaves({ billing: [] });
  });
});

describe('An outage that lasts', () => {
  it('is granted for a second time a month later', () => {
    given(...diagnosed)
      .when(assessCompensation({ ...price, to: days(1) }), billing, at(1))
      .when(grantCompensation(forDays(1)), billing, at(1))
      .when(assessCompensation({ ...price, to: days(30) }), billing, at(30))
      .emitsOnly('CompensationAssessed')
      .when(grantCompensation(forDays(29)), billing, at(30))
      .state(({ affected, grants }) => {
        expect(affected.compensated).toEqual([{ from: days(0), to: days(30) }]);
        expect(grants.compensation).toMatchObject(forDays(30));
      });
  });

  it('leaves no more than a day without compensation behind where the provider ends the request', () => {
    const granted = given(...diagnosed)
      .when(assessCompensation({ ...price, to: days(1) }), billing, at(1))
      .when(grantCompensation(forDays(1)), billing, at(1));
    granted.when(markDuplicate(), cs, at(2)).emitsOnly('MarkedDuplicate');
    granted.when(markDuplicate(), cs, at(2.1)).isRejected('compensation-not-granted', { folio });
    granted
      .when(markDuplicate(), cs, { occurredAt: days(2), now: days(30) })
      .isRejected('compensation-not-granted', { folio });
  });
});

describe('A time without service that no repair ends', () => {
  it('is over when the assessment that was granted says so', () => {
    given(filed({ kind: 'clarification', subject: 'attention' }), folioTold(), routedTo('billing'))
      .when(verifyCause({ attribution: 'provider', affectedFrom: hours(0) }), people.competentArea, at(1))
      .state(isOwed)
      .when(assessCompensation({ ...price, to: days(1) }), billing, at(2))
      .when(grantCompensation(forDays(1)), billing, at(2))
      .leaves({ billing: ['credit'] });
  });
});

describe('An undue charge', () => {
  const upheldAbout = (subject: 'billing' | 'contract', undueCharge?: { amount: number; currency: string }) =>
    given(filed({ kind: 'clarification', subject }), folioTold(), routedTo('billing'))
      .when(verifyCause({ attribution: 'none', faultFound: false }), people.competentArea, at(1))
      .when(rule({ ...(undueCharge && { undueCharge }) }), people.competentArea, at(1));
  const refund = (amount: number) =>
    grantCompensation({ reason: 'undue-charge', proportionalRefund: mxn(amount), bonus: mxn(amount) });

  it('that was upheld stays owed through a reopening, and through what the request is called then', () => {
    upheldAbout('billing')
      .when(reopen({ reason: 'new-facts' }), cs, at(2))
      .state(isOwed)
      .when(reclassify({ kind: 'inquiry', subject: 'contract' }), cs, at(2))
      .state(isOwed)
      .when(provideAnswer({ answeredAt: days(2) }), cs, at(2))
      .when(close(), cs, at(2))
      .isRejected('undue-charge-not-refunded', { folio });
  });

  it('that is complained of is ruled on, though the request is called one about the contract', () => {
    given(filed({ kind: 'clarification', subject: 'billing' }), folioTold(), routedTo('billing'))
      .when(reclassify({ kind: 'clarification', subject: 'contract' }), cs, at(1))
      .when(verifyCause({ attribution: 'none', faultFound: false }), people.competentArea, at(1))
      .when(rule(), people.competentArea, at(1))
      .state(isOwed);
  });

  it('that the ruling names is owed whatever the request is about, and no less of it is refunded', () => {
    upheldAbout('contract').state((state) => expect(dutiesOf(state).billing).toEqual([]));
    upheldAbout('contract', mxn(39_900))
      .state(isOwed)
      .when(refund(1), billing, at(2))
      .isRejected('less-than-charged', { folio, charge: 39_900, currency: 'MXN' })
      .when(refund(39_900), billing, at(2))
      .emitsOnly('CompensationGranted');
  });

  it('that a ruling names is not reasoned away as none', () => {
    upheldAbout('billing', mxn(39_900))
      .when(declareNothingDue({ of: 'undue-charge', reason: 'no-undue-charge' }), billing, at(2))
      .isRejected('due-by-the-record', { folio, reason: 'no-undue-charge' });
  });

  it('that was named stays whole where a later ruling, of another cycle, names less or nothing', () => {
    const reopened = upheldAbout('billing', mxn(30_000)).when(reopen({ reason: 'new-facts' }), cs, at(2));
    const diagnosedAgain = reopened.when(
      verifyCause({ attribution: 'none', faultFound: false }),
      people.competentArea,
      at(3),
    );
    for (const again of [rule({ undueCharge: mxn(10) }), rule(), rule({ outcome: 'dismissed' })])
      diagnosedAgain
        .when(again, people.competentArea, at(3))
        .when(refund(29_999), billing, at(3))
        .isRejected('less-than-charged', { folio, charge: 30_000, currency: 'MXN' });
  });

  it('that an appeal finds greater is owed again, less what was refunded, and the notice tells both refunds', () => {
    upheldAbout('billing', mxn(10_000))
      .when(refund(10_000), billing, at(1))
      .when(notifyUser({ sentAt: days(1) }), cs, at(1))
      .when(escalate({ trigger: 'deadlock' }), people.user, at(2))
      .when(rule({ undueCharge: mxn(30_000) }), people.rulingOfficer, at(3))
      .state(isOwed)
      .when(refund(19_999), billing, at(3))
      .isRejected('less-than-charged', { folio, charge: 20_000, currency: 'MXN' })
      .when(refund(20_000), billing, at(3))
      .state(({ grants, facets }) => {
        expect(facets.charge).toBe('refunded');
        expect(grants['undue-charge']).toMatchObject({
          proportionalRefund: mxn(30_000),
          bonus: mxn(30_000),
        });
      });
  });

  it('that an appeal finds to be no more than was refunded is owed no more', () => {
    upheldAbout('billing', mxn(10_000))
      .when(refund(10_000), billing, at(1))
      .when(notifyUser({ sentAt: days(1) }), cs, at(1))
      .when(escalate({ trigger: 'deadlock' }), people.user, at(2))
      .when(rule({ undueCharge: mxn(10_000) }), people.rulingOfficer, at(3))
      .state(({ facets }) => expect(facets.charge).toBe('refunded'));
  });
});
