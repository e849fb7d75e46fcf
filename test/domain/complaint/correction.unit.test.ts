import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { complaint, fold, type ComplaintEvent, type ComplaintState } from '../../../src/domain/index.js';
import {
  answered,
  asCompetentArea,
  asRulingOfficer,
  assignedTo,
  asTechnicalLead,
  cancellationExecuted,
  causeVerified,
  close,
  closed,
  communicateFolio,
  correctCancellation,
  executeCancellation,
  correctCause,
  correctCompensation,
  correctDuplicate,
  correctMassOutage,
  correctRestoration,
  correctRuling,
  correctTechnician,
  creditCompensation,
  filed,
  filedAs,
  folio,
  given,
  grantCompensation,
  happened,
  hours,
  linkMassOutage,
  markDuplicate,
  noFaultFound,
  notifyUser,
  on,
  people,
  type RecordedEvent,
  reopen,
  repaired,
  reported,
  restorationConfirmed,
  rule,
  ruledDismissed,
  ruledUpheld,
  type Step,
  userNotified,
} from '../../../src/testing/index.js';
import { walks } from './support/walks.js';

const cs = people.customerService;
const lead = people.technicalLead;
const area = people.competentArea;
const officer = asRulingOfficer('ro-1');
const billing = people.billing;
const blank = { explanation: ' ' };

const found = [filed(), assignedTo('rt-1'), causeVerified()] as const;
const mended = [...found, repaired(), reported(), restorationConfirmed()] as const;
const dismissed = [...mended, ruledDismissed()] as const;
const upheld = [...mended, ruledUpheld()] as const;
const told: readonly Step[] = [...upheld, userNotified()];
const toldNo: readonly Step[] = [...dismissed, userNotified({ outcome: 'dismissed' })];
const granted: Step = {
  event: happened('CompensationGranted', {
    proportionalRefund: { amount: 3_990, currency: 'MXN' },
    bonus: { amount: 798, currency: 'MXN' },
    reason: 'attributable-to-provider',
  }),
  by: billing,
};

const first = (events: readonly ComplaintEvent[]) => events[0];
const timeOf = (story: readonly RecordedEvent[], type: string) =>
  story.findLast((event) => event.type === type)?.recorded.occurredAt;

