import type { Timers } from '../../application/ports/timers.js';
import { storeError } from '../../application/errors/store-error.js';
import type { EventStoreDbClient } from './client.js';
import type { CallKind, ClientSlot } from './client-slot.js';
import { faultOf, type ClientFault } from './faults.js';
import type { InFlight } from './in-flight.js';
import { timeLimit } from './timeout.js';
import type { Tuning } from './tuning.js';

interface CallParts {
  readonly slot: ClientSlot;
  readonly inFlight: InFlight;
  readonly timers: Timers;
  readonly random: () => number;
  readonly tuning: Tuning;
}

/** A fault that says what is so: no further attempt would change it. */
export type Settled = Extract<ClientFault, { kind: 'conflict' | 'no-stream' }>;

export type CallOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly attempts: number }
  | (Settled & { readonly attempts: number });

/** Makes one call of a client until its outcome is known. */
export type Call = <Result>(
  work: (client: EventStoreDbClient) => Promise<Result>,
) => Promise<CallOutcome<Result>>;

/**
 * Makes the same call until its outcome is known: each attempt within this time (milliseconds), with growing pauses, on
 * another client where this one answers nothing. Throws `store-unavailable` where it never is, and what is final as it is.
 */
export const callWith = (
  kind: CallKind,
  { slot, inFlight, timers, random, tuning }: CallParts,
  timeout: number,
) => {
  const inTime = timeLimit(timers, timeout);

  // One function and few promises: at 64 calls at once what surrounds them counts.
  const attempt = async <Result>(work: (client: EventStoreDbClient) => Promise<Result>): Promise<Result> => {
    const turn = inFlight.enter();
    if (turn !== undefined) await turn;
    let client: EventStoreDbClient | undefined;
    try {
      client = slot.current() ?? (await slot.client());
      const result = await inTime(work(client));
      // A client that ends lets go of what it reads without a word: a page cut off looks like a whole one.
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

  return async <Result>(
    work: (client: EventStoreDbClient) => Promise<Result>,
  ): Promise<CallOutcome<Result>> => {
    const began = timers.now();
    let pause = tuning.firstPause;
    for (let attempts = 1; ; attempts += 1) {
      try {
        return { kind: 'done', result: await attempt(work), attempts };
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'conflict' || fault.kind === 'no-stream') return { ...fault, attempts };
        if (fault.kind === 'final') throw fault.error;
        const reason = fault.kind === 'doubtful' ? fault.reason : 'consumer-too-slow';
        if (attempts >= tuning.attempts || timers.now() - began >= tuning.patience)
          throw storeError('store-unavailable', { reason }, error);
        await new Promise<void>((resolve) => timers.after(pause * (0.5 + random() / 2), resolve));
        pause *= 2;
      }
    }
  };
};
