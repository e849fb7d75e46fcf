import { reject, type Refused } from '../kernel/decision.js';
import { laterOf, type Instant } from '../kernel/instant.js';
import type { EventOf, Recorded } from '../kernel/message.js';
import type { RefusalTable } from '../kernel/refusal.js';
import type { FileOfAuthority } from './authority/messages.js';
import { proceedingKey } from './authority/proceedings.js';
import type { ComplaintContext } from './context.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintEventType } from './events.js';
import { ofRestoredService, rested, restsOn, restsOnlyWhere } from './rested.js';
import { notices } from './rests-on.js';
import type { ComplaintState } from './state.js';

/** What can be wrong with when something happened, whatever it is. */
export const timeRefusals = {
  'before-receipt': {
    kind: 'rule',
    es: 'El hecho está fechado el {occurredAt}, antes de que se recibiera la solicitud ({receivedAt}).',
    en: 'The fact is dated {occurredAt}, before the request was received ({receivedAt}).',
  },
  'before-what-it-rests-on': {
    kind: 'rule',
    es: 'El hecho «{event}» está fechado el {occurredAt}, antes de aquello en que se apoya: «{restsOn}», del {restsOnAt}.',
    en: 'The fact "{event}" is dated {occurredAt}, before what it rests on: "{restsOn}", of {restsOnAt}.',
  },
} as const satisfies RefusalTable;

type TimeCode = keyof typeof timeRefusals;

type OwnTimes = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => Instant | undefined };

/**
 * When the fact itself was, for events that say so: an event has the time of its own fact, not of the command that
 * recorded it (design: Time). What is content, such as when the service was back, has no part here. A correction is as old
 * as what it corrects; the time it gives is what that fact is held to.
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
  VisitCorrected: ({ startedAt, endedAt }) => startedAt ?? endedAt,
  RestorationConfirmationRequested: ({ requestedAt }) => requestedAt,
  RestorationConfirmed: ({ confirmedAt }) => confirmedAt,
  RestorationDisputed: ({ disputedAt }) => disputedAt,
  CompensationCredited: ({ creditedAt }) => creditedAt,
  CreditCorrected: ({ creditedAt }) => creditedAt,
  UserNotified: ({ sentAt }) => sentAt,
  NotificationDelivered: ({ deliveredAt }) => deliveredAt,
  DeliveryCorrected: ({ deliveredAt }) => deliveredAt,
  NotificationFailed: ({ failedAt }) => failedAt,
  AnswerProvided: ({ answeredAt }) => answeredAt,
  FurtherNoticeGiven: ({ sentAt }) => sentAt,
  Reconnected: ({ reconnectedAt }) => reconnectedAt,
  AuthorityRequirementAnswered: ({ answeredAt }) => answeredAt,
  AuthorityHearingHeld: ({ heldAt }) => heldAt,
  ResolutionCorrected: ({ resolvedAt }) => resolvedAt,
  ResolutionCarriedOut: ({ carriedOutAt }) => carriedOutAt,
  AgreementCarriedOut: ({ carriedOutAt }) => carriedOutAt,
  ArcoAnswered: ({ answeredAt }) => answeredAt,
};

type Abouts = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => string };

const visitOf = ({ visit }: { readonly visit: number }): string => `visit ${visit}`;
const noticeOf = ({ notice }: { readonly notice: number }): string => `notice ${notice}`;
const proceedingOf = (file: FileOfAuthority): string => `proceeding ${proceedingKey(file)}`;
const requirementOf = (data: FileOfAuthority & { readonly requirement: number }): string =>
  `requirement ${data.requirement} of ${proceedingOf(data)}`;
const roleOf = ({ role }: { readonly role: string }): string => role;
const representativeOf = ({ representative }: { readonly representative: string }): string =>
  `representative ${representative}`;
const requestOf = ({ request = 0 }: { readonly request?: number }): string => `request ${request}`;
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
  VisitCorrected: visitOf,
  VisitCancelled: visitOf,
  NotificationDelivered: noticeOf,
  NotificationFailed: noticeOf,
  DeliveryCorrected: noticeOf,
  AuthorityProceedingOpened: proceedingOf,
  AuthorityRequirementReceived: proceedingOf,
  AuthorityRequirementAnswered: requirementOf,
  AuthorityHearingSet: proceedingOf,
  AuthorityHearingHeld: proceedingOf,
  AuthorityResolved: proceedingOf,
  ResolutionCorrected: proceedingOf,
  ResolutionCarriedOut: proceedingOf,
  LegalHoldPlaced: holdOf,
  LegalHoldLifted: holdOf,
  ArcoRequested: requestOf,
  ArcoAnswered: requestOf,
};

/** What later facts know a fact by, where that is another name: an answer is that to one requirement of a proceeding. */
const names: Abouts = { AuthorityRequirementReceived: requirementOf };

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

