import { describe, expect, it } from '@jest/globals';
import {
  asCompetentArea,
  assignedTo,
  asTechnicalLead,
  causeVerified,
  confirmRestoration,
  disputeRestoration,
  filed,
  filedAs,
  folio,
  given,
  happened,
  hours,
  noFaultFound,
  people,
  repair,
  repaired,
  reported,
  reportRepair,
  requestRestorationConfirmation,
  restorationConfirmed,
  restorationDisputed,
  routedTo,
  ruledUpheld,
  userNotified,
} from '../../../src/testing/index.js';

const found = [filed(), assignedTo('rt-1'), causeVerified({ affectedFrom: hours(1) })];
const mended = [...found, repaired()];
const told = [...mended, reported(), restorationConfirmed(), ruledUpheld(), userNotified()];

describe('A fault that was found is repaired (O-20, I-07)', () => {
  it('by the contract of the service, and what was done is recorded (O-21)', () => {
    given(...found)
      .when(repair({ parts: ['connector'], explanation: 'Se cambió el conector.' }), people.technicalLead)
      .emits({
        ...happened('Repaired', {
          action: 'spliced',
          parts: ['connector'],
          atHome: false,
          restoredAt: hours(6),
          contract: 'ct-1',
        }),
        personal: { 'sub-1': { explanation: 'Se cambió el conector.' } },
      })
      .state(({ facets, repair: done, hands }) => {
        expect(facets).toMatchObject({ repair: 'done', restoration: 'none', handedOff: false });
        expect(done).toEqual({ restoredAt: hours(6), revision: 4, occurredAt: expect.anything() });
        expect(hands).toEqual({ repaired: ['rt-1'], ruled: [] });
      });
  });

  it('by another contract where one is named', () => {
    given(...found)
      .when(repair({ contract: 'ct-9' }), people.technicalLead)
      .emits(
        happened('Repaired', { action: 'spliced', atHome: false, restoredAt: hours(6), contract: 'ct-9' }),
      );
  });

  it('not before its cause is verified', () => {
    given(filed(), assignedTo('rt-1'))
      .when(repair(), people.technicalLead)
      .isRejected('cause-not-verified', { folio });
  });

  it('not where none was found', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound())
      .when(repair(), people.technicalLead)
      .isRejected('no-fault-to-repair', { folio });
  });

  it('once, unless the user disputes it', () => {
    given(...mended)
      .when(repair(), people.technicalLead)
      .isRejected('already-repaired', { folio });
    given(...mended, reported(), restorationDisputed(), assignedTo('rt-2'))
      .when(repair({ restoredAt: hours(20) }), asTechnicalLead('rt-2'))
      .emitsOnly('Repaired')
      .state(({ facets, hands, restoredBy }) => {
        expect(facets).toMatchObject({ repair: 'done', restoration: 'none', handedOff: false });
        expect(hands.repaired).toEqual(['rt-1', 'rt-2']);
        expect(restoredBy).toBeNull();
      });
  });

  it('not by the officer who ruled on it', () => {
    given(...found, ruledUpheld(asCompetentArea('x-1')), assignedTo('x-1'))
      .when(repair(), asTechnicalLead('x-1'))
      .isRejected('separation-of-duties', { actor: 'x-1', folio });
    given(...found, ruledUpheld(asCompetentArea('x-1')), assignedTo('x-2'))
      .when(repair(), asTechnicalLead('x-2'))
      .emitsOnly('Repaired');
  });

  it('neither after the clock nor before it began, or at that very instant (I-16)', () => {
    given(...found)
      .when(repair({ restoredAt: hours(25) }), people.technicalLead)
      .isRejected('occurred-in-future', { occurredAt: hours(25), now: hours(24) });
    given(...found)
      .when(repair({ restoredAt: hours(0.5) }), people.technicalLead)
      .isRejected('restored-before-affected', { restoredAt: hours(0.5), affectedFrom: hours(1) });
    given(...found)
      .when(repair({ restoredAt: hours(1) }), people.technicalLead)
      .isRejected('no-time-affected', { affectedFrom: hours(1) });
  });

  it('not after the final word', () => {
    given(...told)
      .when(repair(), people.technicalLead)
      .isRejected('final-word-sent', { folio });
  });

  it.each(['complaint', 'clarification', 'inquiry', 'suggestion', 'cancellation', 'procedure'] as const)(
    'not in a %s, where nothing can be repaired (I-05)',
    (kind) => {
      given(filedAs(kind), assignedTo('rt-1'), routedTo('billing'), causeVerified({}, people.competentArea))
        .when(repair(), people.technicalLead)
        .isRejected('not-on-this-track', { track: kind === 'complaint' ? 'other-complaint' : kind });
    },
  );
});

