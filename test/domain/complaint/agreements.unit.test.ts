import { describe, expect, it } from '@jest/globals';
import {
  answered,
  asCompetentArea,
  carryOutAgreement,
  carryOutResolution,
  close,
  days,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  happened,
  lapse,
  people,
  recordConciliation,
  refuse,
  reopen,
  requestInformation,
  resolveAuthorityProceeding,
  routedTo,
  withdraw,
  type Step,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const area = people.competentArea;
const at = (day: number) => ({ occurredAt: days(day) });
const further = (day: number) => [giveFurtherNotice({ sentAt: days(day) }), cs, at(day)] as const;
const carriedOut = (day: number, conciliation?: number) =>
  [carryOutAgreement({ carriedOutAt: days(day), conciliation }), area, at(day)] as const;
const inTheArea: readonly Step[] = [filedAs('inquiry'), folioTold(), routedTo('billing', 'conciliation')];
const agreed = given(...inTheArea).when(recordConciliation({ dueAt: days(5) }), area, at(1));

describe('What was agreed with the user in a conciliation (O-32)', () => {
  it('is the work of the area where it lies until it is carried out, with its date', () => {
    agreed
      .leaves({ 'competent-area': ['carry-out-agreement'] })
      .state((card) => {
        expect(card.agreements.open).toEqual([{ conciliation: 1, dueAt: days(5) }]);
        expect(card.facets.toCarryOut).toBe(1);
      })
      .when(...carriedOut(2))
      .emits({
        ...happened('AgreementCarriedOut', { conciliation: 1, carriedOutAt: days(2) }),
        personal: { 'sub-1': { done: 'Se condonó el recargo en la factura de marzo.' } },
      })
      .leaves({ 'competent-area': [] });
  });

  it('is told, carried out and told again before the request is closed (I-16)', () => {
    given(...inTheArea, answered())
      .when(recordConciliation(), area, at(1))
      .when(close(), cs, at(1))
      .isRejected('user-not-told', { folio })
      .when(...further(1))
      .when(close(), cs, at(1))
      .isRejected('agreement-not-carried-out', { folio })
      .when(...carriedOut(2))
      .leaves({ 'customer-service': ['tell-user'] })
      .when(close(), cs, at(2))
      .isRejected('user-not-told', { folio })
      .when(...further(3))
      .emits(happened('FurtherNoticeGiven', { about: ['agreement'], channel: 'phone', sentAt: days(3) }))
      .when(close(), cs, at(3))
      .emitsOnly('Closed');
  });

  it('shuts every ending of the provider until it is carried out, and until that is told', () => {
    const asked = given(...inTheArea)
      .when(requestInformation(), cs, at(1))
      .when(recordConciliation(), area, at(1));
    const done = asked.when(...carriedOut(2));
    for (const [code, story] of [
      ['agreement-not-carried-out', asked],
      ['user-not-told', done],
    ] as const) {
      story.when(lapse(), people.system, at(30)).isRejected(code);
      story.when(refuse(), cs, at(30)).isRejected(code);
    }
    done
      .when(...further(3))
      .when(refuse(), cs, at(30))
      .emitsOnly('NotAccepted');
  });

  it('is waived by the user alone who withdraws, and stands again once the request is reopened', () => {
    agreed
      .when(withdraw(), people.user, at(2))
      .isRejected('agreement-not-carried-out', { folio })
      .when(withdraw({ waives: ['agreement'] }), people.user, at(2))
      .emitsOnly('Withdrawn')
      .leaves({ 'competent-area': [] })
      .when(reopen({ reason: 'closed-by-mistake' }), cs, at(3))
      .leaves({ 'competent-area': ['carry-out-agreement'] });
  });

  it('is carried out by its own area or customer service, and each agreement once', () => {
    const two = agreed.when(recordConciliation(), area, at(2));
    two
      .when(carryOutAgreement({ carriedOutAt: days(3) }), asCompetentArea('ar-9', { area: 'quality' }), at(3))
      .isRejected('not-in-charge');
    two
      .when(carryOutAgreement({ carriedOutAt: days(3) }), cs, at(3))
      .isRejected('no-agreement-to-carry-out', { folio });
    two
      .when(...carriedOut(3, 2))
      .state(({ agreements }) => expect(agreements.open.map(({ conciliation }) => conciliation)).toEqual([1]))
      .when(...carriedOut(4, 2))
      .isRejected('no-agreement-to-carry-out', { folio })
      .when(...carriedOut(4, 1))
      .emitsOnly('AgreementCarriedOut')
      .when(...carriedOut(5, 1))
      .isRejected('no-agreement-to-carry-out', { folio });
  });

  it('is nothing to carry out where the conciliation ended without an agreement', () => {
    for (const outcome of ['not-agreed', 'user-absent'] as const)
      given(...inTheArea)
        .when(recordConciliation({ outcome, dueAt: days(5) }), area, at(1))
        .emitsOnly('ConciliationRecorded')
        .state(({ facets, agreements }) => {
          expect(facets.toCarryOut).toBe(0);
          expect(agreements).toEqual({ made: 0, open: [] });
        });
  });

  it('stands beside what an authority resolved: both are carried out, each by itself (I-17)', () => {
    const both = agreed
      .when(
        { type: 'openAuthorityProceeding', data: { authority: 'PROFECO', reference: 'PFC-1' } },
        people.legal,
        at(2),
      )
      .when(resolveAuthorityProceeding({ outcome: 'for-user', dueAt: days(9) }), people.legal, at(3))
      .leaves({ legal: ['carry-out-resolution'], 'competent-area': ['carry-out-agreement'] });
    both
      .when(...carriedOut(4, 1))
      .state(({ facets }) => expect(facets.toCarryOut).toBe(1))
      .when(withdraw(), people.user, at(4))
      .isRejected('resolution-not-carried-out');
    both
      .when(carryOutResolution({ carriedOutAt: days(4) }), people.legal, at(4))
      .state(({ facets }) => expect(facets.toCarryOut).toBe(1))
      .when(withdraw(), people.user, at(4))
      .isRejected('agreement-not-carried-out');
  });
});
