import { describe, expect, it } from '@jest/globals';
import {
  answered,
  assignedTo,
  cancellationExecuted,
  causeVerified,
  close,
  closed,
  communicateFolio,
  escalate,
  executeCancellation,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folio,
  folioTold,
  given,
  grantCompensation,
  happened,
  hours,
  noFaultFound,
  notifyUser,
  people,
  provideAnswer,
  rate,
  recordDelivery,
  recordDeliveryFailure,
  reopened,
  repaired,
  reported,
  requestInformation,
  restorationConfirmed,
  restorationDisputed,
  routedTo,
  rule,
  ruledDismissed,
  ruledUpheld,
  userNotified,
  verifyCause,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const ready = [
  filed(),
  assignedTo('rt-1'),
  causeVerified({ causes: ['cut-fibre', 'water'] }),
  repaired(),
  reported(),
  restorationConfirmed(),
  ruledUpheld(),
];
const told = [...ready, userNotified()];

describe('Customer service tells the user the causes, the ruling and the restoration (O-23..O-26, I-11)', () => {
  it('as they were recorded, by reference', () => {
    given(...ready)
      .when(notifyUser(), cs)
      .emits(
        happened('UserNotified', {
          folio,
          causes: ['cut-fibre', 'water'],
          cause: 3,
          outcome: 'upheld',
          ruling: 7,
          restoration: 'confirmed',
          recipient: 'subscriber',
          channel: 'phone',
          sentAt: hours(8),
        }),
      )
      .hasStatus('resolved')
      .state(({ facets, finalWord, sent }) => {
        expect(facets.final).toBe('sent');
        expect(finalWord).toEqual({ revision: 8, reason: 'notified' });
        expect(sent).toEqual([8]);
      });
  });

  it('where nothing was found: that no repair was needed, and where to go next (I-10)', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound(), reported('no-repair-needed'), ruledDismissed())
      .when(notifyUser(), cs)
      .emits(
        happened('UserNotified', {
          folio,
          causes: ['no-fault'],
          cause: 3,
          outcome: 'dismissed',
          ruling: 5,
          restoration: 'not-needed',
          recipient: 'subscriber',
          channel: 'phone',
          sentAt: hours(8),
          nextInstance: 'PROFECO',
        }),
      );
  });

  it('on an area’s track: restoration does not apply, and the ruling is the hand-off', () => {
    given(
      filedAs('clarification'),
      routedTo('billing'),
      causeVerified({}, people.competentArea),
      ruledUpheld(),
    )
      .when(notifyUser(), cs)
      .emits(
        happened('UserNotified', {
          folio,
          causes: ['cut-fibre'],
          cause: 3,
          outcome: 'upheld',
          ruling: 4,
          restoration: 'not-applicable',
          recipient: 'subscriber',
          channel: 'phone',
          sentAt: hours(8),
        }),
      );
  });

  it('customer service tells the user the compensation that was granted', () => {
    const amounts = {
      proportionalRefund: { amount: 10, currency: 'MXN' },
      bonus: { amount: 2, currency: 'MXN' },
    };
    const { decision } = given(...ready)
      .when(grantCompensation({ ...amounts, reason: 'goodwill' }), people.competentArea)
      .when(notifyUser(), cs);
    expect(decision.ok && decision.events[0].data).toMatchObject({ goodwill: amounts });
  });

  it('no other role does (O-23)', () => {
    for (const by of [people.technicalLead, people.competentArea, people.user, people.system])
      given(...ready)
        .when(notifyUser(), by)
        .isRejected('role-not-allowed');
  });
});

