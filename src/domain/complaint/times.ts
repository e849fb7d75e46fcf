import { reject, type Refused } from '../kernel/decision.js';
import { laterOf, type Instant } from '../kernel/instant.js';
import type { EventOf } from '../kernel/message.js';
import type { RefusalTable } from '../kernel/refusal.js';
import type { ComplaintContext } from './context.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintEventType } from './events.js';
import type { ComplaintState } from './state.js';

/** What can be wrong with when something happened, whatever it is. */
export const timeRefusals = {
  'before-receipt': {
    kind: 'rule',
    es: 'El hecho está fechado en {occurredAt}, antes de que se recibiera la solicitud ({receivedAt}).',
    en: 'The fact is dated {occurredAt}, before the request was received ({receivedAt}).',
  },
  'before-what-it-rests-on': {
    kind: 'rule',
    es: 'El hecho «{event}» está fechado en {occurredAt}, antes de aquello en que se apoya: «{restsOn}», del {restsOnAt}.',
    en: 'The fact "{event}" is dated {occurredAt}, before what it rests on: "{restsOn}", of {restsOnAt}.',
  },
} as const satisfies RefusalTable;

type TimeCode = keyof typeof timeRefusals;

type OwnTimes = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => Instant };

/**
 * When the fact itself was, for events that say so: an event has the time of its own fact, not of the command that
 * recorded it (design: Time). What is content, such as when the service was back, has no part here.
 */
const ownTimes: OwnTimes = {
  FolioAssigned: ({ assignedAt }) => assignedAt,
  FolioCommunicated: ({ communicatedAt }) => communicatedAt,
  AcknowledgementSent: ({ sentAt }) => sentAt,
  CertificateIssued: ({ issuedAt }) => issuedAt,
  ContactMade: ({ contactedAt }) => contactedAt,
  StatementReceived: ({ statedAt }) => statedAt,
  VisitNotified: ({ notifiedAt }) => notifiedAt,
  VisitCompleted: ({ endedAt }) => endedAt,
  VisitFailed: ({ failedAt }) => failedAt,
  RestorationConfirmationRequested: ({ requestedAt }) => requestedAt,
  RestorationConfirmed: ({ confirmedAt }) => confirmedAt,
  RestorationDisputed: ({ disputedAt }) => disputedAt,
  CompensationCredited: ({ creditedAt }) => creditedAt,
  UserNotified: ({ sentAt }) => sentAt,
  NotificationDelivered: ({ deliveredAt }) => deliveredAt,
  NotificationFailed: ({ failedAt }) => failedAt,
  AnswerProvided: ({ answeredAt }) => answeredAt,
};

const endings: readonly ComplaintEventType[] = [
  'NotAccepted',
  'Withdrawn',
  'Lapsed',
  'MarkedDuplicate',
  'Closed',
];
const finalWords: readonly ComplaintEventType[] = ['UserNotified', 'AnswerProvided', 'CancellationExecuted'];

/** What each fact rests on: it never lies before the last of these. Every fact rests on the receipt. */
const restsOn: { readonly [T in ComplaintEventType]?: readonly ComplaintEventType[] } = {
  ReroutedToArea: ['RoutedToArea'],
  InformationReceived: ['InformationRequested'],
  Resumed: ['PutOnHold'],
  CauseVerified: ['TechnicianAssigned', 'Reopened'],
  Repaired: ['CauseVerified', 'Reopened'],
  RepairReported: ['CauseVerified', 'Repaired', 'Reopened'],
  RestorationConfirmed: ['RestorationConfirmationRequested'],
  RestorationDisputed: ['RestorationConfirmationRequested'],
  Ruled: ['CauseVerified', 'RoutedToArea', 'Reopened'],
  ConciliationRecorded: ['RoutedToArea'],
  CompensationAssessed: ['CauseVerified'],
  CompensationGranted: ['CompensationAssessed'],
  CompensationCredited: ['CompensationGranted'],
  UserNotified: ['CauseVerified', 'Ruled', 'Reopened'],
  SatisfactionRated: finalWords,
  Closed: [...finalWords, 'Reopened'],
  Reopened: [...endings, ...finalWords, 'Ruled'],
};

const rested: ReadonlySet<ComplaintEventType> = new Set(Object.values(restsOn).flat());

type Happened = ComplaintState['happened'];

/** An event of a complaint, whatever is sealed beside it. */
type ComplaintFact = EventOf<ComplaintEvents>;

/** What is known of when things happened after one more event. */
export const happenedAfter = (happened: Happened, type: ComplaintEventType, at: Instant): Happened => {
  const known = happened[type];
  return rested.has(type) ? { ...happened, [type]: known === undefined ? at : laterOf(known, at) } : happened;
};

const ownTime = <T extends ComplaintEventType>(
  event: { [K in T]: { readonly type: K; readonly data: ComplaintEvents[K] } }[T],
): Instant | undefined => ownTimes[event.type]?.(event.data);

/** When an event's own fact was, by the decision or by itself. What an import brings has the times of its log. */
export const timeOf = (
  event: ComplaintFact,
  { occurredAt, imported }: Pick<ComplaintContext, 'occurredAt' | 'imported'>,
): Instant => event.occurredAt ?? (imported === true ? undefined : ownTime(event)) ?? occurredAt;

const tooEarly = (
  event: ComplaintEventType,
  occurredAt: Instant,
  [restsOn, restsOnAt]: readonly [string, Instant | undefined],
): Refused<TimeCode> | null =>
  restsOnAt !== undefined && occurredAt < restsOnAt
    ? reject('before-what-it-rests-on', { event, occurredAt, restsOn, restsOnAt })
    : null;

/** No act lies before the request was received, whatever the act is. */
export const beforeReceipt = (
  occurredAt: Instant,
  receivedAt: Instant | undefined,
): Refused<TimeCode> | null =>
  receivedAt !== undefined && occurredAt < receivedAt
    ? reject('before-receipt', { occurredAt, receivedAt })
    : null;

/**
 * Why an event that follows from a command cannot have been when it is said to have been. What a decision dates itself,
 * such as a correction of what is on record, is as old as what it corrects.
 */
export const untimely = (
  event: ComplaintEvent,
  state: ComplaintState,
  context: ComplaintContext,
): Refused<TimeCode> | null => {
  if (event.occurredAt !== undefined) return null;
  const at = timeOf(event, context);
  const receivedAt = event.type === 'Filed' ? event.data.receivedAt : state.filing?.receivedAt;
  const refusal = beforeReceipt(at, receivedAt);
  if (refusal !== null) return refusal;
  for (const basis of restsOn[event.type] ?? []) {
    const early = tooEarly(event.type, at, [basis, state.happened[basis]]);
    if (early !== null) return early;
  }
  return null;
};
