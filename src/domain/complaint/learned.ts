import { laterOf } from '../kernel/instant.js';
import type { Recorded } from '../kernel/message.js';
import type { ComplaintEvents, ComplaintEventType } from './events.js';
import type { Learned } from './card.js';

type Fact<T extends ComplaintEventType> = {
  [K in T]: { readonly type: K; readonly data: ComplaintEvents[K] };
}[T];

const begins: { readonly [T in ComplaintEventType]?: Exclude<keyof Learned, 'heard'> } = {
  NotAccepted: 'ended',
  Withdrawn: 'ended',
  Lapsed: 'ended',
  MarkedDuplicate: 'ended',
  Closed: 'ended',
  InformationRequested: 'asked',
  RestorationConfirmationRequested: 'toConfirm',
  VisitFailed: 'visitFailed',
  VisitCorrected: 'visitFailed',
};

const words: { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => boolean } = {
  StatementReceived: () => true,
  ContactMade: ({ direction }) => direction === 'from-user',
};

/** True for what staff took down as the word of a party. */
const isTakenDown = (data: object): boolean => 'saidBy' in data && data.saidBy !== undefined;

/** What a party says themselves, or staff took down as theirs. */
const isWordOfTheUser = <T extends ComplaintEventType>({ type, data }: Fact<T>, role: string): boolean =>
  role === 'user' || words[type]?.(data) === true || isTakenDown(data);

/** What is known of when terms against the user begin, after one more event. */
export const learnedAfter = <T extends ComplaintEventType>(
  known: Learned,
  event: Fact<T>,
  { occurredAt, learnedAt = occurredAt, role }: Pick<Recorded, 'occurredAt' | 'learnedAt' | 'role'>,
): Learned => {
  const begun = begins[event.type];
  const heard = isWordOfTheUser(event, role);
  if (begun === undefined && !heard) return known;
  const at = laterOf(occurredAt, learnedAt);
  return { ...known, ...(begun && { [begun]: at }), ...(heard && { heard: at }) };
};
