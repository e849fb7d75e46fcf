import type { Timers } from '../../application/ports/timers.js';
import { readUnavailable, storeError } from '../../application/errors/store-error.js';
import type { EventStoreDbClient } from './client.js';
import type { CallKind, ClientSlot } from './client-slot.js';
import { faultOf, type ClientFault } from './faults.js';
import type { InFlight } from './in-flight.js';
import { timeLimit, within } from './timeout.js';
import type { Tuning } from './tuning.js';

interface CallParts {
  readonly slot: ClientSlot;
  readonly inFlight: InFlight;
  readonly timers: Timers;
  readonly random: () => number;
  readonly tuning: Tuning;
}

/** An answer that no further attempt would change. */
export type Settled = Extract<ClientFault, { kind: 'conflict' | 'no-stream' }>;

export type CallOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly attempts: number }
  | (Settled & { readonly attempts: number });

/**
 * Makes one call of a client until its outcome is known, or until the deadline (by the timers' clock; default: `patience`
 * from now). Throws `store-unavailable` at the deadline.
 */
export type Call = <Result>(
  work: (client: EventStoreDbClient) => Promise<Result>,
  deadline?: number,
) => Promise<CallOutcome<Result>>;

const noAnswer = (): Error => storeError('store-unavailable', { reason: 'no-answer' });

const unavailable = (kind: CallKind, reason: string, cause: unknown): Error =>
  kind === 'read' ? readUnavailable(reason, cause) : storeError('store-unavailable', { reason }, cause);

/**
 * Repeats the same call until its outcome is known: each attempt within `timeout` (milliseconds), with growing pauses, on
 * another client if this one does not answer. Throws `store-unavailable` at the deadline, however many attempts were
 * made by then, and what is final as it is.
 */
export const callWith = (
  kind: CallKind,
  { slot, inFlight, timers, random, tuning }: CallParts,
  timeout: number,
): Call => {
  const inTime = timeLimit(timers, timeout);

  /** Waits for a turn among the calls under way, no longer than until the deadline. */
  const entered = async (turn: Promise<void>, deadline: number): Promise<void> => {
    try {
      await within(timers, Math.max(0, deadline - timers.now()), turn);
    } catch (error) {
      void turn.then(inFlight.leave);
      throw error;
    }
  };

  // One function and few promises: at 64 calls at once the overhead of each counts.
  const attempt = async <Result>(
    work: (client: EventStoreDbClient) => Promise<Result>,
    deadline: number,
  ): Promise<Result> => {
    const turn = inFlight.enter();
    if (turn !== undefined) await entered(turn, deadline);
    let client: EventStoreDbClient | undefined;
    try {
      client = slot.current() ?? (await slot.client());
      const left = deadline - timers.now();
      if (left <= 0) throw noAnswer();
      const result = await (left < timeout ? within(timers, left, work(client)) : inTime(work(client)));
      // A discarded client ends its reads without an error: a page cut off looks like a whole one.
      if (!slot.isInUse(client)) throw storeError('store-unavailable', { reason: 'client-given-up' });
      slot.answered(kind);
      return result;
    } catch (error) {
      if (client === undefined) throw error;
      if (faultOf(error).kind === 'doubtful') slot.unanswered(client, kind);
      else slot.answered(kind);
      throw error;
    } finally {
      inFlight.leave();
    }
  };

  return async (work, deadline = timers.now() + tuning.patience) => {
    let pause = tuning.firstPause;
    for (let attempts = 1; ; attempts += 1) {
      try {
        return { kind: 'done', result: await attempt(work, deadline), attempts };
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'conflict' || fault.kind === 'no-stream') return { ...fault, attempts };
        if (fault.kind === 'final') throw fault.error;
        const reason = fault.kind === 'doubtful' ? fault.reason : 'consumer-too-slow';
        const left = deadline - timers.now();
        const wait = Math.min(left, pause * (0.5 + random() / 2));
        if (wait > 0) await new Promise<void>((resolve) => timers.after(wait, resolve));
        if (wait >= left) throw unavailable(kind, reason, error);
        pause = Math.min(tuning.longestPause, pause * 2);
      }
    }
  };
};