describe('A ruling that was recorded wrongly', () => {
  it('is corrected by a new fact, dated to the ruling, and the user is told (O-25, I-23)', () => {
    const story = given(...toldNo);
    const upholds = correctRuling({ outcome: 'upheld', basis: 'contract, clause 10' });
    const outcome = story.when(upholds, officer);
    const { revision } = story.state.ruling ?? { revision: -1 };
    outcome
      .emits(
        happened('RulingCorrected', {
          corrects: revision,
          reason: 'recorded-wrongly',
          outcome: 'upheld',
          basis: 'contract, clause 10',
          cause: story.state.ruling?.cause ?? -1,
        }),
      )
      .state(({ facets, ruling, finalWord }) => {
        expect(facets).toMatchObject({ ruling: 'upheld', final: 'none', rulingAgain: false });
        expect(finalWord).toBeNull();
        expect(ruling?.revision).toBe(revision + 2);
      })
      .when(notifyUser(), cs)
      .state(({ told: last }) => expect(last?.revision).toBe(revision + 3));
    const { decision } = outcome;
    if (!decision.ok) throw new Error('refused');
    expect(first(decision.events)).toMatchObject({
      occurredAt: timeOf(story.events, 'Ruled'),
      personal: { 'sub-1': { reasons: upholds.data.reasons, explanation: upholds.data.explanation } },
    });
  });

  it('the notice that is sent anew says which one it takes the place of (I-11)', () => {
    given(...toldNo)
      .when(correctRuling({ outcome: 'upheld' }), area)
      .when(notifyUser(), cs)
      .emits(
        happened('UserNotified', {
          folio,
          causes: ['cut-fibre'],
          cause: 3,
          outcome: 'upheld',
          ruling: 9,
          restoration: 'confirmed',
          recipient: 'subscriber',
          channel: 'phone',
          sentAt: hours(8),
          replaces: 8,
        }),
      );
  });

  it('a dismissal names the next instance of the terms (I-10), and gives its reasons (I-08)', () => {
    given(...upheld)
      .when(correctRuling(), area)
      .emits(
        happened('RulingCorrected', {
          corrects: 7,
          reason: 'recorded-wrongly',
          outcome: 'dismissed',
          basis: 'contract, clause 12',
          cause: 3,
          nextInstance: 'PROFECO',
        }),
      )
      .state(({ ruling }) => expect(ruling?.nextInstance).toBe('PROFECO'));
    given(...upheld)
      .when(correctRuling({ nextInstance: 'CRT' }), area)
      .state(({ ruling }) => expect(ruling?.nextInstance).toBe('CRT'));
    given(...upheld)
      .when(correctRuling({ reasons: ' ' }), area)
      .isRejected('reasons-missing', { folio });
    given(...upheld)
      .when(correctRuling({ nextInstance: ' ' }), area)
      .isRejected('next-instance-missing', { folio });
  });

  it('is not corrected against a user who was told that it was upheld', () => {
    given(...told)
      .when(correctRuling(), area)
      .isRejected('told-in-favour', { folio });
    given(...told)
      .when(correctRuling({ outcome: 'upheld' }), area)
      .when(correctRuling(), area)
      .isRejected('told-in-favour', { folio });
    given(...toldNo)
      .when(correctRuling(), area)
      .emitsOnly('RulingCorrected');
  });

  it('needs a ruling, an explanation, and hands that did not repair', () => {
    given(...mended)
      .when(correctRuling(), area)
      .isRejected('nothing-to-correct', { folio });
    given(...dismissed)
      .when(correctRuling(blank), area)
      .isRejected('explanation-missing', { folio });
    given(...dismissed)
      .when(correctRuling(), asCompetentArea('rt-1'))
      .isRejected('separation-of-duties', { actor: 'rt-1', folio });
    given(...dismissed)
      .when(correctRuling(), officer)
      .state(({ hands }) => expect(hands.ruled).toContain('ro-1'));
  });

  it('after the closing it opens the request again, in a new cycle and from now on, with what stands (I-23)', () => {
    const story = given(...toldNo, closed());
    const outcome = story.when(correctRuling({ outcome: 'upheld' }), officer, { occurredAt: hours(300) });
    outcome
      .emitsOnly('RulingCorrected', 'Reopened')
      .hasStatus('inProgress')
      .state(({ facets, endedAt, cause, repair, restoredBy }) => {
        expect(facets).toMatchObject({ ending: 'open', cycle: 2, ruling: 'upheld', final: 'none' });
        expect(facets).toMatchObject({ repair: 'done', handedOff: true, restoration: 'confirmed' });
        expect([endedAt, cause?.revision, repair?.revision]).toEqual([null, 3, 4]);
        expect(restoredBy).not.toBeNull();
      })
      .when(notifyUser({ sentAt: hours(300) }), cs)
      .when(communicateFolio(), cs)
      .when(close(), cs)
      .hasStatus('closed');
    const { decision } = outcome;
    if (!decision.ok) throw new Error('refused');
    expect(decision.events.map(({ occurredAt }) => occurredAt)).toEqual([
      timeOf(story.events, 'Ruled'),
      hours(300),
    ]);
  });

  it('where the user withdrew, it is corrected and stays ended', () => {
    given(...dismissed, { event: happened('Withdrawn', { reason: 'other' }), by: cs })
      .when(correctRuling({ outcome: 'upheld' }), area)
      .emitsOnly('RulingCorrected')
      .hasStatus('cancelled');
  });
});