/** The names by which later facts rest on this one: by its type, and by what sets it apart from others of its type. */
const namesOf = <T extends ComplaintEventType>(event: Fact<T>, revision: number): ReadonlySet<string> =>
  new Set([
    event.type,
    nameOf(event.type, aboutOf(event)),
    ...(sent.has(event.type) ? [nameOf(event.type, noticeOf({ notice: revision }))] : []),
    nameOf(event.type, names[event.type]?.(event.data)),
  ]);

type Replaced = {
  readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => Happened;
};

/** The time of a fact that others rest on, once a correction says when it was. */
const replaced: Replaced = {
  ResolutionCorrected: ({ resolvedAt, ...file }) => ({
    [nameOf('AuthorityResolved', proceedingOf(file))]: resolvedAt,
  }),
};

const withReplaced = <T extends ComplaintEventType>(happened: Happened, event: Fact<T>): Happened => {
  const times = replaced[event.type]?.(event.data);
  return times === undefined ? happened : { ...happened, ...times };
};

/** What is known of when things happened after one more event. */
export const happenedAfter = <T extends ComplaintEventType>(
  happened: Happened,
  event: Fact<T>,
  { occurredAt, revision }: Pick<Recorded, 'occurredAt' | 'revision'>,
): Happened =>
  rested.has(event.type)
    ? [...namesOf(event, revision)].reduce((known, name) => withLast(known, name, occurredAt), happened)
    : withReplaced(happened, event);

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

const basesOf = <T extends ComplaintEventType>(event: Fact<T>): readonly ComplaintEventType[] =>
  (restsOnlyWhere[event.type]?.(event.data) ?? true) ? restsOn[event.type] : [];

/** When what a fact rests on was. */
const basisAt = (
  type: ComplaintEventType,
  basis: ComplaintEventType,
  about: string | undefined,
  { happened, repair }: ComplaintState,
): Instant | undefined =>
  basis === 'Repaired' && ofRestoredService.has(type) ? repair?.restoredAt : happened[nameOf(basis, about)];

/**
 * Why an event that follows from a command cannot have been when it is said to have been. What a decision dates itself,
 * such as a correction of what is on record, is as old as what it corrects: of it only the time that it gives is asked.
 */
export const untimely = (
  event: ComplaintEvent,
  state: ComplaintState,
  context: ComplaintContext,
): Refused<TimeCode> | null => {
  const at = event.occurredAt === undefined ? timeOf(event, context) : ownTime(event);
  if (at === undefined) return null;
  const receivedAt = event.type === 'Filed' ? event.data.receivedAt : state.filing?.receivedAt;
  const refusal = beforeReceipt(at, receivedAt);
  if (refusal !== null) return refusal;
  const about = aboutOf(event);
  const begun = event.type === 'VisitCompleted' ? event.data.startedAt : at;
  for (const basis of basesOf(event)) {
    const early = tooEarly(event.type, begun, [basis, basisAt(event.type, basis, about, state)]);
    if (early !== null) return early;
  }
  return null;
};
