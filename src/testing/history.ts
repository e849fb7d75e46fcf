import type { ComplaintEvent, ComplaintEvents, ComplaintEventType } from '../domain/complaint/events.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { Recorded } from '../domain/kernel/message.js';
import type { By } from '../application/commands/actors.js';
import { aMinuteAfter, hours } from './builders-times.js';

/** An event of a story, with who did it. It happened a minute after the one before it, unless it says when. */
export interface Told {
  /** What happened. */
  readonly event: ComplaintEvent;
  /** Who recorded it, in which role. */
  readonly by: By;
  /** When it happened, where that is not a minute after the event before. */
  readonly occurredAt?: Instant;
  /** When it was learned, where that is later. */
  readonly learnedAt?: Instant;
}

/** What a step of a story may ask of the steps before it. */
export interface Past {
  /** Revision of the last event of a type; 0 where there is none. */
  readonly lastOf: (type: ComplaintEventType) => number;
}

/** A step of a story: one event, several, or what follows from the steps before. */
export type Step = Told | readonly Told[] | ((past: Past) => Told | readonly Told[]);

/** An event of a story with its revision, time and actor, as if it had been stored. */
export type RecordedEvent = ComplaintEvent & { readonly recorded: Recorded };

const isTold = (given: unknown): given is Told => {
  if (typeof given !== 'object' || given === null) return false;
  const { event, by }: { readonly event?: unknown; readonly by?: unknown } = given;
  return typeof event === 'object' && event !== null && typeof by === 'object' && by !== null;
};

/** The events of a step. Throws for what is no step, as a specification in JavaScript may give it. */
const eventsOf = (given: unknown): readonly Told[] => {
  const told: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!told.every(isTold))
    throw new Error('given: not a step: call a builder, as in given(filed(), assignedTo("rt-3"))');
  return told;
};

const toldBy = (step: Step, story: readonly RecordedEvent[]): readonly Told[] => {
  const lastOf = (type: ComplaintEventType) =>
    story.findLast((event) => event.type === type)?.recorded.revision ?? 0;
  return eventsOf(typeof step === 'function' ? step({ lastOf }) : step);
};

const recordedAfter = (
  story: readonly RecordedEvent[],
  { event, by, occurredAt, learnedAt }: Told,
): RecordedEvent => {
  const last = story.at(-1)?.recorded.occurredAt;
  const next = last === undefined ? hours(0) : aMinuteAfter(last);
  const times = { occurredAt: occurredAt ?? next, ...(learnedAt && { learnedAt }) };
  return { ...event, recorded: { revision: story.length, ...times, ...by } };
};

/** The steps as they would stand in a stream: numbered, and dated. */
export const storyOf = (
  steps: readonly Step[],
  before: readonly RecordedEvent[] = [],
): readonly RecordedEvent[] =>
  steps.reduce<readonly RecordedEvent[]>(
    (story, step) => toldBy(step, story).reduce((all, told) => [...all, recordedAfter(all, told)], story),
    before,
  );

/** An event of any type, as a step of a story. */
export const happened = <T extends ComplaintEventType>(
  type: T,
  data: ComplaintEvents[T],
): { readonly type: T; readonly data: ComplaintEvents[T] } => ({ type, data });

/** Says when a step happened. A step of several events has its first one then. */
export const on =
  (occurredAt: Instant, step: Step): Step =>
  (past) => {
    const [first, ...rest] = eventsOf(typeof step === 'function' ? step(past) : step);
    return first === undefined ? [] : [{ ...first, occurredAt }, ...rest];
  };