describe('A cause that is found later', () => {
  it('takes the place of the first one, dated to the verification, and is ruled on again (O-19, I-08)', () => {
    const story = given(...told);
    const outcome = story.when(correctCause(), lead);
    outcome
      .emits(
        happened('CauseCorrected', {
          corrects: 3,
          reason: 'learned-later',
          causes: ['node-failure'],
          faultFound: true,
          attribution: 'provider',
          affectedFrom: hours(0),
        }),
      )
      .state(({ cause, facets, finalWord, assessed }) => {
        expect(cause).toEqual({
          causes: ['node-failure'],
          faultFound: true,
          attribution: 'provider',
          affectedFrom: hours(0),
          revision: 9,
          occurredAt: timeOf(story.events, 'CauseVerified'),
        });
        expect(facets).toMatchObject({
          diagnosis: 'verified',
          faultFound: true,
          attribution: 'provider',
          rulingAgain: true,
          handedOff: true,
          final: 'none',
        });
        expect([finalWord, assessed]).toEqual([null, null]);
      })
      .leaves({ 'ruling-officer': ['rule'] })
      .when(notifyUser(), cs)
      .isRejected('ruling-on-older-cause', { folio })
      .when(rule(), area)
      .when(notifyUser({ sentAt: hours(24) }), cs)
      .emitsOnly('UserNotified')
      .when(communicateFolio(), cs)
      .when(close(), cs)
      .isRejected('compensation-not-granted', { folio });
    const { decision } = outcome;
    if (!decision.ok) throw new Error('refused');
    expect(first(decision.events)?.occurredAt).toBe(timeOf(story.events, 'CauseVerified'));
  });

  it('before any ruling it asks for none twice', () => {
    given(...found)
      .when(correctCause(), lead)
      .state(({ facets }) => expect([facets.rulingAgain, facets.handedOff]).toEqual([false, false]));
  });

  it('where a fault is found after all, it is repaired and reported', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound(), reported('no-repair-needed'), ruledDismissed())
      .when(correctCause({ affectedFrom: undefined }), lead)
      .state(({ affected, facets }) => expect([facets.handedOff, affected.from]).toEqual([false, hours(0)]))
      .leaves({ 'technical-lead': ['repair'], 'ruling-officer': ['rule'] });
  });

  it('an assessment of the first cause falls', () => {
    const assessed: Step = {
      event: happened('CompensationAssessed', {
        proportionalRefund: { amount: 1, currency: 'MXN' },
        bonus: { amount: 1, currency: 'MXN' },
        affected: { from: hours(0), to: hours(6) },
        price: { amount: 39_900, currency: 'MXN' },
        periodDays: 30,
      }),
      by: billing,
    };
    given(...mended, assessed)
      .when(correctCause(), lead)
      .state(({ facets, assessed: left }) => expect([facets.compensation, left]).toEqual(['none', null]));
  });

  it('is told by who is in charge, with an explanation, and is another one', () => {
    given(filed(), assignedTo('rt-1')).when(correctCause(), lead).isRejected('cause-not-verified', { folio });
    given(...found)
      .when(correctCause(), asTechnicalLead('rt-9'))
      .isRejected('not-in-charge', { actor: 'rt-9', role: 'technical-lead' });
    given(...found)
      .when(correctCause(blank), lead)
      .isRejected('explanation-missing', { folio });
    given(...found)
      .when(correctCause({ causes: [] }), lead)
      .isRejected('cause-missing', { folio });
    given(...found)
      .when(
        correctCause({
          causes: ['cut-fibre'],
          faultFound: true,
          attribution: 'user',
          affectedFrom: undefined,
        }),
        lead,
      )
      .isRejected('no-new-fact', { folio });
    given(...mended)
      .when(correctCause({ faultFound: false }), lead)
      .isRejected('already-repaired', { folio });
  });

  it('after the closing it opens the request again (I-23)', () => {
    given(...told, closed())
      .when(correctCause(), lead)
      .emitsOnly('CauseCorrected', 'Reopened')
      .state(({ facets }) => expect(facets).toMatchObject({ ending: 'open', rulingAgain: true }));
  });
});

