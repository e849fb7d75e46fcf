import { storeError } from '../../application/errors/store-error.js';

/** What became of one request: an outcome, a fault of its own, or nothing yet because another process writes. */
export type Settled<Outcome> =
  { readonly outcome: Outcome } | { readonly fault: unknown } | { readonly busy: unknown };

interface GroupCommitOptions<Request, Outcome> {
  /** Stores requests in one transaction; gives what became of each, in order. */
  readonly commit: (requests: readonly Request[]) => readonly Settled<Outcome>[];
  /** The most requests of one transaction. */
  readonly largest: number;
  /** Milliseconds after which a request that found the store busy each time fails. */
  readonly patience: number;
}

export interface GroupCommit<Request, Outcome> {
  readonly add: (request: Request) => Promise<Outcome>;
  /** Ends when nothing is waiting. */
  readonly drained: () => Promise<void>;
}

interface Waiting<Request, Outcome> {
  readonly request: Request;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (fault: unknown) => void;
  /** Milliseconds it has waited for a busy store. */
  waited: number;
}

const firstPause = 2;
const longestPause = 50;

/** So many lone requests in a row do without a turn of the event loop each; then timers and sockets have theirs. */
const mostInRow = 4;

/**
 * Requests that come in while the process is busy are stored together, in the order in which they came: they share one
 * durable transaction. No caller is answered before it is durable.
 */
export const groupCommit = <Request, Outcome>({
  commit,
  largest,
  patience,
}: GroupCommitOptions<Request, Outcome>): GroupCommit<Request, Outcome> => {
  let queue: Waiting<Request, Outcome>[] = [];
  let scheduled = false;
  let pause = firstPause;
  const idle: (() => void)[] = [];
  let lastSize = 0;
  let inRow = 0;

  /** Waits for what else comes in during this turn; where nothing did the last time, not always for the whole turn. */
  const later = (): void => {
    scheduled = true;
    if (lastSize === 1 && inRow < mostInRow) {
      inRow += 1;
      process.nextTick(run);
    } else {
      inRow = 0;
      setImmediate(run);
    }
  };

  const settle = (waiting: Waiting<Request, Outcome>, settled: Settled<Outcome> | undefined): boolean => {
    if (settled === undefined)
      waiting.reject(storeError('store-failed', { reason: 'an append without outcome' }));
    else if ('busy' in settled) {
      waiting.waited += pause;
      if (waiting.waited <= patience) return false;
      waiting.reject(settled.busy);
    } else if ('fault' in settled) waiting.reject(settled.fault);
    else waiting.resolve(settled.outcome);
    return true;
  };

  const next = (): readonly Waiting<Request, Outcome>[] => {
    if (queue.length > largest) return queue.splice(0, largest);
    const all = queue;
    queue = [];
    return all;
  };

  const run = (): void => {
    const batch = next();
    lastSize = batch.length;
    const settled = commit(batch.map(({ request }) => request));
    const again = batch.filter((waiting, index) => !settle(waiting, settled[index]));
    scheduled = false;
    if (again.length > 0) {
      queue = [...again, ...queue];
      scheduled = true;
      setTimeout(run, pause);
      pause = Math.min(pause * 2, longestPause);
      return;
    }
    pause = firstPause;
    if (queue.length > 0) later();
    else for (const done of idle.splice(0)) done();
  };

  return {
    add: (request) =>
      new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject, waited: 0 });
        if (!scheduled) later();
      }),
    drained: () =>
      new Promise((resolve) => {
        if (queue.length === 0) resolve();
        else idle.push(resolve);
      }),
  };
};
