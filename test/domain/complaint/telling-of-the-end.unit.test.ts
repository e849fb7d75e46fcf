import { describe, expect, it } from '@jest/globals';
import {
  answered,
  assignedTo,
  causeVerified,
  close,
  communicateFolio,
  correctCompensation,
  days,
  filed,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  grantCompensation,
  happened,
  hours,
  lapse,
  markDuplicate,
  notifyUser,
  people,
  provideAnswer,
  recordConciliation,
  recordDelivery,
  recordDeliveryFailure,
  refuse,
  reopen,
  requestInformation,
  routedTo,
  ruledUpheld,
  type Step,
  userNotified,
  usualTerms,
  withdraw,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const further = (day: number) =>
  [giveFurtherNotice({ sentAt: days(day) }), cs, { occurredAt: days(day) }] as const;
const mxn = (amount: number) => ({ amount, currency: 'MXN' });

describe('The user is told by whatever ending', () => {
  const open = given(filed(), folioTold()).when(requestInformation(), cs);
  const late = { occurredAt: days(13) };

  it.each([
    ['withdrawn', () => open.when(withdraw(), people.user, late)],
    ['lapsed', () => open.when(lapse(), people.system, late)],
    ['a duplicate', () => open.when(markDuplicate(), cs, late)],
    ['not accepted', () => open.when(refuse(), cs, late)],
  ] as const)('a request that ended as %s stays with customer service until they are', (_name, ended) => {
    ended()
      .leaves({ 'customer-service': ['tell-user'] })
      .when(...further(14))
      .emits(happened('FurtherNoticeGiven', { about: ['ending'], channel: 'phone', sentAt: days(14) }))
      .leaves({ 'customer-service': [] })
      .when(...further(15))
      .isRejected('nothing-to-tell', { folio });
  });

  it('the user has their folio told to them after the ending as well (O-17)', () => {
    given(filed()).when(refuse(), cs, late).when(communicateFolio(), cs, late).emitsOnly('FolioCommunicated');
  });

  it('with what was granted to them before it', () => {
    given(filedAs('clarification'), routedTo('billing'))
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .when(withdraw(), people.user)
      .when(...further(14))
      .emits(
        happened('FurtherNoticeGiven', {
          about: ['compensation', 'ending'],
          channel: 'phone',
          sentAt: days(14),
          undueCharge: { charge: mxn(3_990), bonus: mxn(798) },
        }),
      );
  });

  it('the user is not told of an ending that was taken back before they were', () => {
    open
      .when(withdraw(), people.user, late)
      .when(reopen(), people.user, late)
      .state(({ facets }) => expect(facets.untold).toEqual([]));
  });
});

describe('What comes after the final word is told before closing', () => {
  const ruled: readonly Step[] = [
    filedAs('clarification'),
    folioTold(),
    routedTo('billing'),
    causeVerified({ attribution: 'none' }, people.competentArea),
    ruledUpheld(),
  ];

  it('a grant', () => {
    given(...ruled, userNotified({ restoration: 'not-applicable' }))
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .when(close(), cs)
      .isRejected('user-not-told', { folio })
      .when(...further(2))
      .emits(
        happened('FurtherNoticeGiven', {
          about: ['compensation'],
          channel: 'phone',
          sentAt: days(2),
          undueCharge: { charge: mxn(3_990), bonus: mxn(798) },
        }),
      )
      .when(close(), cs, { occurredAt: days(3) })
      .emitsOnly('Closed');
  });

  it('a grant that the final notice tells, with the date by which it is credited, is not told again', () => {
    given(...ruled)
      .when(grantCompensation({ reason: 'undue-charge', billingCutoff: days(9) }), people.billing)
      .state(({ facets }) => expect(facets.untold).toEqual(['compensation']))
      .when(notifyUser({ sentAt: days(1) }), cs, { occurredAt: days(1) })
      .emits(
        happened('UserNotified', {
          folio,
          causes: ['cut-fibre'],
          cause: 4,
          outcome: 'upheld',
          ruling: 5,
          restoration: 'not-applicable',
          recipient: 'subscriber',
          channel: 'phone',
          sentAt: days(1),
          undueCharge: { charge: mxn(3_990), bonus: mxn(798), billingCutoff: days(9) },
        }),
      )
      .state(({ facets }) => expect(facets.untold).toEqual([]));
  });

  it('a grant that was corrected on a way whose final word is an answer', () => {
    given(filedAs('inquiry'), folioTold())
      .when(grantCompensation({ reason: 'goodwill' }), people.billing)
      .when(...further(1))
      .when(correctCompensation({ of: 'goodwill' }), people.billing, { occurredAt: days(2) })
      .when(...further(3))
      .emits(
        happened('FurtherNoticeGiven', {
          about: ['compensation'],
          channel: 'phone',
          sentAt: days(3),
          goodwill: { proportionalRefund: mxn(4_990), bonus: mxn(998) },
        }),
      );
  });

  it('a grant on a way whose final word is an answer', () => {
    given(filedAs('inquiry'), folioTold())
      .when(grantCompensation({ reason: 'goodwill' }), people.billing)
      .when(provideAnswer({ answeredAt: days(2) }), cs, { occurredAt: days(2) })
      .when(close(), cs, { occurredAt: days(2) })
      .isRejected('user-not-told')
      .when(...further(3))
      .when(close(), cs, { occurredAt: days(3) })
      .emitsOnly('Closed');
  });

  it('what was agreed in a conciliation (O-32)', () => {
    const conciliation = given(...ruled, userNotified({ restoration: 'not-applicable' })).when(
      grantCompensation({ reason: 'undue-charge' }),
      people.billing,
    );
    conciliation
      .when(recordConciliation({ agreement: 'Se condona el recargo.' }), people.competentArea)
      .when(...further(2))
      .state(({ facets }) => expect(facets.untold).toEqual([]));
    given(filed(), assignedTo('rt-1'), routedTo('network'))
      .when(recordConciliation(), people.competentArea)
      .state(({ facets }) => expect(facets.untold).toEqual(['agreement']));
    given(filed(), assignedTo('rt-1'), routedTo('network'))
      .when(recordConciliation({ outcome: 'not-agreed' }), people.competentArea)
      .state(({ facets }) => expect(facets.untold).toEqual([]));
  });
});

describe('A user who cannot be reached for the final word', () => {
  const failed = (day: number, notice = 3) =>
    [
      recordDeliveryFailure({ notice, failedAt: days(day) }),
      people.system,
      { occurredAt: days(day) },
    ] as const;
  const said = given(filedAs('inquiry'), folioTold(), answered());

  it('is tried on as many days as the recorded terms say, and then it closes as not reached', () => {
    said
      .when(...failed(2))
      .when(...failed(2.1))
      .when(...failed(3))
      .when(close(), cs, { occurredAt: days(4) })
      .isRejected('final-word-not-arrived', { folio, days: 2, needed: 3 })
      .when(...failed(4))
      .when(close(), cs, { occurredAt: days(5) })
      .emits(happened('Closed', { reason: 'not-reached' }))
      .hasStatus('closed')
      .leaves({ 'customer-service': ['tell-user'] })
      .when(reopen({ reason: 'not-satisfied' }), people.user, { occurredAt: days(20) })
      .emitsOnly('Reopened');
  });

  it('a user who cannot be reached is given up sooner or later, by the recorded terms', () => {
    given(filedAs('inquiry', { terms: usualTerms({ reachAttempts: 1 }) }), answered())
      .when(...failed(2, 2))
      .when(close(), cs, { occurredAt: days(3) })
      .emits(happened('Closed', { reason: 'not-reached' }));
  });

  it('counts no failure before a word that did arrive', () => {
    said
      .when(...failed(2))
      .when(...failed(3))
      .when(recordDelivery({ notice: 3, deliveredAt: days(3.5) }), people.system, { occurredAt: days(3.5) })
      .state(({ unreached }) => expect(unreached).toEqual([]))
      .when(close(), cs, { occurredAt: days(4) })
      .emits(happened('Closed', { reason: 'answered' }));
  });

  it('is left nothing that is owed', () => {
    given(
      filedAs('clarification'),
      routedTo('billing'),
      causeVerified({ attribution: 'none' }, people.competentArea),
      ruledUpheld(),
      userNotified({ restoration: 'not-applicable', sentAt: hours(8) }),
    )
      .when(...failed(2, 5))
      .when(...failed(3, 5))
      .when(...failed(4, 5))
      .when(close(), cs, { occurredAt: days(5) })
      .isRejected('undue-charge-not-refunded');
  });
});
