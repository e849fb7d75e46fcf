import { millisecondsOf, type Instant } from '../kernel/instant.js';
import type { Recorded } from '../kernel/message.js';
import { asTheyStand } from './correction/as-they-stand.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintEventType } from './events.js';
import {
  isPausing,
  pauseKinds,
  type PauseAttribution,
  type PausedClock,
  type PauseReason,
} from './pause-reasons.js';
import { userCaused } from './visit/failures.js';

/** A time that does not count, and why (I-15). */
export interface Pause {
  /** What it is waited for. */
  readonly reason: PauseReason;
  /** Whom it is put down to; never the provider. */
  readonly attributedTo: PauseAttribution;
  /** What does not run meanwhile. */
  readonly clocks: readonly PausedClock[];
  /** UTC instant it began at. */
  readonly from: Instant;
  /** Absent while it lasts. May lie ahead, where the user asked for a later appointment. */
  readonly to?: Instant;
  /** Revision of the event that began it. */
  readonly began: number;
  /** Revision of the event that ended it; absent where it ends by itself, at the appointment. */
  readonly ended?: number;
}

/** A pause, and what ends it. */
export interface Kept {
  /** What it hangs on: a request, the hold, an absence, the appointment of a visit. */
  readonly of: string;
  /** The pause itself. */
  readonly pause: Pause;
}

/**
 * What is known of a complaint's pauses after some of its events: plain JSON, from which a fold goes on without the
 * events before it.
 */
export interface PauseLog {
  /** In the order in which they began to be known, each with what it hangs on. */
  readonly pauses: readonly Kept[];
  /** When each visit is to begin, by its number. */
  readonly offered: Readonly<Record<number, Instant>>;
}

type Rule<Data> = (log: PauseLog, data: Data, recorded: Recorded) => PauseLog;

const begin = (
  log: PauseLog,
  of: string,
  { reason, from, to }: Pick<Pause, 'reason' | 'from' | 'to'>,
  { revision }: Recorded,
): PauseLog => ({
  ...log,
  pauses: [...log.pauses, { of, pause: { reason, ...pauseKinds[reason], from, to, began: revision } }],
});

/** Ends what would still last at that moment. What never got to last has its end at its beginning. */
const end = (
  log: PauseLog,
  which: (kept: Kept) => boolean,
  at: Instant,
  { revision }: Recorded,
): PauseLog => ({
  ...log,
  pauses: log.pauses.map((kept) => {
    const { of, pause } = kept;
    const lasts = pause.to === undefined || at < pause.to;
    if (!lasts || !which(kept)) return kept;
    return { of, pause: { ...pause, to: at < pause.from ? pause.from : at, ended: revision } };
  }),
});

const request = (number: number) => `request ${number}`;
const appointment = (visit: number) => `appointment of visit ${visit}`;

const endHold = (log: PauseLog, recorded: Recorded) =>
  end(log, ({ of, pause }) => of === 'hold' && pause.to === undefined, recorded.occurredAt, recorded);

/** The user can be reached again: whatever delay comes now is the provider's. */
const endAbsence = (log: PauseLog, at: Instant, recorded: Recorded) =>
  end(log, ({ of, pause }) => of === 'absence' && pause.from <= at, at, recorded);

const endAppointment = (log: PauseLog, visit: number, at: Instant, recorded: Recorded) =>
  end(log, ({ of }) => of === appointment(visit), at, recorded);

const agree = (log: PauseLog, visit: number, from: Instant): PauseLog => ({
  ...log,
  offered: { ...log.offered, [visit]: from },
});

const terminal: Rule<unknown> = (log, _data, recorded) => end(log, () => true, recorded.occurredAt, recorded);

/** Once there is an answer, nothing that was asked of the user holds it up. */
const answered: Rule<unknown> = (log, _data, recorded) =>
  end(log, ({ of }) => of.startsWith('request '), recorded.occurredAt, recorded);