describe('A wrong time of restoration', () => {
  it('is corrected, dated to the repair, and changes what is owed (O-26, I-16)', () => {
    const story = given(
      filed(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'provider', affectedFrom: hours(0) }),
      repaired(),
      reported(),
    );
    const outcome = story.when(correctRestoration({ restoredAt: hours(9) }), lead);
    outcome
      .emits(
        happened('RestorationCorrected', { corrects: 4, reason: 'recorded-wrongly', restoredAt: hours(9) }),
      )
      .state(({ repair, facets }) => {
        expect(repair).toEqual({
          restoredAt: hours(9),
          revision: 6,
          occurredAt: timeOf(story.events, 'Repaired'),
        });
        expect(facets.repair).toBe('done');
      });
  });

  it('falls with a confirmation from before: the user is asked again (O-26)', () => {
    given(...told)
      .when(correctRestoration({ restoredAt: hours(9) }), cs)
      .emits(
        happened('RestorationCorrected', {
          corrects: 4,
          reason: 'recorded-wrongly',
          restoredAt: hours(9),
          unconfirmed: true,
        }),
      )
      .state(({ facets, restoredBy, finalWord }) =>
        expect([facets.restoration, restoredBy, facets.final, finalWord]).toEqual([
          'none',
          null,
          'none',
          null,
        ]),
      );
    given(...told)
      .when(correctRestoration(), cs)
      .state(({ facets, restoredBy }) =>
        expect([facets.restoration, restoredBy === null]).toEqual(['confirmed', false]),
      );
  });

  it('an assessment of the shorter time falls', () => {
    const assessed: Step = {
      event: happened('CompensationAssessed', {
        proportionalRefund: { amount: 1, currency: 'MXN' },
        bonus: { amount: 1, currency: 'MXN' },
        affected: { from: hours(0), to: hours(6) },
        price: { amount: 39_900, currency: 'MXN' },
        periodDays: 30,
      }),
      by: billing,
    };
    given(...mended, assessed)
      .when(correctRestoration(), lead)
      .state(({ facets, assessed: left }) => expect([facets.compensation, left]).toEqual(['none', null]));
  });

  it('needs a repair, an explanation, another time, and none before the service was affected', () => {
    given(...found)
      .when(correctRestoration(), lead)
      .isRejected('not-repaired', { folio });
    given(...mended)
      .when(correctRestoration(blank), lead)
      .isRejected('explanation-missing', { folio });
    given(...mended)
      .when(correctRestoration({ restoredAt: hours(6) }), lead)
      .isRejected('no-new-fact', { folio });
    const affected = [filed(), assignedTo('rt-1'), causeVerified({ affectedFrom: hours(2) }), repaired()];
    given(...affected)
      .when(correctRestoration({ restoredAt: hours(1) }), lead)
      .isRejected('restored-before-affected', { restoredAt: hours(1), affectedFrom: hours(2) });
    given(...affected)
      .when(correctRestoration({ restoredAt: hours(2) }), lead)
      .isRejected('no-time-affected', { affectedFrom: hours(2) });
    given(...affected)
      .when(correctRestoration({ restoredAt: hours(2.01) }), lead)
      .emitsOnly('RestorationCorrected');
  });

  it('after the closing it opens the request again', () => {
    given(...told, closed())
      .when(correctRestoration(), lead)
      .emitsOnly('RestorationCorrected', 'Reopened');
  });
});