describe('The technical lead reports to customer service (O-22)', () => {
  it('a repair', () => {
    given(...mended)
      .when(reportRepair({ explanation: 'Listo.' }), people.technicalLead)
      .emits({
        ...happened('RepairReported', { outcome: 'repaired' }),
        personal: { 'sub-1': { explanation: 'Listo.' } },
      })
      .state(({ facets, repair: done }) => {
        expect(facets).toMatchObject({ handedOff: true, repair: 'done' });
        expect(done?.restoredAt).toBe(hours(6));
      });
  });

  it('that there was nothing to repair', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound())
      .when(reportRepair({ outcome: 'no-repair-needed' }), people.technicalLead)
      .emits(happened('RepairReported', { outcome: 'no-repair-needed' }))
      .state(({ facets }) => expect(facets).toMatchObject({ handedOff: true, repair: 'none' }));
  });

  it('that it cannot be repaired', () => {
    given(...found)
      .when(reportRepair({ outcome: 'repair-impossible' }), people.technicalLead)
      .emits(happened('RepairReported', { outcome: 'repair-impossible' }))
      .state(({ facets, repair: done }) => {
        expect(facets).toMatchObject({ handedOff: true, repair: 'impossible' });
        expect(done).toBeNull();
      })
      .when(repair(), people.technicalLead)
      .emitsOnly('Repaired')
      .state(({ facets }) => expect(facets).toMatchObject({ repair: 'done', handedOff: false }));
  });

  it('of a procedure that took a technician nothing but that', () => {
    given(filedAs('procedure'), assignedTo('rt-1'))
      .when(reportRepair({ outcome: 'no-repair-needed' }), people.technicalLead)
      .emitsOnly('RepairReported');
    given(filedAs('procedure'), assignedTo('rt-1'))
      .when(reportRepair({ outcome: 'repaired' }), people.technicalLead)
      .isRejected('not-repaired', { folio });
  });

  it('only what was found and done', () => {
    const report = (outcome: 'repaired' | 'no-repair-needed' | 'repair-impossible') =>
      reportRepair({ outcome });
    const nothing = [filed(), assignedTo('rt-1')];
    for (const outcome of ['repaired', 'no-repair-needed', 'repair-impossible'] as const)
      given(...nothing)
        .when(report(outcome), people.technicalLead)
        .isRejected('cause-not-verified', { folio });
    given(...found)
      .when(report('repaired'), people.technicalLead)
      .isRejected('not-repaired', { folio });
    given(...found)
      .when(report('no-repair-needed'), people.technicalLead)
      .isRejected('fault-not-repaired', { folio });
    given(...mended)
      .when(report('repair-impossible'), people.technicalLead)
      .isRejected('already-repaired', { folio });
    given(...nothing, noFaultFound())
      .when(report('repair-impossible'), people.technicalLead)
      .isRejected('no-fault-to-repair', { folio });
  });

  it('once', () => {
    given(...mended, reported())
      .when(reportRepair(), people.technicalLead)
      .isRejected('already-reported', { folio });
  });

  it('after a dispute: a new repair, or that it cannot be repaired after all', () => {
    const disputed = given(...mended, reported(), restorationDisputed());
    disputed.when(reportRepair(), people.technicalLead).isRejected('not-repaired', { folio });
    disputed
      .when(reportRepair({ outcome: 'repair-impossible' }), people.technicalLead)
      .emitsOnly('RepairReported')
      .state(({ facets, repair: done }) => expect([facets.repair, done]).toEqual(['impossible', null]));
    disputed
      .when(repair({ restoredAt: hours(20) }), people.technicalLead)
      .when(reportRepair(), people.technicalLead)
      .emitsOnly('RepairReported');
  });

  it('not after the final word, and not where no technician has a part (I-05)', () => {
    given(...told)
      .when(reportRepair(), people.technicalLead)
      .isRejected('final-word-sent', { folio });
    for (const kind of ['complaint', 'clarification', 'inquiry', 'suggestion', 'cancellation'] as const)
      given(filedAs(kind), assignedTo('rt-1'))
        .when(reportRepair({ outcome: 'no-repair-needed' }), people.technicalLead)
        .isRejected('not-on-this-track', { track: kind === 'complaint' ? 'other-complaint' : kind });
  });
});

