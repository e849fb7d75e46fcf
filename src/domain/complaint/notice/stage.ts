import { accept, reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { Recorded } from '../../kernel/message.js';
import { appealOpen } from '../before-the-end.js';
import type { CaseCard } from '../card.js';
import { carries, grantTold, moneyToTell } from '../compensation/to-tell.js';
import type { EndingEvents } from '../ending/messages.js';
import type { CardChanges } from '../evolver.js';
import { afterTheClock, firstOf } from '../guards.js';
import { onRecord } from '../on-record.js';
import { otherCurrency } from '../one-currency.js';
import { told } from '../disclosure/disclosed.js';
import { others } from '../asked-relations.js';
import { endings, finalWords, notices, theReopening } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { ComplaintState, FiledComplaint } from '../state.js';
import { failedInVain } from '../reach-attempts.js';
import { tracks } from '../tracks.js';
import type { Tellable } from '../vocabulary.js';
import type { MoneyTold } from '../compensation/messages.js';
import { toldByNotice, toldByTheFinalWord } from '../unproven.js';
import { nowTold } from '../untold.js';
import { notTheUsersWord } from '../users-word.js';
import { channelFor } from './channel-for.js';
import { onceExecuted } from './balance.js';
import { restorationToTell, toldTogether } from './final-notice.js';
import type { NoticeCommands, NoticeEvents } from './messages.js';
import { deliveredBefore, isFinal, onceDelivered, unknownNotice } from './deliveries.js';
import { cameBack, toldInVain, toTellAgain } from './came-back.js';
import { noticeRefusals } from './refusals.js';
import { recipientRefusals, writtenTo } from './recipient.js';

/** The final word is said once; said again, by another channel perhaps, only where it did not arrive. */
const alreadySaid = ({ facets: { final }, folio }: FiledComplaint) =>
  final === 'sent' || final === 'delivered' ? reject('final-word-sent', { folio }) : null;

/** The notice that this one takes the place of; none where it is only sent again because it did not arrive. */
const replaced = ({ facets: { final }, told }: FiledComplaint): number | undefined =>
  final === 'failed' ? undefined : told?.revision;

const tellsOfMoney = (data: MoneyTold): readonly Tellable[] => (carries(data) ? ['compensation'] : []);

/** Once it is said, nothing that was asked of the user is waited for (I-15). */
const word = (reason: EndingEvents['Closed']['reason'], says: readonly Tellable[] = []) => ({
  card: (_data: unknown, { facets, requests }: CaseCard): CardChanges => ({
    facets: { final: 'sent', openRequests: 0, ...nowTold(facets, ['next-instance']) },
    requests: { ...requests, open: [] },
  }),
  details: (_data: unknown, state: ComplaintState, { revision }: Recorded) => ({
    finalWord: { revision, reason },
    sent: [...state.sent, revision],
    ...toldByTheFinalWord(state, ['next-instance', ...says]),
  }),
});

export const notice = defineStage<NoticeEvents, NoticeCommands>()({
  events: {
    UserNotified: { reason: 'subscriber' },
    NotificationDelivered: { 'letter.subject': 'subscriber', 'letter.body': 'subscriber' },
    NotificationFailed: {},
    AnswerProvided: { answer: 'subscriber' },
    CancellationExecuted: {},
    FurtherNoticeGiven: {},
    SatisfactionRated: { comment: 'subscriber' },
  },
  disclosed: {
    UserNotified: { to: 'parties', words: { reason: 'user' } },
    NotificationDelivered: { to: 'parties', words: { 'letter.subject': 'user', 'letter.body': 'user' } },
    NotificationFailed: told,
    AnswerProvided: { to: 'parties', words: { answer: 'user' } },
    CancellationExecuted: told,
    FurtherNoticeGiven: told,
    SatisfactionRated: { to: 'parties', words: { comment: 'user' } },
  },
  restsOn: {
    UserNotified: ['CauseVerified', 'Ruled', 'Reopened'],
    NotificationDelivered: notices,
    NotificationFailed: notices,
    AnswerProvided: theReopening,
    CancellationExecuted: theReopening,
    FurtherNoticeGiven: [
      ...endings,
      'CompensationGranted',
      'ConciliationRecorded',
      'AgreementCarriedOut',
      'ResolutionCarriedOut',
      'ArcoAnswered',
      'PenaltyRuled',
      'ReopeningDeclined',
      'SlaWarned',
    ],
    SatisfactionRated: finalWords,
  },
  commands: {
    notifyUser: ['customer-service'],
    recordDelivery: ['system', 'customer-service'],
    recordDeliveryFailure: ['system', 'customer-service'],
    provideAnswer: ['customer-service'],
    executeCancellation: ['customer-service', 'billing', 'system'],
    giveFurtherNotice: ['customer-service', 'system'],
    rate: ['user', 'customer-service'],
  },
  relations: {
    notifyUser: others,
    recordDelivery: others,
    recordDeliveryFailure: others,
    provideAnswer: others,
    executeCancellation: others,
    giveFurtherNotice: others,
    rate: others,
  },
  decide: {
    /**
     * Customer service tells the user the causes, the ruling and the restoration as they were recorded (O-23..O-27,
     * I-11): after the technical lead's report, or after the ruling where no technician has a part.
     */
    notifyUser: ({ recipient, channel, sentAt, restorationImpossible }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      if (tracks[facets.track].final !== 'notice')
        return reject('not-on-this-track', { track: facets.track });
      const refusal = firstOf(alreadySaid(complaint), afterTheClock(sentAt, context));
      if (refusal !== null) return refusal;
      const told = toldTogether(complaint);
      if (!told.ok) return told;
      const appeal = appealOpen(complaint, context);
      if (appeal !== null) return appeal;
      const restoration = restorationToTell(complaint, restorationImpossible);
      if (typeof restoration !== 'string') return restoration;
      const written = writtenTo(recipient, complaint, context);
      if (!written.ok) return written;
      const { cause, ruling, outcome } = told;
      const data = {
        folio,
        causes: cause.causes,
        cause: cause.revision,
        outcome,
        ruling: ruling.revision,
        restoration,
        ...written.to,
        channel: channelFor(channel, complaint),
        sentAt,
        nextInstance: ruling.nextInstance,
        ...moneyToTell(complaint),
        offer: restorationImpossible?.offer,
        replaces: replaced(complaint),
      };
      return accept({
        type: 'UserNotified',
        data,
        personal: { [filing.subscriber]: { reason: restorationImpossible?.reason } },
      });
    },

    /** The final word is delivered once. Of another notice each proof is a fact, as its channel gives it. */
    recordDelivery: ({ letter, ...data }, complaint, context) =>
      firstOf(
        unknownNotice(data.notice, complaint),
        deliveredBefore(data.notice, complaint),
        afterTheClock(data.deliveredAt, context),
      ) ??
      accept({
        type: 'NotificationDelivered',
        data: { ...data, final: isFinal(data.notice, complaint) },
        personal: {
          [complaint.filing.subscriber]: { 'letter.subject': letter?.subject, 'letter.body': letter?.body },
        },
      }),

    /** Each failed attempt is a fact, also where the channel gives two of them the same time. */
    recordDeliveryFailure: (data, complaint, context) =>
      firstOf(
        unknownNotice(data.notice, complaint),
        deliveredBefore(data.notice, complaint),
        afterTheClock(data.failedAt, context),
      ) ??
      accept({
        type: 'NotificationFailed',
        data: {
          ...data,
          ...failedInVain(data.failedAt, isFinal(data.notice, complaint), complaint, context),
          again: toTellAgain(data.notice, complaint),
        },
      }),

    /** The answer of the tracks that have no ruling; or why a cancellation is not possible. */
    provideAnswer: ({ answer, channel, ...data }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      const { final } = tracks[facets.track];
      const isDenial = data.outcome === 'not-possible';
      if (final === 'notice' || (final === 'execution' && !isDenial && !facets.answerAgain))
        return reject('not-on-this-track', { track: facets.track });
      const refusal = firstOf(
        facets.answerAgain ? null : alreadySaid(complaint),
        afterTheClock(data.answeredAt, context),
      );
      if (refusal !== null) return refusal;
      if (isBlank(answer)) return reject('answer-missing', { folio });
      return accept({
        type: 'AnswerProvided',
        data: { ...data, channel: channelFor(channel, complaint) },
        personal: { [filing.subscriber]: { answer } },
      });
    },

    /** The cancellation's number is the folio. It may take effect at a date that was announced (Carta, 9). */
    executeCancellation: ({ channel, ...data }, complaint) => {
      const { facets, folio } = complaint;
      if (tracks[facets.track].final !== 'execution')
        return reject('not-on-this-track', { track: facets.track });
      return (
        firstOf(
          // A denial that the user contested may give way to the execution; what was executed is only answered.
          facets.answerAgain && complaint.execution === null ? null : alreadySaid(complaint),
          otherCurrency(complaint, data.balance),
        ) ??
        accept({
          type: 'CancellationExecuted',
          data: { ...data, folio, channel: channelFor(channel, complaint) },
        })
      );
    },

    /** Whatever came of it beside the final word, at once, also after the end. */
    giveFurtherNotice: ({ channel, sentAt }, complaint, context) => {
      const { facets, folio } = complaint;
      if (facets.untold.length === 0) return reject('nothing-to-tell', { folio });
      const money = facets.untold.includes('ending') || facets.untold.includes('compensation');
      return (
        afterTheClock(sentAt, context) ??
        accept({
          type: 'FurtherNoticeGiven',
          data: {
            about: facets.untold,
            channel: channelFor(channel, complaint),
            sentAt,
            ...(money && moneyToTell(complaint)),
          },
        })
      );
    },

    /** Said by the user themselves, or on the phone to staff, who name the party. */
    rate: ({ comment, ...data }, complaint, context) => {
      const { facets, filing, folio, rated } = complaint;
      if (facets.final === 'none') return reject('no-final-word', { folio });
      if (rated) return reject('already-rated', { folio });
      return (
        notTheUsersWord(data, complaint, context) ??
        accept({ type: 'SatisfactionRated', data, personal: { [filing.subscriber]: { comment } } })
      );
    },
  },
  evolve: {
    UserNotified: {
      card: (data, card) => {
        const { facets, ...changes } = word('notified').card(data, card);
        const told = carries(data) ? nowTold({ ...card.facets, ...facets }, ['compensation']) : {};
        return { ...changes, facets: { ...facets, ...told, toldRuling: data.outcome } };
      },
      details: (data, state, recorded) => ({
        ...word('notified', tellsOfMoney(data)).details(data, state, recorded),
        told: { revision: recorded.revision },
        ...grantTold(data, state),
      }),
    },
    /** A cancellation is answered where it is denied, or the user does not accept how it was executed. */
    AnswerProvided: {
      card: (data, card) => {
        const { facets, ...changes } = word('answered').card(data, card);
        return { ...changes, facets: { ...facets, answerAgain: false } };
      },
      details: (data, state, recorded) => {
        const { track } = state.facets;
        const denied = track !== null && tracks[track].final === 'execution';
        const said = denied ? 'denied' : 'answered';
        return word(state.execution === null ? said : 'executed').details(data, state, recorded);
      },
    },
    CancellationExecuted: {
      card: (data, card) => {
        const { facets, ...changes } = word('executed').card(data, card);
        return { ...changes, facets: { ...facets, answerAgain: false, ...onceExecuted(data, card) } };
      },
      details: (data, state, recorded) => ({
        ...word('executed').details(data, state, recorded),
        // Only the last execution can be corrected: what was said of money in the one before stands.
        currency: state.currency ?? state.execution?.balance?.currency ?? null,
        execution: { effectiveAt: data.effectiveAt, balance: data.balance, ...onRecord(recorded) },
      }),
    },
    NotificationDelivered: {
      card: ({ final }) => (final ? { facets: { final: 'delivered' } } : {}),
      details: onceDelivered,
      beforeWork: true,
    },
    NotificationFailed: {
      card: ({ final, unreachable = false, again }, { facets }) => ({
        facets: { ...(final && { final: 'failed', unreachable }), ...toldInVain(again, facets) },
      }),
      details: ({ notice, final, failedAt }, state) => ({
        ...(final && { unreached: [...state.unreached, failedAt] }),
        ...cameBack(notice, state),
      }),
      beforeWork: true,
    },
    FurtherNoticeGiven: {
      card: ({ about }, { facets }) => ({ facets: nowTold(facets, about) }),
      details: (data, state, { revision }) => ({
        sent: [...state.sent, revision],
        ...toldByNotice(revision, data.about, [...data.about, ...tellsOfMoney(data)], state),
        ...grantTold(data, state),
      }),
      beforeWork: true,
    },
    SatisfactionRated: { details: () => ({ rated: true }) },
  },
  refusals: { ...recipientRefusals, ...noticeRefusals },
});
