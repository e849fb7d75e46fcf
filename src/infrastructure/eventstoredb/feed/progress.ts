import type { Position } from '../../../application/ports/event-store.js';
import { feedWaits } from '../../shared/feed-waits.js';
import { bytesBetween } from '../log-position.js';

/** How far a feed has handled the log, and the callers that wait for it. */
export interface Progress {
  readonly position: () => Position | undefined;
  readonly handled: (position: Position) => void;
  /** The feed met the end of the log with everything handled. */
  readonly sawEnd: () => void;
  readonly reached: (position: Position) => Promise<void>;
  /** Ends when the feed has met the end of the log at least once. */
  readonly metEnd: () => Promise<void>;
  /** Rejects the waits, and those that begin later, until this is called without an error. */
  readonly refuse: (error: Error | undefined) => void;
  /** Nothing more will be handled: rejects the waits, and those that begin later. The first error stays. */
  readonly end: (error: unknown) => void;
}

export const progressAfter = (after: Position | undefined): Progress => {
  let position = after;
  let hasMetEnd = false;
  let refusal: { readonly error: unknown } | undefined;
  const waits = feedWaits();

  const until = (what: string, isDone: () => boolean): Promise<void> => {
    const waiting = waits.until(what, isDone);
    if (refusal !== undefined) waits.refuse(refusal.error);
    return waiting;
  };

  return {
    position: () => position,
    handled: (to) => {
      if (position !== undefined && to <= position) return;
      position = to;
      waits.look();
    },
    sawEnd: () => {
      hasMetEnd = true;
      waits.look();
    },
    reached: (wanted) => until(wanted, () => position !== undefined && position >= wanted),
    metEnd: () => until('end', () => hasMetEnd),
    refuse: (error) => {
      refusal = error && { error };
      if (error !== undefined) waits.refuse(error);
    },
    end: waits.end,
  };
};

/** What a probe of the end of the log found. */
export interface HeadProbe {
  /** The last record of all; absent where the log is empty. */
  readonly head: Position | undefined;
  /** The last event of ours after what the subscription has seen. */
  readonly missed: Position | undefined;
  /** Whether the probe went back as far as what was seen, so that an event it did not find does not exist. */
  readonly isWhole: boolean;
}

/** What is known of the distance between a feed and the end of its store. */
export interface Lag {
  readonly probed: (probe: HeadProbe) => void;
  /** The store does not answer: how far its end is away is unknown until it is probed again. */
  readonly headUnknown: () => void;
  /** Everything up to this position was handled, and at that time nothing followed. */
  readonly complete: (position: Position | undefined, at: number) => void;
  /** Whether an event is known that the feed has not handled. */
  readonly isMissing: (position: Position | undefined) => boolean;
  readonly bytes: (position: Position | undefined) => number | null;
  /** Seconds since it was last known that nothing was missing; null before that. */
  readonly seconds: (now: number) => number | null;
}

export const lagTracker = (): Lag => {
  let head: Position | undefined;
  let missed: Position | undefined;
  let completeAt: number | undefined;

  const sawHead = (position: Position | undefined): void => {
    if (position !== undefined && position > (head ?? '')) head = position;
  };

  return {
    probed: (probe) => {
      sawHead(probe.head);
      if (probe.missed !== undefined) missed = probe.missed;
    },
    headUnknown: () => {
      head = undefined;
    },
    complete: (position, at) => {
      sawHead(position);
      completeAt = Math.max(completeAt ?? at, at);
    },
    isMissing: (position) => missed !== undefined && missed > (position ?? ''),
    bytes: (position) => (head === undefined ? null : bytesBetween(position, head)),
    seconds: (now) => (completeAt === undefined ? null : (now - completeAt) / 1000),
  };
};
