import { describe, expect, it } from '@jest/globals';
import {
  assignedTo,
  days,
  filed,
  filedAs,
  folioTold,
  giveFurtherNotice,
  given,
  grantCompensation,
  happened,
  hours,
  notifyVisit,
  people,
  provideAnswer,
  recordConciliation,
  recordDelivery,
  recordDeliveryFailure,
  reopen,
  routedTo,
  scheduleVisit,
  type Story,
  withdraw,
} from '../../../src/testing/index.js';

type Told = ReturnType<Story['when']>;

const cs = people.customerService;
const mxn = (amount: number) => ({ amount, currency: 'MXN' });
const on = (day: number) => ({ occurredAt: days(day), now: days(day) });

const further = (told: Told, day: number): Told =>
  told.when(giveFurtherNotice({ sentAt: days(day) }), cs, on(day)).emitsOnly('FurtherNoticeGiven');
const withdrawn = (told: Pick<Story, 'when'>, day: number): Told =>
  told.when(withdraw(), people.user, on(day)).emitsOnly('Withdrawn');
const reopened = (told: Told, day: number): Told =>
  told.when(reopen({ reason: 'new-facts' }), people.user, on(day)).emitsOnly('Reopened');
const delivered = (told: Told, notice: number, day: number): Told =>
  told
    .when(recordDelivery({ notice, deliveredAt: days(day) }), people.system, on(day))
    .emitsOnly('NotificationDelivered');
const bounced = (told: Told, notice: number, day: number): Told =>
  told
    .when(recordDeliveryFailure({ notice, failedAt: days(day) }), people.system, on(day))
    .emitsOnly('NotificationFailed');

/** What is to be told again, as the last event of an outcome says it. */
const again = ({ decision }: Told): unknown => {
  const [event] = decision.ok ? decision.events : [];
  return event?.type === 'NotificationFailed' ? event.data.again : 'not a notice that came back';
};

/** Filed and told its folio, whose notice has revision 2. */
const open = given(filed(), folioTold());
const inquiry = given(filedAs('inquiry'), folioTold());

describe('A notice that comes back late asks to tell again', () => {
  it('no end that a later notice told', () => {
    const told = further(withdrawn(reopened(further(withdrawn(open, 1), 2), 3), 4), 5);
    expect(again(bounced(delivered(told, 7, 6), 4, 7))).toBeUndefined();
    const unproven = bounced(told, 4, 7);
    expect(again(unproven)).toBeUndefined();
    expect(again(bounced(unproven, 7, 8))).toEqual({ folio: true, about: ['ending'] });
  });

  it('no end that is over, though the request has ended in another way since', () => {
    const closed = reopened(further(withdrawn(inquiry, 1), 2), 3)
      .when(provideAnswer({ answeredAt: days(4) }), cs, on(4))
      .when({ type: 'close', data: {} }, cs, on(5))
      .emitsOnly('Closed');
    const late = bounced(closed, 4, 6);
    expect(again(late)).toBeUndefined();
    late.leaves({ 'customer-service': [] });
  });

  it('no grant that the final word or a later notice told', () => {
    const granted = inquiry.when(grantCompensation({ reason: 'goodwill' }), people.billing, on(1));
    const ended = further(withdrawn(further(granted, 2), 3), 4);
    expect(again(bounced(ended, 4, 5))).toBeUndefined();
    expect(again(bounced(ended, 6, 5))).toEqual({ about: ['ending', 'compensation'], folio: true });
  });

  it('a grant of before the work began anew, with its amounts', () => {
    const granted = inquiry.when(grantCompensation({ reason: 'goodwill' }), people.billing, on(1));
    const told = further(withdrawn(granted, 2), 3);
    const late = bounced(reopened(told, 4), 5, 5);
    expect(again(late)).toEqual({ about: ['compensation'], folio: true });
    const goodwill = { proportionalRefund: mxn(3_990), bonus: mxn(798) };
    late.when(giveFurtherNotice({ sentAt: days(6) }), cs, on(6)).emits(
      happened('FurtherNoticeGiven', {
        about: ['compensation'],
        channel: 'phone',
        sentAt: days(6),
        goodwill,
      }),
    );
    const both = late.when(
      grantCompensation({ reason: 'goodwill', reference: 'abono-2' }),
      people.billing,
      on(6),
    );
    both.when(giveFurtherNotice({ sentAt: days(7) }), cs, on(7)).emits(
      happened('FurtherNoticeGiven', {
        about: ['compensation'],
        channel: 'phone',
        sentAt: days(7),
        goodwill: { proportionalRefund: mxn(7_980), bonus: mxn(1_596) },
      }),
    );
  });

  it('a grant of before, though a later one was told since', () => {
    const granted = inquiry.when(grantCompensation({ reason: 'goodwill' }), people.billing, on(1));
    const anew = reopened(further(withdrawn(granted, 2), 3), 4);
    const both = further(
      anew.when(grantCompensation({ reason: 'goodwill', reference: 'abono-2' }), people.billing, on(5)),
      6,
    );
    expect(again(bounced(both, 5, 7))).toEqual({ about: ['compensation'] });
  });

  it('each agreement, as no later notice tells it', () => {
    const routed = given(filed(), folioTold(), assignedTo('rt-1'), routedTo('network'));
    const agreed = (told: Pick<Story, 'when'>, day: number): Told =>
      told.when(recordConciliation(), people.competentArea, on(day)).emitsOnly('ConciliationRecorded');
    const both = further(agreed(further(agreed(routed, 1), 2), 3), 4);
    expect(again(bounced(both, 6, 5))).toEqual({ about: ['agreement'] });
  });
});

