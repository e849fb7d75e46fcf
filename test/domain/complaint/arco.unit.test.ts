import { describe, expect, it } from '@jest/globals';
import {
  answerArco,
  answered,
  close,
  closed,
  days,
  filed,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  happened,
  markDuplicate,
  people,
  recordDeliveryFailure,
  refuse,
  requestArco,
  withdraw,
  type Step,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const legal = people.legal;
const at = (day: number) => ({ occurredAt: days(day) });
const saying = (day: number, said: Parameters<typeof answerArco>[0] = {}) =>
  [answerArco({ answeredAt: days(day), ...said }), legal, at(day)] as const;
const asking: readonly Step[] = [filedAs('inquiry'), folioTold(), answered()];
const asked = given(...asking).when(requestArco({ right: 'rectification' }), people.user, at(1));

describe('What the user asks of their rights over their data (C-25)', () => {
  it('is the work of legal until it is answered, in words for the user that are sealed', () => {
    asked
      .leaves({ legal: ['answer-arco'] })
      .state(({ arco }) => {
        expect(arco).toEqual({ made: 1, open: [1] });
      })
      .when(...saying(2, { answer: 'Su domicilio quedó corregido.' }))
      .emits({
        ...happened('ArcoAnswered', { request: 1, outcome: 'granted', answeredAt: days(2) }),
        personal: { 'sub-1': { answer: 'Su domicilio quedó corregido.' } },
      })
      .leaves({ legal: [], 'customer-service': ['tell-user'] });
  });

  it('is answered, and the answer is told, before the request ends by any word but the user’s own', () => {
    asked
      .when(close(), cs, at(1))
      .isRejected('arco-not-answered', { folio })
      .when(markDuplicate(), cs, at(1))
      .isRejected('arco-not-answered', { folio })
      .when(...saying(2))
      .when(close(), cs, at(2))
      .isRejected('user-not-told', { folio })
      .when(giveFurtherNotice({ sentAt: days(2) }), cs, at(2))
      .emits(happened('FurtherNoticeGiven', { about: ['arco'], channel: 'phone', sentAt: days(2) }))
      .when(close(), cs, at(2))
      .emitsOnly('Closed');
    given(filed(), folioTold())
      .when(requestArco(), people.user)
      .when(refuse(), cs)
      .isRejected('arco-not-answered', { folio })
      .when(...saying(1))
      .when(refuse(), cs, at(1))
      .isRejected('user-not-told', { folio });
  });

  it('stays the work of legal where the user withdraws, and where it is asked after the end', () => {
    given(filed(), folioTold())
      .when(requestArco(), people.user)
      .when(withdraw(), people.user)
      .leaves({ legal: ['answer-arco'], 'customer-service': ['tell-user'] })
      .when(...saying(1))
      .emitsOnly('ArcoAnswered');
    given(...asking, closed('answered'))
      .when(requestArco(), people.user)
      .leaves({ legal: ['answer-arco'] });
  });

  it('is refused with the reason, or sent back with what is lacking, never without a word', () => {
    for (const outcome of ['refused', 'asked-for-more'] as const)
      asked
        .when(...saying(2, { outcome }))
        .isRejected('arco-reasons-missing', { folio })
        .when(...saying(2, { outcome, answer: '  ' }))
        .isRejected('arco-reasons-missing', { folio })
        .when(...saying(2, { outcome, answer: 'Falta su identificación.' }))
        .emitsOnly('ArcoAnswered')
        .leaves({ legal: [] });
  });

  it('that was sent back is asked anew, and is another request with its own answer', () => {
    asked
      .when(...saying(2, { outcome: 'asked-for-more', answer: 'Falta su identificación.' }))
      .when(requestArco({ right: 'rectification' }), people.user, at(3))
      .emits(happened('ArcoRequested', { right: 'rectification', request: 2 }))
      .leaves({ legal: ['answer-arco'] })
      .when(...saying(4))
      .isRejected('no-arco-to-answer', { folio, open: [2] })
      .when(...saying(4, { request: 2 }))
      .emitsOnly('ArcoAnswered')
      .leaves({ legal: [] });
  });

  it('of several each is answered by itself, once, by who attends to them', () => {
    const both = asked.when(requestArco({ right: 'access' }), people.user, at(1));
    both.when(...saying(2)).isRejected('no-arco-to-answer', { folio, open: [1, 2] });
    both
      .when(...saying(2, { request: 2 }))
      .leaves({ legal: ['answer-arco'] })
      .when(...saying(3, { request: 2 }))
      .isRejected('no-arco-to-answer', { folio, open: [1] })
      .when(answerArco({ request: 1, answeredAt: days(3) }), people.privacyOfficer, at(3))
      .emitsOnly('ArcoAnswered');
    asked.when(answerArco({ answeredAt: days(2) }), cs, at(2)).isRejected('role-not-allowed');
  });

  it('is told again where the notice of the answer comes back', () => {
    asked
      .when(...saying(2))
      .when(giveFurtherNotice({ sentAt: days(2) }), cs, at(2))
      .leaves({ 'customer-service': ['close'] })
      .when(recordDeliveryFailure({ notice: 6, failedAt: days(3) }), people.system, at(3))
      .leaves({ 'customer-service': ['tell-user'] });
  });

  it('is known by its place among them where an older event does not tell its number', () => {
    given(...asking, { event: happened('ArcoRequested', { right: 'access' }), by: people.user })
      .when(...saying(2))
      .emits(happened('ArcoAnswered', { request: 1, outcome: 'granted', answeredAt: days(2) }))
      .leaves({ legal: [] });
  });
});