describe('A compensation that was recorded wrongly', () => {
  it('is corrected as all that the cycle grants, and a statement shows it (I-16)', () => {
    const story = given(...upheld, granted);
    story
      .when(correctCompensation(), billing)
      .emits(
        happened('CompensationCorrected', {
          corrects: 8,
          reason: 'recorded-wrongly',
          proportionalRefund: { amount: 4_990, currency: 'MXN' },
          bonus: { amount: 998, currency: 'MXN' },
          ground: 'attributable-to-provider',
        }),
      )
      .state(({ grants: { compensation }, uncredited, facets }) => {
        expect(compensation?.proportionalRefund.amount).toBe(4_990);
        expect([uncredited['attributable-to-provider'], facets.compensation, compensation?.reason]).toEqual([
          1,
          'granted',
          'attributable-to-provider',
        ]);
        expect(compensation?.occurredAt).toBe(timeOf(story.events, 'CompensationGranted'));
      });
    given(...upheld, granted)
      .when(creditCompensation(), billing)
      .when(correctCompensation(), billing)
      .state(({ uncredited, facets }) =>
        expect([uncredited['attributable-to-provider'], facets.compensation]).toEqual([1, 'granted']),
      );
  });

  it('is never less than was told, assessed, or its bonus asks for', () => {
    const compensation = {
      proportionalRefund: { amount: 3_990, currency: 'MXN' },
      bonus: { amount: 798, currency: 'MXN' },
    };
    const less = {
      proportionalRefund: { amount: 3_000, currency: 'MXN' },
      bonus: { amount: 798, currency: 'MXN' },
    };
    given(...upheld, granted, userNotified({ compensation }))
      .when(correctCompensation(less), billing)
      .isRejected('told-in-favour', { folio });
    given(...upheld, granted, userNotified({ compensation }))
      .when(correctCompensation(), billing)
      .state(({ facets }) => expect(facets.final).toBe('none'));
    given(...upheld, granted)
      .when(correctCompensation({ bonus: { amount: 997, currency: 'MXN' } }), billing)
      .isRejected('bonus-too-small', { bonusPercent: 20 });
    given(...upheld, granted)
      .when(correctCompensation(less), billing)
      .emitsOnly('CompensationCorrected');
    const assessed: Step = {
      event: happened('CompensationAssessed', {
        proportionalRefund: { amount: 3_100, currency: 'MXN' },
        bonus: { amount: 620, currency: 'MXN' },
        affected: { from: hours(0), to: hours(6) },
        price: { amount: 39_900, currency: 'MXN' },
        periodDays: 30,
      }),
      by: billing,
    };
    given(...upheld, assessed, granted)
      .when(correctCompensation(less), billing)
      .isRejected('less-than-assessed', { refund: 3_100, bonus: 620, currency: 'MXN' });
    given(...upheld, granted)
      .when(correctCompensation({ ...less, bonus: { amount: 700, currency: 'MXN' } }), billing)
      .emitsOnly('CompensationCorrected');
  });

  it('needs a grant, an explanation and other amounts', () => {
    given(...upheld)
      .when(correctCompensation(), billing)
      .isRejected('nothing-granted', { folio });
    given(...upheld, granted)
      .when(correctCompensation(blank), billing)
      .isRejected('explanation-missing');
    given(...upheld, granted)
      .when(
        correctCompensation({
          proportionalRefund: { amount: 3_990, currency: 'MXN' },
          bonus: { amount: 798, currency: 'MXN' },
        }),
        billing,
      )
      .isRejected('no-new-fact', { folio });
  });

  it('of an answered request leaves its answer as it was', () => {
    given(filedAs('inquiry'))
      .when(grantCompensation({ reason: 'goodwill' }), billing)
      .when({ type: 'provideAnswer', data: { answer: 'x', answeredAt: hours(8), outcome: 'answered' } }, cs)
      .when(correctCompensation(), billing)
      .state(({ facets, finalWord }) =>
        expect([facets.final, finalWord?.reason]).toEqual(['sent', 'answered']),
      );
  });
});

describe('A cancellation that was recorded wrongly', () => {
  const executed = [filedAs('cancellation'), cancellationExecuted()] as const;

  it('is told anew with the date and the balance that hold (O-06)', () => {
    const story = given(...executed);
    story
      .when(correctCancellation(), billing)
      .emits(
        happened('CancellationCorrected', {
          corrects: 2,
          reason: 'recorded-wrongly',
          effectiveAt: hours(9),
          channel: 'phone',
          balance: { amount: -1_250, currency: 'MXN' },
        }),
      )
      .state(({ execution, finalWord, sent, facets }) => {
        expect(execution).toEqual({
          effectiveAt: hours(9),
          balance: { amount: -1_250, currency: 'MXN' },
          revision: 3,
          occurredAt: timeOf(story.events, 'CancellationExecuted'),
        });
        expect([finalWord, sent, facets.final]).toEqual([
          { revision: 3, reason: 'executed' },
          [2, 3],
          'sent',
        ]);
      })
      .when(correctCancellation(), billing)
      .isRejected('no-new-fact', { folio })
      .when(correctCancellation({ effectiveAt: hours(8), channel: 'email' }), cs)
      .emitsOnly('CancellationCorrected')
      .when(correctCancellation({ effectiveAt: hours(8), balance: { amount: -1_251, currency: 'MXN' } }), cs)
      .emitsOnly('CancellationCorrected')
      .when(correctCancellation({ effectiveAt: hours(8), balance: { amount: -1_251, currency: 'USD' } }), cs)
      .isRejected('other-currency', { folio, currency: 'USD', known: 'MXN' });
  });

  it('is of the currency that holds, as long as nothing else was said of money', () => {
    const priceless = given(filedAs('cancellation', { price: undefined, periodDays: undefined })).when(
      executeCancellation({ balance: { amount: -1_251, currency: 'MXN' } }),
      billing,
    );
    priceless
      .when(correctCancellation({ balance: { amount: -1_251, currency: 'USD' } }), cs)
      .emitsOnly('CancellationCorrected')
      .when(grantCompensation({ reason: 'goodwill' }), billing)
      .isRejected('other-currency', { folio, currency: 'MXN', known: 'USD' });
    priceless
      .when(grantCompensation({ reason: 'goodwill' }), billing)
      .emitsOnly('CompensationGranted')
      .when(correctCancellation({ balance: { amount: -1_251, currency: 'USD' } }), cs)
      .isRejected('other-currency', { folio, currency: 'USD', known: 'MXN' });
  });

  it('is of the currency of every balance that stands, also of an execution before the last', () => {
    const dollars = { amount: 5_000, currency: 'USD' };
    given(filedAs('cancellation', { price: undefined, periodDays: undefined }))
      .when(executeCancellation({ balance: { amount: -1_251, currency: 'MXN' } }), billing)
      .when(reopen(), people.user)
      .emitsOnly('Reopened')
      .when(executeCancellation({ balance: undefined }), billing)
      .emitsOnly('CancellationExecuted')
      .when(grantCompensation({ reason: 'goodwill', proportionalRefund: dollars, bonus: dollars }), billing)
      .isRejected('other-currency', { folio, currency: 'USD', known: 'MXN' });
  });

  it('after the closing it opens the request again, told as it is', () => {
    given(...executed, closed('executed'))
      .when(correctCancellation(), cs)
      .emitsOnly('CancellationCorrected', 'Reopened')
      .hasStatus('resolved')
      .when(communicateFolio(), cs)
      .when(close(), cs)
      .hasStatus('closed');
  });

  it('needs an execution and an explanation', () => {
    given(filedAs('cancellation'))
      .when(correctCancellation(), cs)
      .isRejected('nothing-to-correct', { folio });
    given(filedAs('inquiry'), answered()).when(correctCancellation(), cs).isRejected('nothing-to-correct');
    given(...executed)
      .when(correctCancellation(blank), cs)
      .isRejected('explanation-missing', { folio });
  });
});

