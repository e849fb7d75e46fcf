import { reject, type Refused } from '../kernel/decision.js';
import { laterOf, type Instant } from '../kernel/instant.js';
import type { EventOf, Recorded } from '../kernel/message.js';
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
  FurtherNoticeGiven: ({ sentAt }) => sentAt,
  ResolutionCarriedOut: ({ carriedOutAt }) => carriedOutAt,
};

const endings: readonly ComplaintEventType[] = [
  'NotAccepted',
  'Withdrawn',
  'Lapsed',
  'MarkedDuplicate',
  'Closed',
];
const finalWords: readonly ComplaintEventType[] = ['UserNotified', 'AnswerProvided', 'CancellationExecuted'];
/** What is sent to the user; a proof of delivery names one of them by its revision. */
const notices: readonly ComplaintEventType[] = [
  ...finalWords,
  'FolioCommunicated',
  'AcknowledgementSent',
  'CertificateIssued',
  'VisitNotified',
  'RestorationConfirmationRequested',
  'CancellationCorrected',
  'FurtherNoticeGiven',
];
const arrangements: readonly ComplaintEventType[] = ['VisitScheduled', 'VisitRescheduled'];

type Abouts = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => string };

const visitOf = ({ visit }: { readonly visit: number }): string => `visit ${visit}`;
const noticeOf = ({ notice }: { readonly notice: number }): string => `notice ${notice}`;
const proceedingOf = ({ reference }: { readonly reference: string }): string => `proceeding ${reference}`;
const roleOf = ({ role }: { readonly role: string }): string => role;
const representativeOf = ({ representative }: { readonly representative: string }): string =>
  `representative ${representative}`;
const holdOf = ({ hold }: { readonly hold: string }): string => `hold ${hold}`;

/**
 * Which of several a fact is about, where a request may have several at once: such a fact rests on those about the same
 * one, so that a visit may still be told of after another one was arranged.
 */
const abouts: Abouts = {
  RepresentativeAccredited: representativeOf,
  RepresentativeRevoked: representativeOf,
  CaseTaken: roleOf,
  CaseGivenBack: roleOf,
  VisitRequested: visitOf,
  VisitScheduled: visitOf,
  VisitNotified: visitOf,
  VisitRescheduled: visitOf,
  VisitCompleted: visitOf,
  VisitFailed: visitOf,
  VisitCancelled: visitOf,
  NotificationDelivered: noticeOf,
  NotificationFailed: noticeOf,
  AuthorityProceedingOpened: proceedingOf,
  AuthorityResolved: proceedingOf,
  ResolutionCarriedOut: proceedingOf,
  LegalHoldPlaced: holdOf,
  LegalHoldLifted: holdOf,
};

/** What each fact rests on: it never lies before the last of these. Every fact rests on the receipt. */
const restsOn: { readonly [T in ComplaintEventType]?: readonly ComplaintEventType[] } = {
  RepresentativeRevoked: ['RepresentativeAccredited'],
  ReroutedToArea: ['RoutedToArea'],
  CaseGivenBack: ['CaseTaken'],
  InformationReceived: ['InformationRequested'],
  Resumed: ['PutOnHold'],
  VisitScheduled: ['VisitRequested'],
  VisitNotified: arrangements,
  VisitRescheduled: arrangements,
  VisitCompleted: arrangements,
  VisitFailed: arrangements,
  VisitCancelled: ['VisitRequested', ...arrangements],
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
  NotificationDelivered: notices,
  NotificationFailed: notices,
  SatisfactionRated: finalWords,
  AuthorityResolved: ['AuthorityProceedingOpened'],
  ResolutionCarriedOut: ['AuthorityResolved'],
  FurtherNoticeGiven: [
    ...endings,
    'CompensationGranted',
    'ConciliationRecorded',
    'ResolutionCarriedOut',
    'PenaltyRuled',
  ],
  PenaltyDisputed: ['CancellationExecuted'],
  PenaltyRuled: ['PenaltyDisputed'],
  LegalHoldLifted: ['LegalHoldPlaced'],
  Closed: [...finalWords, 'Reopened'],
  Reopened: [...endings, ...finalWords, 'Ruled'],
};

const rested: ReadonlySet<ComplaintEventType> = new Set(Object.values(restsOn).flat());
const sent: ReadonlySet<ComplaintEventType> = new Set(notices);

type Happened = ComplaintState['happened'];

/** An event of a complaint, whatever is sealed beside it. */
type ComplaintFact = EventOf<ComplaintEvents>;

type Fact<T extends ComplaintEventType> = {
  readonly [K in T]: { readonly type: K; readonly data: ComplaintEvents[K] };
}[T];

const aboutOf = <T extends ComplaintEventType>(event: Fact<T>): string | undefined =>
  abouts[event.type]?.(event.data);

/** The name that a fact has in what is known of times: its type, and which one it is about. */
const nameOf = (type: ComplaintEventType, about: string | undefined): string =>
  about === undefined ? type : `${type} ${about}`;

const withLast = (happened: Happened, name: string, at: Instant): Happened => {
  const known = happened[name];
  return { ...happened, [name]: known === undefined ? at : laterOf(known, at) };
};

/** What is known of when things happened after one more event. */
export const happenedAfter = <T extends ComplaintEventType>(
  happened: Happened,
  event: Fact<T>,
  { occurredAt, revision }: Pick<Recorded, 'occurredAt' | 'revision'>,
): Happened => {
  const { type } = event;
  if (!rested.has(type)) return happened;
  const known = withLast(happened, nameOf(type, aboutOf(event)), occurredAt);
  return sent.has(type) ? withLast(known, nameOf(type, noticeOf({ notice: revision })), occurredAt) : known;
};

const ownTime = <T extends ComplaintEventType>(event: Fact<T>): Instant | undefined =>
  ownTimes[event.type]?.(event.data);

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
  const bases = restsOn[event.type];
  if (bases === undefined) return null;
  const about = aboutOf(event);
  const begun = event.type === 'VisitCompleted' ? event.data.startedAt : at;
  for (const basis of bases) {
    const early = tooEarly(event.type, begun, [basis, state.happened[nameOf(basis, about)]]);
    if (early !== null) return early;
  }
  return null;
};
