import type { ReadStreamOptions, StoredEvent, StreamName } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import type { Timers } from '../../application/ports/timers.js';
import type { Reading, ResolvedEvent } from './client.js';
import type { Call } from './calls.js';
import { isOfServer, storedEvent } from './envelope.js';

/** One page of a read, to its end: leaving the loop early would leave the call open. */
export const entriesIn = async (reading: Reading): Promise<readonly ResolvedEvent[]> => {
  const entries: ResolvedEvent[] = [];
  for await (const entry of reading) entries.push(entry);
  return entries;
};

/** The same, within a time: the call is cancelled when that is over. It then ends as if it were whole, so it is rejected. */
export const pageInTime = async (
  timers: Timers,
  milliseconds: number,
  reading: Reading,
): Promise<readonly ResolvedEvent[]> => {
  const tooLong = new AbortController();
  const takeBack = timers.after(milliseconds, () => {
    tooLong.abort();
    reading.cancel?.().catch(() => undefined);
  });
  try {
    const entries = await entriesIn(reading);
    if (tooLong.signal.aborted) throw storeError('store-unavailable', { reason: 'no-answer' });
    return entries;
  } finally {
    takeBack();
  }
};

const eventsPerPage = 500;

const eventsIn = (entries: readonly ResolvedEvent[]): readonly StoredEvent[] =>
  entries.flatMap(({ event }) => (event === undefined || isOfServer(event) ? [] : storedEvent(event)));

/**
 * A stream's events in order, page by page; empty where it does not exist. With a deadline, all pages share it; without
 * one, each page has its own.
 */
export const readStream = (call: Call, page: (reading: Reading) => Promise<readonly ResolvedEvent[]>) => {
  const onePage = async (
    stream: StreamName,
    from: number,
    maxCount: number,
    deadline: number | undefined,
  ): Promise<readonly ResolvedEvent[]> => {
    const options = {
      direction: 'forwards',
      fromRevision: BigInt(from),
      maxCount,
      requiresLeader: true,
    } as const;
    const outcome = await call((client) => page(client.readStream(stream, options)), deadline);
    return outcome.kind === 'done' ? outcome.result : [];
  };

  return async (
    stream: StreamName,
    { from = 0, to = Number.MAX_SAFE_INTEGER }: ReadStreamOptions = {},
    deadline?: number,
  ): Promise<StoredEvent[]> => {
    const events: StoredEvent[] = [];
    for (let next = from; next <= to;) {
      const maxCount = Math.min(eventsPerPage, to - next + 1);
      const entries = await onePage(stream, next, maxCount, deadline);
      events.push(...eventsIn(entries));
      if (entries.length < maxCount) break;
      next = (events.at(-1)?.revision ?? next) + 1;
    }
    return events;
  };
};