describe('The user is notified only once it is resolved (O-27, I-09, I-11)', () => {
  it('not before the cause is verified', () => {
    given(filed(), assignedTo('rt-1')).when(notifyUser(), cs).isRejected('cause-not-verified', { folio });
  });

  it('not before the technical lead has reported', () => {
    given(filed(), assignedTo('rt-1'), causeVerified(), repaired(), restorationConfirmed(), ruledUpheld())
      .when(notifyUser(), cs)
      .isRejected('not-reported', { folio });
  });

  it('not before the ruling', () => {
    given(...ready.slice(0, -1))
      .when(notifyUser(), cs)
      .isRejected('not-ruled', { folio });
    given(filedAs('complaint'), routedTo('billing'), causeVerified({}, people.competentArea))
      .when(notifyUser(), cs)
      .isRejected('not-ruled', { folio });
  });

  it('not before the repair, where a fault was found', () => {
    given(filed(), assignedTo('rt-1'), causeVerified(), reported(), ruledUpheld())
      .when(notifyUser(), cs)
      .isRejected('not-repaired', { folio });
  });

  it('not before the restoration is confirmed, nor while it is disputed', () => {
    given(
      filedTechnicalComplaint(),
      routedTo('network'),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      ruledUpheld(),
    )
      .when(notifyUser(), cs)
      .isRejected('restoration-not-confirmed', { folio });
    given(...ready, restorationDisputed())
      .when(notifyUser(), cs)
      .isRejected('restoration-not-confirmed');
  });

  it('not on a ruling about another cause than the last one verified', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound(), reported('no-repair-needed'), ruledDismissed())
      .when(escalate(), people.user)
      .when(verifyCause({ causes: ['user-equipment'], faultFound: false }), people.technicalLead)
      .when({ type: 'reportRepair', data: { outcome: 'no-repair-needed' } }, people.technicalLead)
      .when(notifyUser(), cs)
      .isRejected('ruling-on-older-cause', { folio })
      .when(rule({ outcome: 'dismissed' }), people.rulingOfficer)
      .when(notifyUser({ sentAt: hours(24 + 3 / 60) }), cs)
      .emitsOnly('UserNotified');
  });

  it('not as if it had been sent after the clock', () => {
    given(...ready)
      .when(notifyUser({ sentAt: hours(25) }), cs)
      .isRejected('occurred-in-future', { occurredAt: hours(25), now: hours(24) });
  });

  it('once', () => {
    given(...told)
      .when(notifyUser(), cs)
      .isRejected('final-word-sent', { folio });
  });
});