describe('The folio of a notice that comes back', () => {
  it('is known where a later letter said it (O-17)', () => {
    const ended = further(withdrawn(open, 1), 2);
    const late = bounced(ended, 2, 3);
    expect(again(late)).toBeUndefined();
    late.state(({ facets }) => expect(facets.folioTold).toBe(true));
    const answered = inquiry.when(provideAnswer({ answeredAt: days(1) }), cs, on(1));
    expect(again(bounced(answered, 2, 2))).toBeUndefined();
  });

  it('is to be told again where that letter came back as well', () => {
    const both = bounced(bounced(further(withdrawn(open, 1), 2), 2, 3), 4, 4);
    expect(again(both)).toEqual({ folio: true, about: ['ending'] });
    both
      .state(({ facets }) => expect(facets.folioTold).toBe(false))
      .leaves({ 'customer-service': ['tell-user'] });
  });
});

describe('A visit whose notice comes back', () => {
  const expected = open
    .when(scheduleVisit({ window: { from: hours(200), to: hours(204) } }), cs, on(1))
    .when(notifyVisit({ notifiedAt: days(2) }), cs, on(2))
    .emitsOnly('VisitNotified');
  const isExpected = (told: Told) =>
    told.state(({ facets, visits }) => {
      expect(facets.visits).toEqual({ 1: 'notified' });
      expect(visits[1]).toMatchObject({ stage: 'notified', notifiedAt: days(2) });
    });

  it('stays told where the notice is proven delivered (I-14)', () => {
    const late = bounced(delivered(expected, 4, 3), 4, 4);
    expect(again(late)).toBeUndefined();
    isExpected(late).leaves({ 'customer-service': ['assign-technician'] });
  });

  it('is to be notified again where no other notice told of it', () => {
    const untold = bounced(expected, 4, 3);
    expect(again(untold)).toEqual({ visit: 1 });
    untold.leaves({ 'customer-service': ['assign-technician', 'notify-visit'] });
    const twice = expected.when(notifyVisit({ notifiedAt: days(2.5) }), cs, on(2.5));
    const once = bounced(twice, 5, 3);
    expect(again(once)).toBeUndefined();
    expect(again(bounced(isExpected(once), 4, 4))).toEqual({ visit: 1 });
  });
});
