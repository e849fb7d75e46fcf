import type { Recorded } from '../../kernel/message.js';
import type { EndingEvents } from '../ending/events.js';
import type { Evolvers } from '../evolver.js';
import type { ComplaintState } from '../state.js';
import type { NoticeEvents } from './events.js';

const finalWord = (reason: EndingEvents['Closed']['reason']) => ({
  facets: () => ({ final: 'sent' }) as const,
  details: (_data: unknown, { sent }: ComplaintState, { revision }: Recorded) => ({
    finalWord: { revision, reason },
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
