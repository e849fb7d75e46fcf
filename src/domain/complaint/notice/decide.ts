import { isBlank } from '../../kernel/is-blank.js';
import { accept, reject } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import { afterTheClock, firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { Channel } from '../vocabulary.js';
import type { NoticeCommands } from './commands.js';
import { restorationToTell, toldTogether } from './final-notice.js';

/** The user is answered where they chose to be, else by the channel they filed by (I-21). */
const channelFor = (named: Channel | undefined, { filing }: FiledComplaint): Channel =>
  named ?? filing.preferredChannel ?? filing.channel;

/** The final word is said once; said again, by another channel perhaps, only where it did not arrive. */
const alreadySaid = ({ facets: { final }, folio }: FiledComplaint): Refusal =>
  final === 'sent' || final === 'delivered' ? reject('final-word-sent', { folio }) : null;

const unknownNotice = (notice: number, { sent, folio }: FiledComplaint): Refusal =>
  sent.includes(notice) ? null : reject('no-such-notice', { folio, notice });

const isFinal = (notice: number, { finalWord }: FiledComplaint): boolean => finalWord?.revision === notice;

const deliveredBefore = (notice: number, complaint: FiledComplaint): Refusal =>
  isFinal(notice, complaint) && complaint.facets.final === 'delivered'
    ? reject('already-delivered', { folio: complaint.folio, notice })
    : null;

export const noticeDeciders: Deciders<NoticeCommands> = {
  /**
   * Customer service tells the user the causes, the ruling and the restoration as they were recorded (O-23..O-27,
   * I-11): after the technical lead's report, or after the ruling where no technician has a part.
   */
  notifyUser: ({ recipient, channel, sentAt, restorationImpossible }, complaint, context) => {
    const { facets, filing, folio, granted } = complaint;
    if (tracks[facets.track].final !== 'notice') return reject('not-on-this-track', { track: facets.track });
    const refusal = firstOf(alreadySaid(complaint), afterTheClock(sentAt, context));
    if (refusal !== null) return refusal;
    const told = toldTogether(complaint);
    if (!told.ok) return told;
    const restoration = restorationToTell(complaint, restorationImpossible);
    if (typeof restoration !== 'string') return restoration;
    if (recipient === 'reporter' && filing.reporter === undefined) return reject('no-reporter', { folio });
    const { cause, ruling, outcome } = told;
    const data = {
      folio,
      causes: cause.causes,
      cause: cause.revision,
      outcome,
      ruling: ruling.revision,
      restoration,
      recipient,
      channel: channelFor(channel, complaint),
      sentAt,
      nextInstance: ruling.nextInstance,
      compensation: granted ?? undefined,
      offer: restorationImpossible?.offer,
    };
    return accept({
      type: 'UserNotified',
      data,
      personal: { [filing.subscriber]: { reason: restorationImpossible?.reason } },
    });
  },

  /** The final word is delivered once. Of another notice each proof is a fact, as its channel gives it. */
  recordDelivery: (data, complaint, context) =>
    firstOf(
      unknownNotice(data.notice, complaint),
      deliveredBefore(data.notice, complaint),
      afterTheClock(data.deliveredAt, context),
    ) ?? accept({ type: 'NotificationDelivered', data: { ...data, final: isFinal(data.notice, complaint) } }),

  /** Each failed attempt is a fact, also where the channel gives two of them the same time. */
  recordDeliveryFailure: (data, complaint, context) =>
    firstOf(
      unknownNotice(data.notice, complaint),
      deliveredBefore(data.notice, complaint),
      afterTheClock(data.failedAt, context),
    ) ?? accept({ type: 'NotificationFailed', data: { ...data, final: isFinal(data.notice, complaint) } }),

  /** The answer of the tracks that have no ruling; or why a cancellation is not possible. */
  provideAnswer: ({ answer, channel, ...data }, complaint, context) => {
    const { facets, filing, folio } = complaint;
    const { final } = tracks[facets.track];
    if (final === 'notice' || (final === 'execution' && data.outcome !== 'not-possible'))
      return reject('not-on-this-track', { track: facets.track });
    const refusal = firstOf(alreadySaid(complaint), afterTheClock(data.answeredAt, context));
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
      alreadySaid(complaint) ??
      accept({
        type: 'CancellationExecuted',
        data: { ...data, folio, channel: channelFor(channel, complaint) },
      })
    );
  },

  rate: ({ rating, comment }, { facets, filing, folio, rated }) => {
    if (facets.final === 'none') return reject('no-final-word', { folio });
    if (rated) return reject('already-rated', { folio });
    return accept({
      type: 'SatisfactionRated',
      data: { rating },
      personal: { [filing.subscriber]: { comment } },
    });
  },
};