describe('A service that cannot be restored (I-09)', () => {
  const impossible = [
    filed(),
    assignedTo('rt-1'),
    causeVerified(),
    reported('repair-impossible'),
    ruledUpheld(),
  ];

  it.each(['compensation', 'cancellation'] as const)(
    'is told with the reason and an offer of %s',
    (offer) => {
      given(...impossible)
        .when(notifyUser({ restorationImpossible: { reason: 'Ya no hay red ahí.', offer } }), cs)
        .emits({
          ...happened('UserNotified', {
            folio,
            causes: ['cut-fibre'],
            cause: 3,
            outcome: 'upheld',
            ruling: 5,
            restoration: 'impossible',
            recipient: 'subscriber',
            channel: 'phone',
            sentAt: hours(8),
            offer,
          }),
          personal: { 'sub-1': { reason: 'Ya no hay red ahí.' } },
        });
    },
  );

  it('is not told without', () => {
    given(...impossible)
      .when(notifyUser(), cs)
      .isRejected('impossible-needs-offer', { folio });
    given(...impossible)
      .when(notifyUser({ restorationImpossible: { reason: ' ', offer: 'compensation' } }), cs)
      .isRejected('impossible-needs-offer', { folio });
  });

  it('is so by the technical lead’s report alone', () => {
    const restorationImpossible = { reason: 'No.', offer: 'cancellation' } as const;
    const area = [
      filedAs('complaint'),
      routedTo('billing'),
      causeVerified({}, people.competentArea),
      ruledUpheld(),
    ];
    const nothing = [
      filed(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      ruledDismissed(),
    ];
    for (const story of [ready, area, nothing])
      given(...story)
        .when(notifyUser({ restorationImpossible }), cs)
        .isRejected('restoration-not-impossible', { folio });
  });

  it('a service that turns out to have no fault at all is told as such', () => {
    given(...impossible)
      .when(escalate(), people.user)
      .when(verifyCause({ causes: ['none'], faultFound: false, attribution: 'none' }), people.technicalLead)
      .when({ type: 'reportRepair', data: { outcome: 'no-repair-needed' } }, people.technicalLead)
      .when(rule({ outcome: 'dismissed' }), people.rulingOfficer)
      .when(notifyUser({ sentAt: hours(24 + 3 / 60) }), cs)
      .emitsOnly('UserNotified');
  });
});

describe('The answer goes', () => {
  it('to the subscriber or to who reported it (O-36)', () => {
    const { decision } = given(filed({ reporter: 'rep-1' }), ...ready.slice(1)).when(
      notifyUser({ recipient: 'reporter' }),
      cs,
    );
    expect(decision.ok && decision.events[0].data).toMatchObject({ recipient: 'reporter' });
    given(...ready)
      .when(notifyUser({ recipient: 'reporter' }), cs)
      .isRejected('no-reporter', { folio });
  });

  const sentBy = (filing: Parameters<typeof filed>[0], channel?: 'post') =>
    given(filed(filing), ...ready.slice(1)).when(notifyUser({ channel }), cs).decision;

  it('by the channel it was filed by (I-21)', () => {
    expect(sentBy({ channel: 'email' })).toMatchObject({ events: [{ data: { channel: 'email' } }] });
  });

  it('unless the user chose another (I-21)', () => {
    expect(sentBy({ channel: 'email', preferredChannel: 'messaging' })).toMatchObject({
      events: [{ data: { channel: 'messaging' } }],
    });
  });

  it('an answer goes by another channel still where one is chosen for it', () => {
    expect(sentBy({ channel: 'email', preferredChannel: 'messaging' }, 'post')).toMatchObject({
      events: [{ data: { channel: 'post' } }],
    });
  });
});

describe('What has no ruling is answered (O-02, O-03, O-05, O-06)', () => {
  it.each(['inquiry', 'suggestion', 'procedure'] as const)('a %s', (kind) => {
    given(filedAs(kind))
      .when(provideAnswer({ outcome: 'acknowledged' }), cs)
      .emits({
        ...happened('AnswerProvided', { channel: 'phone', answeredAt: hours(8), outcome: 'acknowledged' }),
        personal: { 'sub-1': { answer: 'Su plan incluye 100 Mb/s.' } },
      })
      .hasStatus('resolved')
      .state(({ finalWord, sent }) =>
        expect([finalWord, sent]).toEqual([{ revision: 2, reason: 'answered' }, [2]]),
      );
  });

  it('by the channel the user chose (I-21)', () => {
    expect(
      given(filedAs('inquiry', { preferredChannel: 'web' })).when(provideAnswer(), cs).decision,
    ).toMatchObject({
      events: [{ data: { channel: 'web' } }],
    });
  });

  it('once, with words, and not after the clock', () => {
    given(filedAs('inquiry'), answered()).when(provideAnswer(), cs).isRejected('final-word-sent', { folio });
    given(filedAs('inquiry'))
      .when(provideAnswer({ answer: '  ' }), cs)
      .isRejected('answer-missing', { folio });
    given(filedAs('inquiry'))
      .when(provideAnswer({ answeredAt: hours(25) }), cs)
      .isRejected('occurred-in-future', { occurredAt: hours(25), now: hours(24) });
  });

  it('what has a ruling is not answered: it is notified', () => {
    for (const kind of ['fault', 'complaint', 'clarification'] as const)
      for (const outcome of ['answered', 'not-possible'] as const)
        given(filedAs(kind)).when(provideAnswer({ outcome }), cs).isRejected('not-on-this-track');
    for (const kind of ['inquiry', 'suggestion', 'procedure', 'cancellation'] as const)
      given(filedAs(kind)).when(notifyUser(), cs).isRejected('not-on-this-track', { track: kind });
  });

  it('an answered request waits for nothing that was asked of the user (I-15)', () => {
    given(filedAs('inquiry'))
      .when(requestInformation(), cs)
      .hasStatus('pending')
      .when(provideAnswer(), cs)
      .hasStatus('resolved')
      .state(({ facets, requests }) =>
        expect([facets.openRequests, requests]).toEqual([0, { made: 1, open: [] }]),
      );
  });
});

describe('A cancellation (O-06)', () => {
  it('is executed, and its number is the folio', () => {
    given(filedAs('cancellation'), folioTold())
      .when(
        executeCancellation({ effectiveAt: hours(48), balance: { amount: -1_200, currency: 'MXN' } }),
        people.billing,
      )
      .emits(
        happened('CancellationExecuted', {
          folio,
          effectiveAt: hours(48),
          channel: 'phone',
          balance: { amount: -1_200, currency: 'MXN' },
        }),
      )
      .hasStatus('resolved')
      .when(executeCancellation(), people.billing)
      .isRejected('final-word-sent', { folio })
      .when(close(), cs)
      .emits(happened('Closed', { reason: 'executed' }));
  });

  it('is confirmed by another channel where one is named', () => {
    expect(
      given(filedAs('cancellation')).when(executeCancellation({ channel: 'email' }), cs).decision,
    ).toMatchObject({ events: [{ data: { channel: 'email' } }] });
  });

  it('a cancellation is blocked, with the reason', () => {
    given(filedAs('cancellation'), folioTold())
      .when(provideAnswer({ outcome: 'not-possible', answer: 'El plazo forzoso no ha terminado.' }), cs)
      .emitsOnly('AnswerProvided')
      .hasStatus('resolved')
      .when(close(), cs)
      .emits(happened('Closed', { reason: 'denied' }));
    for (const outcome of ['answered', 'acknowledged', 'done'] as const)
      given(filedAs('cancellation'))
        .when(provideAnswer({ outcome }), cs)
        .isRejected('not-on-this-track', { track: 'cancellation' });
  });

  it('is no part of any other request', () => {
    for (const kind of ['fault', 'complaint', 'clarification', 'inquiry', 'suggestion', 'procedure'] as const)
      given(filedAs(kind))
        .when(executeCancellation(), cs)
        .isRejected('not-on-this-track', { track: kind === 'complaint' ? 'other-complaint' : kind });
  });
});

describe('Delivery is proven', () => {
  it('of the final word', () => {
    given(...told)
      .when(recordDelivery({ notice: 8 }), people.system)
      .emits(
        happened('NotificationDelivered', {
          notice: 8,
          final: true,
          channel: 'phone',
          deliveredAt: hours(9),
        }),
      )
      .state(({ facets }) => facets.final === 'delivered')
      .hasStatus('resolved')
      .when(recordDelivery({ notice: 8 }), people.system)
      .isRejected('already-delivered', { folio, notice: 8 })
      .when(recordDeliveryFailure({ notice: 8 }), people.system)
      .isRejected('already-delivered', { folio, notice: 8 })
      .when(notifyUser(), cs)
      .isRejected('final-word-sent');
  });

  it('of anything else that was sent, which ends nothing', () => {
    const folioMail = given(filed(), folioTold());
    folioMail
      .when(recordDelivery({ notice: 2 }), people.system)
      .emits(
        happened('NotificationDelivered', {
          notice: 2,
          final: false,
          channel: 'phone',
          deliveredAt: hours(9),
        }),
      )
      .hasStatus('acknowledged')
      .state(({ facets }) => facets.final === 'none');
    folioMail
      .when(recordDeliveryFailure({ notice: 2, reason: 'bounced' }), people.system)
      .emits(
        happened('NotificationFailed', {
          notice: 2,
          final: false,
          channel: 'phone',
          failedAt: hours(9),
          reason: 'bounced',
          again: { folio: true },
        }),
      )
      .hasStatus('acknowledged')
      .state(({ facets }) => facets.final === 'none');
  });

  it('of nothing that was not sent', () => {
    given(...told)
      .when(recordDelivery({ notice: 7 }), people.system)
      .isRejected('no-such-notice', { folio, notice: 7, known: [8] });
    given(...told)
      .when(recordDeliveryFailure({ notice: 7 }), people.system)
      .isRejected('no-such-notice', { folio, notice: 7, known: [8] });
  });

  it('not after the clock', () => {
    given(...told)
      .when(recordDelivery({ notice: 8, deliveredAt: hours(25) }), people.system)
      .isRejected('occurred-in-future');
    given(...told)
      .when(recordDeliveryFailure({ notice: 8, failedAt: hours(25) }), people.system)
      .isRejected('occurred-in-future');
  });

  it('after the end too (I-23)', () => {
    given(...told, closed())
      .when(recordDelivery({ notice: 8 }), people.system)
      .emitsOnly('NotificationDelivered')
      .hasStatus('closed');
  });

  it('of the final word of an earlier cycle no longer as final', () => {
    given(...told, closed(), reopened())
      .when(recordDelivery({ notice: 8 }), people.system)
      .emits(
        happened('NotificationDelivered', {
          notice: 8,
          final: false,
          channel: 'phone',
          deliveredAt: hours(9),
        }),
      );
  });
});

describe('A final word that does not arrive', () => {
  it('is sent again, by another channel, and can then be delivered', () => {
    given(...told)
      .when(recordDeliveryFailure({ notice: 8 }), people.system)
      .state(({ facets }) => facets.final === 'failed')
      .hasStatus('resolved')
      .leaves({ 'customer-service': ['tell-folio', 'send-again'] })
      .when(communicateFolio(), cs)
      .leaves({ 'customer-service': ['send-again'] })
      .when(close(), cs)
      .isRejected('final-word-not-arrived', { folio, days: 1, needed: 3 })
      .when(notifyUser({ channel: 'post' }), cs)
      .emitsOnly('UserNotified')
      .state(({ facets, finalWord }) => expect([facets.final, finalWord?.revision]).toEqual(['sent', 11]))
      .when(recordDelivery({ notice: 8 }), people.system)
      .state(({ facets }) => facets.final === 'sent')
      .when(recordDelivery({ notice: 11 }), people.system)
      .state(({ facets }) => facets.final === 'delivered');
  });

  it('is an answer or a cancellation as well', () => {
    given(filedAs('inquiry'), answered())
      .when(recordDeliveryFailure({ notice: 2 }), people.system)
      .when(provideAnswer(), cs)
      .emitsOnly('AnswerProvided');
    given(filedAs('cancellation'), cancellationExecuted())
      .when(recordDeliveryFailure({ notice: 2 }), people.system)
      .when(executeCancellation(), cs)
      .emitsOnly('CancellationExecuted');
  });
});

describe('The user rates the handling', () => {
  it('after the final word, once in a cycle', () => {
    given(...ready)
      .when(rate(), people.user)
      .isRejected('no-final-word', { folio });
    given(...told, closed())
      .when(rate({ rating: 2, comment: 'Tardaron.' }), people.user)
      .emits({
        ...happened('SatisfactionRated', { rating: 2 }),
        personal: { 'sub-1': { comment: 'Tardaron.' } },
      })
      .hasStatus('closed')
      .when(rate(), people.user)
      .isRejected('already-rated', { folio });
  });

  it('again after a reopening', () => {
    given(...told, closed())
      .when(rate(), people.user)
      .when({ type: 'reopen', data: { reason: 'fault-persists' } }, people.user)
      .state(({ rated }) => expect(rated).toBe(false))
      .when(rate(), people.user)
      .isRejected('no-final-word');
  });
});
