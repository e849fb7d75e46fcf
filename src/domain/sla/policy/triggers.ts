import type { ComplaintEvents, ComplaintEventType } from '../../complaint/events.js';
import type { Provenance, TermSource } from '../calendar.js';
import type { Clock, EventMatch, FieldValue, TermChoice, Trigger } from './policy.js';

/** The fields of an event that a trigger of ours may name; one that is misspelt does not compile. */
type FieldOf<T extends ComplaintEventType> = keyof ComplaintEvents[T] & string;

type Where<T extends ComplaintEventType> = { readonly [F in FieldOf<T>]?: readonly FieldValue[] };

const given = <T extends ComplaintEventType>(
  where: Where<T>,
): Readonly<Record<string, readonly FieldValue[]>> =>
  Object.fromEntries(
    Object.entries<readonly FieldValue[] | undefined>(where).flatMap(([field, values]) =>
      values === undefined ? [] : [[field, values]],
    ),
  );

/** An event of a type, and of those alone whose fields have one of these values. */
export const event = <T extends ComplaintEventType>(type: T, where?: Where<T>): EventMatch => ({
  event: type,
  ...(where !== undefined && { where: given(where) }),
});

/** A trigger at the instant of a field, or at that of the event. */
export const on = <T extends ComplaintEventType>(
  type: T,
  at?: FieldOf<T>,
  where?: Where<T>,
  more: Pick<Trigger, 'after' | 'again'> = {},
): Trigger => ({ ...event(type, where), ...(at !== undefined && { at }), ...more });

/** When the request reached the provider: what terms count from. */
export const receipt: Trigger = on('Filed', 'receivedAt');

/** A case that comes through an authority: filed so, or its proceeding was opened. */
export const authorityCase: readonly Trigger[] = [
  on('Filed', 'receivedAt', { channel: ['authority'] }),
  on('AuthorityProceedingOpened'),
];

/** The user has the final word. */
export const finalWords: readonly Trigger[] = [
  on('UserNotified', 'sentAt'),
  on('AnswerProvided', 'answeredAt'),
  on('CancellationExecuted'),
];

/** Whatever ends a complaint. */
export const endings: readonly Trigger[] = [
  on('Closed'),
  on('Withdrawn'),
  on('Lapsed'),
  on('MarkedDuplicate'),
  on('NotAccepted'),
];

type Basis = Provenance['basis'];

/** When the sources of the shipped numbers were last looked at. */
export const lookedAt = '2026-11-26';

export const from = (basis: Basis, source: string): TermSource => ({ basis, source, lookedAt });

/** A number of ours, and why it is as it is. */
export const byDesign = (why: string): TermSource => from('design', why);

export const hours = (count: number): TermChoice['term'] => ({ kind: 'minutes', minutes: count * 60 });
export const businessDays = (days: number): TermChoice['term'] => ({ kind: 'business-days', days });

/** What most clocks of work have in common: the provider's, from the receipt, ended with the complaint, begun anew. */
export const usual = {
  owedBy: 'provider',
  starts: [receipt],
  cancels: endings,
  pausedAs: 'never',
  warnings: [80],
  onReclassification: 'retroactive',
  onPolicyChange: 'retroactive',
  onReopening: 'restart',
} as const satisfies Partial<Clock>;
