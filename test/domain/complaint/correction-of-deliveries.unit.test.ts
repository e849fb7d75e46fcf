import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../../src/domain/sla/clocks/facts.js';
import {
  answered,
  close,
  correctDelivery,
  days,
  filed,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  happened,
  on,
  people,
  recordConciliation,
  recordDelivery,
  recordDeliveryFailure,
  reopen,
  routedTo,
  type Story,
} from '../../../src/testing/index.js';

type Told = ReturnType<Story['when']>;

const cs = people.customerService;
const at = (day: number) => ({ occurredAt: days(day), now: days(day) });
/** The folio is told by notice 2, and notice 3 is the final word. */
const told = given(filedAs('inquiry'), folioTold(), answered());
const numbered = given(filedAs('inquiry'), folioTold());
const folioNotice = 2;
const finalWord = 3;
const arrived = (story: Pick<Story, 'when'>, notice: number, day: number): Told =>
  story
    .when(recordDelivery({ notice, deliveredAt: days(day) }), people.system, at(day))
    .emitsOnly('NotificationDelivered');
const bounced = (story: Pick<Story, 'when'>, notice: number, day: number): Told =>
  story
    .when(recordDeliveryFailure({ notice, failedAt: days(day) }), people.system, at(day))
    .emitsOnly('NotificationFailed');
/** What is to be told again, as the last event of an outcome says it. */
const again = ({ decision }: Told): unknown => {
  const [event] = decision.ok ? decision.events : [];
  return event?.type === 'NotificationFailed' ? event.data.again : 'not a notice that came back';
};