describe('Restoration is confirmed (O-26)', () => {
  it('by the user or by a measurement', () => {
    given(...mended)
      .when(confirmRestoration({ by: 'measurement' }), people.customerService)
      .emits(happened('RestorationConfirmed', { by: 'measurement', confirmedAt: hours(7) }))
      .state(({ facets, restoredBy }) => {
        expect(facets.restoration).toBe('confirmed');
        expect(restoredBy).toEqual({ confirmedAt: hours(7) });
      });
    given(...mended)
      .when(confirmRestoration(), people.user)
      .emitsOnly('RestorationConfirmed');
  });

  it('after it was asked for, which is something sent', () => {
    given(...mended)
      .when(requestRestorationConfirmation(), people.system)
      .emits(happened('RestorationConfirmationRequested', { requestedAt: hours(7) }))
      .state(({ facets, sent }) => expect([facets.restoration, sent]).toEqual(['requested', [5]]))
      .when(confirmRestoration(), people.user)
      .emitsOnly('RestorationConfirmed')
      .when(requestRestorationConfirmation(), people.system)
      .isRejected('already-confirmed', { folio })
      .when(confirmRestoration(), people.user)
      .isRejected('already-confirmed', { folio });
  });

  it('only of what was repaired', () => {
    for (const command of [confirmRestoration(), requestRestorationConfirmation(), disputeRestoration()]) {
      given(...found)
        .when(command, people.customerService)
        .isRejected('not-repaired', { folio });
      given(filedAs('complaint')).when(command, people.customerService).isRejected('not-on-this-track');
    }
  });

  it('neither before it was restored nor after the clock', () => {
    given(...mended)
      .when(confirmRestoration({ confirmedAt: hours(5) }), people.user)
      .isRejected('confirmed-before-restored', { confirmedAt: hours(5), restoredAt: hours(6) });
    given(...mended)
      .when(confirmRestoration({ confirmedAt: hours(6) }), people.user)
      .emitsOnly('RestorationConfirmed');
    given(...mended)
      .when(confirmRestoration({ confirmedAt: hours(25) }), people.user)
      .isRejected('occurred-in-future');
    given(...mended)
      .when(requestRestorationConfirmation({ requestedAt: hours(25) }), people.system)
      .isRejected('occurred-in-future');
    given(...mended)
      .when(disputeRestoration({ disputedAt: hours(25) }), people.user)
      .isRejected('occurred-in-future');
  });
});

describe('Restoration is disputed', () => {
  it('by the user, before or after it was confirmed', () => {
    for (const before of [[], [restorationConfirmed()]])
      given(...mended, reported(), ...before)
        .when(disputeRestoration({ explanation: 'Sigue igual.' }), people.user)
        .emits({
          ...happened('RestorationDisputed', { disputedAt: hours(7) }),
          personal: { 'sub-1': { explanation: 'Sigue igual.' } },
        })
        .state(({ facets, restoredBy }) => {
          expect(facets.restoration).toBe('disputed');
          expect(restoredBy).toBeNull();
        })
        .leaves({ 'technical-lead': ['repair'] })
        .when(disputeRestoration(), people.user)
        .isRejected('no-new-fact', { folio });
  });

  it('a disputed restoration is confirmed all the same by a measurement', () => {
    given(...mended, reported(), restorationDisputed())
      .when(confirmRestoration({ by: 'measurement' }), people.customerService)
      .emitsOnly('RestorationConfirmed');
  });

  it('not after the final word: then it is reopened', () => {
    given(...told)
      .when(disputeRestoration(), people.user)
      .isRejected('final-word-sent', { folio });
  });
});
