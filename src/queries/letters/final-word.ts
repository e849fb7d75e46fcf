import { finalWords as finalWordsOfTracks } from '../../domain/complaint/rests-on.js';
import { moneyIn } from '../../domain/complaint/compensation/to-tell.js';
import { answerLetter } from '../../domain/texts/letters/answer.js';
import { cancellationNotice } from '../../domain/texts/letters/cancellation-notice.js';
import {
  finalNotice,
  type ToldRestoration,
  type ToldRuling,
} from '../../domain/texts/letters/final-notice.js';
import type { Letter, Opened } from '../../domain/texts/letters/setting.js';
import { asCorrected, eventAt, lastOf, type OpenedEvent } from '../opened-events.js';
import { about, sentBy, setting, type NoticeMatter, type Rendered } from './matter.js';

type Of<T extends OpenedEvent['type']> = Extract<OpenedEvent, { readonly type: T }>;

const restorationTold = ({ events }: NoticeMatter, told: Of<'UserNotified'>): ToldRestoration => {
  const { restoration, offer = 'compensation' } = told.data;
  const repair = asCorrected(
    lastOf(events, 'Repaired', told.revision),
    lastOf(events, 'RestorationCorrected', told.revision),
  );
  const restoredAt = repair?.data.restoredAt;
  switch (restoration) {
    case 'confirmed':
      return { kind: restoration, ...(restoredAt === undefined ? undefined : { restoredAt }) };
    case 'impossible':
      return { kind: restoration, reason: told.said('reason') ?? null, offer };
    case 'not-ours':
    case 'not-needed':
    case 'not-applicable':
      return { kind: restoration };
  }
};

/** The reasons of a ruling; none where none were given. */
const saidIn = (reasons: Opened | undefined) => (reasons === undefined ? {} : { reasons });

const rulingTold = ({ complaint, events }: NoticeMatter, { data }: Of<'UserNotified'>): ToldRuling => {
  const ruling = eventAt(events, data.ruling, 'Ruled') ?? eventAt(events, data.ruling, 'RulingCorrected');
  const says = { basis: ruling?.data.basis ?? '', ...saidIn(ruling?.said('reasons')) };
  const { outcome, nextInstance = complaint.filing.terms.nextInstance } = data;
  return outcome === 'dismissed' ? { ...says, outcome, nextInstance } : { ...says, outcome };
};

/** The words of the cause that is told, and of no other: those beside a cause that was corrected no longer hold. */
const explanationTold = ({ events }: NoticeMatter, { data }: Of<'UserNotified'>) => {
  const cause = eventAt(events, data.cause, 'CauseVerified') ?? eventAt(events, data.cause, 'CauseCorrected');
  const explanation = cause?.said('forUser');
  return explanation === undefined ? undefined : { explanation };
};

const notified = (matter: NoticeMatter, told: Of<'UserNotified'>): Letter => {
  const { complaint, events } = matter;
  const { causes, channel, recipient, representative, replaces } = told.data;
  const replaced = replaces === undefined ? undefined : eventAt(events, replaces, 'UserNotified');
  return finalNotice(setting(matter, recipient, representative), {
    ...about(matter),
    causes,
    ...explanationTold(matter, told),
    ruling: rulingTold(matter, told),
    restoration: restorationTold(matter, told),
    ...moneyIn(told.data),
    sending: sentBy(channel, matter),
    reopeningDays: complaint.filing.terms.reopeningDays,
    ...(replaced && { replaces: { sentAt: replaced.data.sentAt } }),
  });
};

const answered = (matter: NoticeMatter, { data, said }: Of<'AnswerProvided'>): Letter =>
  answerLetter(setting(matter), {
    ...about(matter),
    outcome: data.outcome,
    answer: said('answer') ?? null,
    nextInstance: matter.complaint.filing.terms.nextInstance,
    sending: sentBy(data.channel, matter),
  });

const cancelled = (
  matter: NoticeMatter,
  { type, data }: Of<'CancellationExecuted'> | Of<'CancellationCorrected'>,
): Letter =>
  cancellationNotice(setting(matter), {
    ...about(matter),
    effectiveAt: data.effectiveAt,
    ...(data.balance && { balance: data.balance }),
    replaces: type === 'CancellationCorrected',
    sending: sentBy(data.channel, matter),
  });

type FinalWord = Of<'UserNotified' | 'AnswerProvided' | 'CancellationExecuted' | 'CancellationCorrected'>;

const letterOf = (matter: NoticeMatter, event: FinalWord): Letter => {
  switch (event.type) {
    case 'UserNotified':
      return notified(matter, event);
    case 'AnswerProvided':
      return answered(matter, event);
    case 'CancellationExecuted':
    case 'CancellationCorrected':
      return cancelled(matter, event);
  }
};

/** What is said last of a request: the final word of each track, and a cancellation's once it was corrected. */
export const finalWords: readonly FinalWord['type'][] = [...finalWordsOfTracks, 'CancellationCorrected'];

/** The last of these that was said, as it was said then. */
const lastSaid =
  (types: readonly FinalWord['type'][]) =>
  (matter: NoticeMatter): Rendered | undefined => {
    const isOne = (event: OpenedEvent): event is FinalWord => types.some((type) => type === event.type);
    const said = matter.events.filter(isOne).at(-1);
    return said && { letter: letterOf(matter.asOf(said.revision), said), notice: said.revision };
  };

/** The final word given last, by whatever the track ends with: notice, answer or execution (I-12). */
export const finalWord = lastSaid(finalWords);

/** The answer given last. */
export const answerWord = lastSaid(['AnswerProvided']);

/** The cancellation that was executed, as it was told last. */
export const cancellationWord = lastSaid(['CancellationExecuted', 'CancellationCorrected']);