describe('A proof of delivery, recorded wrongly', () => {
  it('was of no letter: what the user was told by it comes back as any letter does (O-17)', () => {
    const never = arrived(numbered, folioNotice, 1).when(correctDelivery(), cs, at(2));
    never.emits(
      happened('DeliveryCorrected', {
        corrects: 3,
        reason: 'recorded-wrongly',
        from: folioNotice,
        delivered: false,
        notice: folioNotice,
        final: false,
      }),
    );
    expect(again(bounced(never, folioNotice, 3))).toEqual({ folio: true });
    bounced(never, folioNotice, 3).state(({ facets }) => expect(facets.folioTold).toBe(false));
    // The proof stands: it settles the same letter for good.
    expect(again(bounced(arrived(numbered, folioNotice, 1), folioNotice, 3))).toBeUndefined();
  });

  it('was of no final word: that is sent, may be proven again, and may fail (I-12)', () => {
    const never = arrived(told, finalWord, 1).when(correctDelivery({ delivery: 4 }), cs, at(2));
    never.state(({ facets, deliveries }) => expect([facets.final, deliveries]).toEqual(['sent', []]));
    arrived(never, finalWord, 3).state(({ facets }) => expect(facets.final).toBe('delivered'));
    bounced(never, finalWord, 3)
      .state(({ facets }) => expect(facets.final).toBe('failed'))
      .when(close(), cs, at(3))
      .isRejected('final-word-not-arrived', { folio, days: 1, needed: 3 });
  });

  it('was of a final word that had failed before: each attempt counts again, and what ended by it is open', () => {
    const twice = bounced(bounced(told, finalWord, 1), finalWord, 2);
    const closed = arrived(twice, finalWord, 3).when(close(), cs, at(3)).emitsOnly('Closed');
    closed
      .when(correctDelivery({ delivery: 6 }), cs, at(4))
      .emitsOnly('DeliveryCorrected', 'Reopened')
      .state(({ facets, unreached }) =>
        expect([facets.ending, facets.final, unreached]).toEqual(['open', 'failed', [days(1), days(2)]]),
      )
      .when(close(), cs, at(4))
      .isRejected('final-word-not-arrived', { folio, days: 2, needed: 3 });
    arrived(told, finalWord, 1)
      .when(close(), cs, at(1))
      .when(correctDelivery({ delivery: 4 }), cs, at(2))
      .emitsOnly('DeliveryCorrected');
  });

  it('was of another letter: that one is proven, and the first is not', () => {
    const other = arrived(told, folioNotice, 1).when(
      correctDelivery({ delivery: 4, delivered: true, notice: finalWord }),
      cs,
      at(2),
    );
    other
      .emits(
        happened('DeliveryCorrected', {
          corrects: 4,
          reason: 'recorded-wrongly',
          from: folioNotice,
          delivered: true,
          notice: finalWord,
          channel: 'phone',
          deliveredAt: days(1),
          final: true,
        }),
      )
      .state(({ facets, deliveries }) =>
        expect([facets.final, deliveries.map(({ notice }) => notice)]).toEqual(['delivered', [finalWord]]),
      );
    // The later letter, which says the folio too, arrived.
    expect(again(bounced(other, folioNotice, 3))).toBeUndefined();
    arrived(told, finalWord, 1)
      .when(correctDelivery({ delivery: 4, delivered: true, notice: folioNotice }), cs, at(2))
      .state(({ facets, unproven }) => expect([facets.final, unproven]).toEqual(['sent', {}]));
  });

  it('was at another date or by another channel: it stays proven', () => {
    arrived(told, finalWord, 2)
      .when(
        correctDelivery({ delivery: 4, delivered: true, deliveredAt: days(1), channel: 'post' }),
        cs,
        at(3),
      )
      .state(({ facets, deliveries }) =>
        expect([facets.final, deliveries]).toEqual([
          'delivered',
          [expect.objectContaining({ delivery: 4, revision: 5, deliveredAt: days(1), channel: 'post' })],
        ]),
      )
      .when(correctDelivery({ delivery: 4, delivered: true, deliveredAt: days(1) }), cs, at(3))
      .isRejected('no-new-fact', { folio })
      .when(correctDelivery({ delivery: 4 }), cs, at(3))
      .state(({ facets }) => expect(facets.final).toBe('sent'));
  });

  it('leaves a letter proven that another proof is of', () => {
    const once = arrived(arrived(numbered, folioNotice, 1), folioNotice, 2).when(
      correctDelivery(),
      cs,
      at(3),
    );
    expect(again(bounced(once, folioNotice, 4))).toBeUndefined();
    const neither = once.when(correctDelivery({ delivery: 4 }), cs, at(3));
    expect(again(bounced(neither, folioNotice, 4))).toEqual({ folio: true });
  });

  it('has an agreement told again, also after the work began anew', () => {
    const agreed = given(filedAs('inquiry'), folioTold(), routedTo('billing', 'conciliation'))
      .when(recordConciliation(), people.competentArea, at(1))
      .when(giveFurtherNotice({ sentAt: days(1) }), cs, at(1));
    const never = arrived(agreed, 5, 2).when(correctDelivery({ delivery: 6 }), cs, at(3));
    expect(again(bounced(never, 5, 4))).toEqual({ about: ['agreement'], folio: true });
    const anew = arrived(arrived(told, folioNotice, 1), finalWord, 1)
      .when(reopen({ reason: 'new-facts' }), people.user, at(2))
      .when(correctDelivery({ delivery: 4 }), cs, at(3));
    expect(again(bounced(anew, folioNotice, 4))).toBeUndefined();
    anew
      .when(correctDelivery({ delivery: 5 }), cs, at(3))
      .state(({ facets }) => expect(facets.final).toBe('none'));
  });

  it('stands in the place of the first reading for whatever counts by it', () => {
    const recorded = (delivered: boolean) => {
      const { events } = given(
        filedAs('inquiry'),
        on(days(1), {
          event: happened('NotificationDelivered', {
            notice: 7,
            final: false,
            channel: 'email',
            deliveredAt: days(1),
          }),
          by: cs,
        }),
        on(days(1), {
          event: happened('DeliveryCorrected', {
            corrects: 2,
            reason: 'recorded-wrongly',
            from: 7,
            delivered,
            notice: 8,
            final: true,
            ...(delivered && { deliveredAt: days(2) }),
          }),
          by: cs,
        }),
      );
      return factsOf(events).slice(2);
    };
    expect(recorded(false)).toEqual([]);
    expect(recorded(true)).toMatchObject([
      {
        type: 'NotificationDelivered',
        data: { notice: 8, final: true, channel: 'email' },
        occurredAt: days(2),
      },
    ]);
  });

  it('needs a delivery, an explanation, something new, and a notice that was sent before', () => {
    given(filed())
      .when(correctDelivery(), cs)
      .isRejected('no-such-delivery', { folio, delivery: 3, known: [] });
    const story = arrived(arrived(told, folioNotice, 1), finalWord, 1);
    const asked = (said: Parameters<typeof correctDelivery>[0]) =>
      story.when(correctDelivery({ delivery: 4, delivered: true, ...said }), cs, at(2));
    asked({ explanation: ' ' }).isRejected('explanation-missing');
    asked({}).isRejected('no-new-fact', { folio });
    asked({ notice: 9 }).isRejected('no-such-notice', { folio, notice: 9, known: [2, 3] });
    asked({ notice: finalWord }).isRejected('already-delivered', { folio, notice: finalWord });
    asked({ delivered: false, deliveredAt: days(1) }).isRejected('never-delivered', { folio });
    asked({ deliveredAt: days(999) }).isRejected('occurred-in-future');
    asked({ deliveredAt: days(-1) }).isRejected('before-receipt');
    asked({ deliveredAt: days(0) }).isRejected('before-what-it-rests-on');
    asked({ delivered: false })
      .when(correctDelivery({ delivery: 4 }), cs, at(2))
      .isRejected('no-such-delivery');
  });
});
