import type { Page, Position, ReadAllOptions, StoredEvent } from '../../application/ports/event-store.js';
import type { LogPosition, Reading, RecordedEvent, ResolvedEvent } from './client.js';
import type { Call } from './calls.js';
import { isOfServer, storedEvent } from './envelope.js';
import { logPositionOf, positionOf } from './log-position.js';
import { prefixFilter } from './prefix-filter.js';

type ReadPage = (reading: Reading) => Promise<readonly ResolvedEvent[]>;

const largestRead = 500;
const smallestRead = 32;
/** Records of others that are passed over before a page is given with what there is. */
const mostPassedOver = 20_000;

interface Stretch {
  readonly records: readonly RecordedEvent[];
  /** Whether the log ended with it. */
  readonly last: boolean;
}

const positionIn = (record: RecordedEvent | undefined): LogPosition =>
  record?.position ?? { commit: 0n, prepare: 0n };

/** Gathers a page out of records in their order; a read begins with the record at the place where the last one ended. */
const pageBuilder = (
  after: Position | undefined,
  limit: number,
  isWanted: (record: RecordedEvent) => boolean,
) => {
  const events: StoredEvent[] = [];
  let seen = after;
  let passedOver = 0;
  return {
    /** False where the page is full: then the record is the next page's. */
    take: (record: RecordedEvent): boolean => {
      const position = positionOf(positionIn(record));
      if (seen !== undefined && position <= seen) return true;
      if (events.length === limit) return false;
      seen = position;
      if (isWanted(record)) events.push(storedEvent(record));
      else passedOver += 1;
      return true;
    },
    hasPassedOverMany: () => passedOver >= mostPassedOver,
    page: (caughtUp: boolean): Page => ({
      events,
      next: caughtUp ? (events.at(-1)?.position ?? after) : seen,
      caughtUp,
    }),
  };
};

export interface AllReader {
  readonly readAll: (options: ReadAllOptions) => Promise<Page>;
  readonly head: () => Promise<Position | undefined>;
  /** The last event after a position in streams whose names begin with one of these; `undefined` for none. */
  readonly newest: (
    prefixes: readonly string[],
    after: Position | undefined,
  ) => Promise<Position | undefined>;
}

/** Reads the server's whole log, and of it what is ours: neither its own records nor streams of others. */
export const allReader = (call: Call, page: ReadPage, ours: readonly string[] | undefined): AllReader => {
  const isIn =
    (prefixes: readonly string[] | undefined) =>
    (record: RecordedEvent): boolean =>
      !isOfServer(record) && (prefixes?.some((prefix) => record.streamId.startsWith(prefix)) ?? true);
  const isOurs = isIn(ours);

  const stretch = async (
    direction: 'forwards' | 'backwards',
    fromPosition: LogPosition | 'start' | 'end',
    maxCount: number,
    prefixes = ours,
  ): Promise<Stretch> => {
    const filter = prefixes === undefined ? undefined : { filter: prefixFilter(prefixes) };
    const outcome = await call((client) =>
      page(client.readAll({ direction, fromPosition, maxCount, requiresLeader: true, ...filter })),
    );
    const entries = outcome.kind === 'done' ? outcome.result : [];
    const records = entries.flatMap(({ event }) => event ?? []);
    return { records, last: entries.length < maxCount || records.length === 0 };
  };

  /** The prefix of `$all` known to hold none of our events ends here; the log is append-only, so it need not be read again. */
  let barren: LogPosition | 'start' = 'start';
  const startAt = (after: Position | undefined): LogPosition | 'start' => {
    if (after === undefined) return barren;
    return barren !== 'start' && after <= positionOf(barren) ? barren : logPositionOf(after);
  };
  /** Extends the prefix of `$all` known to hold none of our events. */
  const learn = (records: readonly RecordedEvent[]): void => {
    if (records.length > 0 && !records.some(isOurs)) barren = positionIn(records.at(-1));
  };

  const readAll: AllReader['readAll'] = async ({ after, limit, types, prefixes }) => {
    const page = pageBuilder(after, limit, (record) => {
      if (!isOurs(record) || types?.includes(record.type) === false) return false;
      return prefixes?.some((prefix) => record.streamId.startsWith(prefix)) ?? true;
    });
    let at = startAt(after);
    // What is asked for may lie behind much of others: the longer nothing of it comes, the more is read at once.
    for (let wanted = Math.max(smallestRead, limit + 1); ; wanted *= 2) {
      const maxCount = Math.min(largestRead, wanted);
      const { records, last } = await stretch('forwards', at, maxCount);
      if (at === barren) learn(records);
      const isFull = !records.every(page.take);
      if (isFull || last || page.hasPassedOverMany()) return page.page(last && !isFull);
      at = positionIn(records.at(-1));
    }
  };

  /** Reads backwards from the end of the log to the first record that is wanted, but not beyond a position. */
  const lastOf = async (
    prefixes: readonly string[] | undefined,
    after: Position | undefined,
  ): Promise<Position | undefined> => {
    const isWanted = isIn(prefixes);
    let at: LogPosition | 'end' = 'end';
    for (let maxCount = smallestRead; ; maxCount = largestRead) {
      const { records, last } = await stretch('backwards', at, maxCount, prefixes);
      const found = records.find(isWanted);
      const oldest = records.at(-1);
      const place = positionOf(positionIn(found ?? oldest));
      if (found !== undefined) return after !== undefined && place <= after ? undefined : place;
      if (last || oldest === undefined || (after !== undefined && place <= after)) return undefined;
      at = positionIn(oldest);
    }
  };

  return { readAll, head: () => lastOf(ours, undefined), newest: lastOf };
};