const rules: { readonly [T in ComplaintEventType]?: Rule<ComplaintEvents[T]> } = {
  InformationRequested: (log, { request: number }, recorded) =>
    begin(log, request(number), { reason: 'information-requested', from: recorded.occurredAt }, recorded),
  InformationReceived: (log, { requests }, recorded) =>
    end(log, ({ of }) => requests.map(request).includes(of), recorded.occurredAt, recorded),

  PutOnHold: (log, { reason }, recorded) => {
    const before = endHold(log, recorded);
    return isPausing(reason)
      ? begin(before, 'hold', { reason, from: recorded.occurredAt }, recorded)
      : before;
  },
  Resumed: (log, _data, recorded) => endHold(log, recorded),

  ContactMade: (log, { direction, contactedAt }, recorded) =>
    direction === 'from-user' ? endAbsence(log, contactedAt, recorded) : log,
  StatementReceived: (log, { statedAt }, recorded) => endAbsence(log, statedAt, recorded),
  VisitRequested: (log, _data, recorded) => endAbsence(log, recorded.occurredAt, recorded),
  VisitScheduled: (log, { visit, window }, recorded) =>
    endAbsence(agree(log, visit, window.from), recorded.occurredAt, recorded),
  VisitRescheduled: (log, { visit, window: { from: next }, by }, recorded) => {
    const offered = log.offered[visit];
    const before = endAppointment(endAbsence(log, recorded.occurredAt, recorded), visit, next, recorded);
    if (by !== 'user' || offered === undefined || next <= offered) return agree(before, visit, next);
    const wish = { reason: 'later-appointment', from: offered, to: next } as const;
    return agree(begin(before, appointment(visit), wish, recorded), visit, next);
  },
  VisitCompleted: (log, { visit, startedAt }, recorded) =>
    endAppointment(endAbsence(log, startedAt, recorded), visit, startedAt, recorded),
  VisitFailed: (log, { visit, reason, failedAt, unannounced }, recorded) => {
    const before = endAppointment(log, visit, failedAt, recorded);
    return userCaused(reason) && unannounced !== true
      ? begin(before, 'absence', { reason, from: failedAt }, recorded)
      : before;
  },
  VisitCancelled: (log, { visit }, recorded) => endAppointment(log, visit, recorded.occurredAt, recorded),
  Repaired: (log, { restoredAt }, recorded) =>
    end(log, ({ of }) => of === 'absence' || of.startsWith('appointment'), restoredAt, recorded),

  AnswerProvided: answered,
  CancellationExecuted: answered,
  UserNotified: answered,
  NotAccepted: terminal,
  Withdrawn: terminal,
  Lapsed: terminal,
  MarkedDuplicate: terminal,
  Closed: terminal,
  /** Asked, held or absent: all of it belongs to the cycle before. An appointment stands. */
  Reopened: (log, _data, recorded) =>
    end(log, ({ of }) => !of.startsWith('appointment'), recorded.occurredAt, recorded),
};

/** No pause is known of a complaint of which nothing is recorded yet. */
export const initialPauses: PauseLog = { pauses: [], offered: {} };

/** How an event changes the pauses of its complaint. Total: any event may come at any point. */
export const evolvePauses = <T extends ComplaintEventType>(
  log: PauseLog,
  event: { [K in T]: { readonly type: K; readonly data: ComplaintEvents[K] } }[T],
  recorded: Recorded,
): PauseLog => rules[event.type]?.(log, event.data, recorded) ?? log;

/** The pauses that a log tells of, in the order in which they began to be known; what never got to last is none. */
export const pausesIn = ({ pauses }: PauseLog): readonly Pause[] =>
  pauses.map(({ pause }) => pause).filter(({ from, to }) => to === undefined || from < to);

/** What is known of a complaint's pauses after all of its events, each as it is known to have been. */
export const pauseLogOf = (events: readonly (ComplaintEvent & { readonly recorded: Recorded })[]): PauseLog =>
  asTheyStand(events).reduce((log, event) => evolvePauses(log, event, event.recorded), initialPauses);

/**
 * The pauses of a complaint, in the order in which they began to be known, from its events in the order of their
 * revisions. Total: a subset of the events gives the pauses that these tell of.
 */
export const pausesOf = (
  events: readonly (ComplaintEvent & { readonly recorded: Recorded })[],
): readonly Pause[] => pausesIn(pauseLogOf(events));

/** How long a kind of clock was paused until a moment, in milliseconds of natural time; overlaps count once. */
export const pausedMilliseconds = (pauses: readonly Pause[], clock: PausedClock, until: Instant): number => {
  const spans = pauses
    .filter(({ clocks, from }) => clocks.includes(clock) && from < until)
    .map(({ from, to }) => ({ from, to: to === undefined || until < to ? until : to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let total = 0;
  let counted = 0;
  for (const { from, to } of spans) {
    const start = Math.max(counted, millisecondsOf(from));
    total += Math.max(0, millisecondsOf(to) - start);
    counted = Math.max(start, millisecondsOf(to));
  }
  return total;
};
