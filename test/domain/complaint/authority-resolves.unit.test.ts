import { describe, expect, it } from '@jest/globals';
import {
  answered,
  assignedTo,
  asTechnicalLead,
  attachEvidence,
  carryOutResolution,
  causeVerified,
  close,
  closed,
  correctRuling,
  days,
  filed,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  happened,
  hours,
  markDuplicate,
  notifyUser,
  on,
  people,
  recordConciliation,
  refuse,
  repaired,
  reported,
  resolveAuthorityProceeding,
  restorationConfirmed,
  routedTo,
  rule,
  ruledDismissed,
  type Step,
  userNotified,
  verifyCause,
  withdraw,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const area = people.competentArea;
const proceeding: Step = {
  event: happened('AuthorityProceedingOpened', { authority: 'PROFECO', reference: 'PFC-1' }),
  by: people.legal,
};
const forTheUser = resolveAuthorityProceeding({ outcome: 'for-user' });
const dismissedAndClosed: readonly Step[] = [
  filed(),
  folioTold(),
  assignedTo('rt-1'),
  routedTo('network'),
  causeVerified(),
  repaired(),
  reported(),
  restorationConfirmed(),
  ruledDismissed(),
  userNotified({ outcome: 'dismissed' }),
  on(days(2), closed()),
  proceeding,
];
const on60 = (count = 0) => ({ occurredAt: days(60 + count) });

describe('What an authority resolves for the user, or what was agreed before it (I-17)', () => {
  it('reopens an ended request without a window, and all that stands of the work stays', () => {
    for (const outcome of ['for-user', 'agreement'] as const)
      given(...dismissedAndClosed)
        .when(resolveAuthorityProceeding({ outcome }), people.authority, on60())
        .emitsOnly('AuthorityResolved', 'Reopened')
        .hasStatus(outcome === 'for-user' ? 'inProgress' : 'resolved')
        .state(({ facets, cause }) => {
          expect([facets.ending, facets.cycle, facets.repair, facets.restoration]).toEqual([
            'open',
            2,
            'done',
            'confirmed',
          ]);
          expect(cause).not.toBeNull();
        });
  });

  it('opens nothing where it resolves for the provider', () => {
    for (const outcome of ['for-provider', 'withdrawn', 'no-jurisdiction'] as const)
      given(...dismissedAndClosed)
        .when(resolveAuthorityProceeding({ outcome }), people.authority, on60())
        .emitsOnly('AuthorityResolved')
        .hasStatus('closed');
  });

  it('is ruled by, carried out, told with the new outcome, and only then closed', () => {
    given(...dismissedAndClosed)
      .when(forTheUser, people.authority, on60())
      .leaves({ legal: ['carry-out-resolution'], 'competent-area': ['rule'] })
      .when(close(), cs, on60(1))
      .isRejected('no-final-word')
      .when(rule({ outcome: 'dismissed' }), area, on60(1))
      .isRejected('authority-ruled-for-the-user', { folio })
      .when(rule({ outcome: 'upheld' }), area, on60(1))
      .when(notifyUser({ sentAt: days(61) }), cs, on60(1))
      .emits({
        ...happened('UserNotified', {
          folio,
          causes: ['cut-fibre'],
          cause: 5,
          outcome: 'upheld',
          ruling: 15,
          restoration: 'confirmed',
          recipient: 'subscriber',
          channel: 'phone',
          sentAt: days(61),
          replaces: 10,
        }),
        personal: { 'sub-1': {} },
      })
      .when(close(), cs, on60(2))
      .isRejected('resolution-not-carried-out', { folio })
      .when(withdraw(), people.user, on60(2))
      .isRejected('resolution-not-carried-out')
      .when(carryOutResolution({ carriedOutAt: days(62) }), people.legal, on60(2))
      .emits({
        ...happened('ResolutionCarriedOut', {
          authority: 'PROFECO',
          reference: 'PFC-1',
          carriedOutAt: days(62),
        }),
        personal: { 'sub-1': { done: 'Se devolvió el cargo en la factura de marzo.' } },
      })
      .leaves({ legal: [], 'customer-service': ['tell-user'] })
      .when(close(), cs, on60(3))
      .isRejected('user-not-told', { folio })
      .when(giveFurtherNotice({ sentAt: days(63) }), cs, on60(3))
      .emits(happened('FurtherNoticeGiven', { about: ['resolution'], channel: 'phone', sentAt: days(63) }))
      .when(close(), cs, on60(4))
      .emitsOnly('Closed');
  });

  it('leaves no dead end: evidence, another cause, a ruling and a conciliation are taken again', () => {
    const reopened = given(...dismissedAndClosed).when(forTheUser, people.authority, on60());
    reopened.when(attachEvidence(), people.user, on60(1)).emitsOnly('EvidenceAttached');
    reopened
      .when(verifyCause({ causes: ['node-failure'] }), asTechnicalLead('rt-1'), on60(1))
      .emitsOnly('CauseVerified');
    reopened.when(recordConciliation(), area, on60(1)).emitsOnly('ConciliationRecorded');
  });

  it('binds every later ruling, corrections of one too', () => {
    given(...dismissedAndClosed)
      .when(forTheUser, people.authority, on60())
      .when(rule({ outcome: 'upheld' }), area, on60(1))
      .when(correctRuling({ outcome: 'dismissed' }), area, on60(2))
      .isRejected('authority-ruled-for-the-user', { folio });
  });

  it('is carried out and told where no ruling is part of the way, the answer being given', () => {
    given(filedAs('inquiry'), folioTold(), answered(), proceeding)
      .when(forTheUser, people.authority)
      .when(close(), cs)
      .isRejected('resolution-not-carried-out')
      .when(carryOutResolution({ carriedOutAt: hours(30) }), cs, { occurredAt: hours(30) })
      .when(giveFurtherNotice({ sentAt: hours(31) }), cs, { occurredAt: hours(31) })
      .when(close(), cs, { occurredAt: hours(32) })
      .emitsOnly('Closed');
  });

  it('is carried out once, and only what was resolved so', () => {
    const carryOut = carryOutResolution({ carriedOutAt: hours(30) });
    const at30 = { occurredAt: hours(30) };
    given(filed())
      .when(carryOut, people.legal, at30)
      .isRejected('no-such-proceeding', { reference: 'PFC-1' });
    given(filed(), proceeding)
      .when(carryOut, people.legal, at30)
      .isRejected('nothing-to-carry-out', { reference: 'PFC-1' })
      .when(forTheUser, people.authority)
      .when(carryOut, people.legal, at30)
      .when(carryOut, people.legal, at30)
      .isRejected('nothing-to-carry-out');
  });

  it('is told before the provider ends the request without a final word, and is not refused as out of scope', () => {
    const carriedOut = given(filed(), folioTold(), proceeding)
      .when(forTheUser, people.authority, on60())
      .when(carryOutResolution({ carriedOutAt: days(61) }), people.legal, on60(1));
    carriedOut.when(markDuplicate(), cs, on60(1)).isRejected('user-not-told', { folio });
    carriedOut.when(refuse(), cs, on60(1)).isRejected('authority-ruled-for-the-user', { folio });
    const told = carriedOut.when(giveFurtherNotice({ sentAt: days(61) }), cs, on60(1));
    told.when(refuse(), cs, on60(1)).isRejected('authority-ruled-for-the-user', { folio });
    told.when(markDuplicate(), cs, on60(1)).emitsOnly('MarkedDuplicate');
  });
});