describe('A mass outage that a request was linked to wrongly', () => {
  const linkedTo = (outage: string): Step => ({ event: happened('MassOutageLinked', { outage }), by: lead });
  const linked = [filed(), assignedTo(lead.actor), linkedTo('mo-1')];
  const outagesIn = ({ outages }: ComplaintState) => outages.map(({ outage }) => outage);

  it('gives way to the right one, or to none, from the link on (O-34, I-23)', () => {
    const story = given(...linked);
    story
      .when(correctMassOutage({ outage: 'mo-2' }), cs)
      .emits(
        happened('MassOutageCorrected', {
          corrects: 3,
          reason: 'recorded-wrongly',
          from: 'mo-1',
          outage: 'mo-2',
        }),
      )
      .state((state) => expect(outagesIn(state)).toEqual(['mo-2']))
      .when(correctMassOutage(), cs)
      .isRejected('not-of-this-outage', { folio, outage: 'mo-1', known: ['mo-2'] });
    story
      .when(correctMassOutage({ outage: 'mo-2' }), cs)
      .when(correctMassOutage({ from: 'mo-2' }), lead)
      .emits(happened('MassOutageCorrected', { corrects: 4, reason: 'recorded-wrongly', from: 'mo-2' }))
      .state((state) => expect(outagesIn(state)).toEqual([]))
      .when(linkMassOutage({ outage: 'mo-1' }), lead)
      .emitsOnly('MassOutageLinked');
  });

  it('leaves the other outages as they are, and counts one that was linked before once', () => {
    given(...linked, linkedTo('mo-2'))
      .when(correctMassOutage({ outage: 'mo-2' }), cs)
      .state((state) => expect(outagesIn(state)).toEqual(['mo-2']));
    given(...linked, linkedTo('mo-2'))
      .when(correctMassOutage(), cs)
      .state((state) => expect(outagesIn(state)).toEqual(['mo-2']));
  });

  it('has to be one that it is linked to, and another one than the right one; it needs an explanation', () => {
    given(filed())
      .when(correctMassOutage(), cs)
      .isRejected('not-of-this-outage', { folio, outage: 'mo-1', known: [] });
    given(...linked)
      .when(correctMassOutage({ outage: 'mo-1' }), cs)
      .isRejected('no-new-fact', { folio });
    given(...linked)
      .when(correctMassOutage(blank), cs)
      .isRejected('explanation-missing', { folio });
  });
});

