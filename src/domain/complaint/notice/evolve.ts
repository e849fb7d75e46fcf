import type { Recorded } from '../../kernel/message.js';
import type { EndingEvents } from '../ending/events.js';
import type { CaseCard } from '../card.js';
import type { CardChanges, Evolvers } from '../evolver.js';
import type { ComplaintState } from '../state.js';
import type { NoticeEvents } from './events.js';

/** Once it is said, nothing that was asked of the user is waited for (I-15). */
const finalWord = (reason: EndingEvents['Closed']['reason']) => ({
  card: (_data: unknown, { requests }: CaseCard): CardChanges => ({
    facets: { final: 'sent', openRequests: 0 },
    requests: { ...requests, open: [] },
  }),
  details: (_data: unknown, { sent }: ComplaintState, { revision }: Recorded) => ({
    finalWord: { revision, reason },
    sent: [...sent, revision],
  }),
});

export const noticeEvolvers: Evolvers<NoticeEvents> = {
  UserNotified: finalWord('notified'),
  AnswerProvided: finalWord('answered'),
  CancellationExecuted: finalWord('executed'),
  NotificationDelivered: {
    card: ({ final }) => (final ? { facets: { final: 'delivered' } } : {}),
    beforeWork: true,
  },
  NotificationFailed: {
    card: ({ final }) => (final ? { facets: { final: 'failed' } } : {}),
    beforeWork: true,
  },
  SatisfactionRated: { details: () => ({ rated: true }) },
};
