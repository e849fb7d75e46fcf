import type { Recorded } from '../../kernel/message.js';
import type { EndingEvents } from '../ending/events.js';
import type { Evolvers } from '../evolver.js';
import type { ComplaintState } from '../state.js';
import type { NoticeEvents } from './events.js';

/** Once it is said, nothing that was asked of the user is waited for (I-15). */
const finalWord = (reason: EndingEvents['Closed']['reason']) => ({
  facets: () => ({ final: 'sent', openRequests: 0 }) as const,
  details: (_data: unknown, { sent, requests }: ComplaintState, { revision }: Recorded) => ({
    finalWord: { revision, reason },
    requests: { ...requests, open: [] },
    sent: [...sent, revision],
  }),
});

export const noticeEvolvers: Evolvers<NoticeEvents> = {
  UserNotified: finalWord('notified'),
  AnswerProvided: finalWord('answered'),
  CancellationExecuted: finalWord('executed'),
  NotificationDelivered: { facets: ({ final }) => (final ? { final: 'delivered' } : {}), beforeWork: true },
  NotificationFailed: { facets: ({ final }) => (final ? { final: 'failed' } : {}), beforeWork: true },
  SatisfactionRated: { details: () => ({ rated: true }) },
};