describe('A technical lead who was recorded wrongly', () => {
  it('is another one, from the assignment on (O-18, I-06)', () => {
    const story = given(filed(), assignedTo('rt-1'));
    story
      .when(correctTechnician(), cs)
      .emits(
        happened('TechnicianCorrected', {
          corrects: 2,
          reason: 'recorded-wrongly',
          from: 'rt-1',
          technician: 'rt-2',
        }),
      )
      .state(({ technician, facets, assignment }) => {
        expect([technician, facets.diagnosis]).toEqual(['rt-2', 'assigned']);
        expect(assignment).toEqual({
          revision: 3,
          occurredAt: timeOf(story.events, 'TechnicianAssigned'),
        });
      })
      .when(correctTechnician(), cs)
      .isRejected('no-new-fact', { folio });
    given(...told, closed())
      .when(correctTechnician(), cs)
      .emitsOnly('TechnicianCorrected');
  });

  it('needs an assignment and an explanation', () => {
    given(filed()).when(correctTechnician(), cs).isRejected('nothing-to-correct', { folio });
    given(...found)
      .when(correctTechnician(blank), cs)
      .isRejected('explanation-missing', { folio });
  });
});

describe('A duplicate of the wrong request', () => {
  const duplicate = given(filed()).when(markDuplicate(), cs);

  it('is the duplicate of another one, and stays ended (I-25)', () => {
    duplicate
      .when(correctDuplicate(), cs)
      .emits(
        happened('DuplicateCorrected', {
          corrects: 2,
          reason: 'recorded-wrongly',
          from: 'CON-000001-1',
          of: 'CON-000002-8',
          toldTo: ['sub-1'],
        }),
      )
      .hasStatus('cancelled')
      .state(({ duplicate: of }) => expect(of).toMatchObject({ of: 'CON-000002-8', revision: 3 }))
      .when(correctDuplicate(), cs)
      .isRejected('no-new-fact', { folio })
      .when(reopen({ reason: 'closed-by-mistake' }), cs)
      .state(({ duplicate: of }) => expect(of).toBeNull());
  });

  it('needs a duplicate, an explanation, and another request than itself', () => {
    given(filed()).when(correctDuplicate(), cs).isRejected('nothing-to-correct', { folio });
    duplicate.when(correctDuplicate(blank), cs).isRejected('explanation-missing', { folio });
    duplicate.when(correctDuplicate({ of: folio }), cs).isRejected('duplicate-of-itself', { folio });
    duplicate
      .when(correctDuplicate(), cs, { other: undefined })
      .isRejected('other-not-open', { other: 'CON-000002-8' });
  });
});

describe('A correction', () => {
  it('is dated to the fact that it corrects, and tells which one that is', () => {
    let corrections = 0;
    fc.assert(
      fc.property(walks(40), ({ events }) => {
        for (const { type, data, recorded } of events) {
          if (!('corrects' in data)) continue;
          corrections += 1;
          const corrected = events[data.corrects];
          expect([type, recorded.occurredAt]).toEqual([type, corrected?.recorded.occurredAt]);
          expect(data.corrects).toBeLessThan(recorded.revision);
        }
      }),
      { numRuns: 200 },
    );
    expect(corrections).toBeGreaterThan(0);
  });

  it('never loses the first reading: told as of any date after the fact, unknown before it was recorded', () => {
    const story = given(on(hours(1), filed()), assignedTo('rt-1'), on(hours(2), causeVerified()));
    const outcome = story.when(correctCause(), lead, { occurredAt: hours(300) });
    const { decision } = outcome;
    if (!decision.ok) throw new Error('refused');
    const corrected = first(decision.events);
    const recorded = { revision: 4, occurredAt: corrected?.occurredAt ?? hours(0), actor: 'x', role: 'x' };
    const asOf = [...story.events, ...decision.events.map((event) => ({ ...event, recorded }))].filter(
      ({ recorded: { occurredAt } }) => occurredAt <= hours(3),
    );
    expect(fold(asOf, complaint.initial).cause?.causes).toEqual(['node-failure']);
    expect(fold(story.events, complaint.initial).cause?.causes).toEqual(['cut-fibre']);
  });
});
