import { describe, expect, it } from '@jest/globals';
import {
  assignedTo,
  causeVerified,
  close,
  correctCause,
  escalate,
  executeCancellation,
  filed,
  filedAs,
  folio,
  folioTold,
  given,
  happened,
  hours,
  noFaultFound,
  notifyUser,
  people,
  provideAnswer,
  repaired,
  reportRepair,
  rule,
  verifyCause,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const lead = people.technicalLead;
const notOurs = reportRepair({ outcome: 'not-ours' });
const ofTheUser = { causes: ['user-equipment'], attribution: 'user' } as const;
const found = [filed(), folioTold(), assignedTo('rt-1'), causeVerified(ofTheUser)] as const;

describe('A fault in the user’s own equipment', () => {
  it('is told as that: neither restored, nor impossible with an offer to cancel (O-26, I-09)', () => {
    given(...found)
      .when(notOurs, lead)
      .emits(happened('RepairReported', { outcome: 'not-ours' }))
      .state(({ facets, repair }) =>
        expect([facets.repair, facets.handedOff, repair]).toEqual(['not-ours', true, null]),
      )
      .when(rule({ outcome: 'dismissed' }), people.competentArea)
      .when(notifyUser({ restorationImpossible: { reason: 'No es nuestro.', offer: 'cancellation' } }), cs)
      .isRejected('restoration-not-impossible', { folio })
      .when(notifyUser({ sentAt: hours(30) }), cs, { occurredAt: hours(30) })
      .state(({ facets }) => expect(facets.final).toBe('sent'))
      .when(close(), cs)
      .hasStatus('closed');
    const told = given(...found)
      .when(notOurs, lead)
      .when(rule({ outcome: 'dismissed' }), people.competentArea)
      .when(notifyUser({ sentAt: hours(30) }), cs, { occurredAt: hours(30) });
    expect(told.decision).toMatchObject({ events: [{ data: { restoration: 'not-ours' } }] });
  });

  it('is only what was found and put down to the user, and was not repaired', () => {
    given(filed(), assignedTo('rt-1'), causeVerified({ attribution: 'third-party' }))
      .when(notOurs, lead)
      .isRejected('fault-is-not-the-users', { folio });
    given(filed(), assignedTo('rt-1'), noFaultFound())
      .when(notOurs, lead)
      .isRejected('no-fault-to-repair', { folio });
    given(...found, repaired())
      .when(notOurs, lead)
      .isRejected('already-repaired', { folio });
  });

  it('is looked at again where the cause turns out to be another one', () => {
    given(...found)
      .when(notOurs, lead)
      .when(verifyCause(), lead)
      .state(({ facets }) => expect([facets.repair, facets.handedOff]).toEqual(['none', false]));
    given(...found)
      .when(notOurs, lead)
      .when(correctCause(), lead)
      .state(({ facets }) => expect([facets.repair, facets.handedOff]).toEqual(['none', false]))
      .leaves({ 'technical-lead': ['repair'] });
  });
});

describe('A cancellation that is denied', () => {
  it('is executed after all where the user contested the denial, and only answered where it was executed (O-06)', () => {
    const contested = given(filedAs('cancellation'), folioTold())
      .when(provideAnswer({ outcome: 'not-possible' }), cs)
      .when(escalate({ level: 1, trigger: 'user' }), people.user);
    contested
      .when(executeCancellation(), cs)
      .emitsOnly('CancellationExecuted')
      .state(({ facets }) => expect([facets.answerAgain, facets.final]).toEqual([false, 'sent']))
      .when(close(), cs)
      .emits(happened('Closed', { reason: 'executed' }));
    contested
      .when(executeCancellation(), cs)
      .when(escalate({ level: 2, trigger: 'user' }), people.user)
      .when(executeCancellation(), cs)
      .isRejected('final-word-sent');
  });

  it('closes as denied, not as answered (O-06, I-12)', () => {
    given(filedAs('cancellation'), folioTold())
      .when(provideAnswer({ outcome: 'not-possible' }), cs)
      .when(close(), cs)
      .emits(happened('Closed', { reason: 'denied' }));
    given(filedAs('inquiry'), folioTold())
      .when(provideAnswer({ outcome: 'not-possible' }), cs)
      .when(close(), cs)
      .emits(happened('Closed', { reason: 'answered' }));
  });
});
