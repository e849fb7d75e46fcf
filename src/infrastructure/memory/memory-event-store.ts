import type { EventStore } from '../../application/ports/event-store.js';
import type { Checkpoints } from '../../application/ports/checkpoints.js';
import type { FolioRegister } from '../../application/ports/folio-register.js';
import type { InlineProjector } from '../../application/ports/inline-projector.js';
import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { prepareAppend } from '../../application/schema/append-check.js';
import { positionOf } from '../shared/position.js';
import { untilClosed } from '../shared/store-lifecycle.js';
import { memoryCheckpoints } from './memory-checkpoints.js';
import { memoryLog } from './memory-log.js';
import { memoryRows } from './memory-rows.js';

/** What a store in memory does besides keeping events. */
export interface MemoryEventStoreOptions {
  /** Rows to write together with the events. */
  readonly inline?: InlineProjector;
}

/** Events, and the rows that follow them, in memory: for tests and trials. Everything is gone with the process. */
export interface MemoryEventStore extends EventStore {
  /** The rows of the inline projector. */
  readonly rows: ReadModelStore;
  /** From folios to complaints, written with the filings. */
  readonly folios: FolioRegister;
  /** How far the processes that react to its events are. */
  readonly checkpoints: Checkpoints;
}

const noRows: InlineProjector = { tables: [], project: () => undefined };

/** An event store with the behaviour of the others and nothing behind it. Throws the codes of `EventStore`. */
export const memoryEventStore = ({ inline = noRows }: MemoryEventStoreOptions = {}): MemoryEventStore => {
  const log = memoryLog();
  const rows = memoryRows(inline);
  const { using: inTime, close } = untilClosed({});

  // Work begins in a later turn, as it does in every store that has to wait for a disk or a network.
  const using = <Result>(work: () => Result | Promise<Result>): Promise<Result> =>
    inTime(async () => {
      await Promise.resolve();
      return work();
    });

  return {
    capabilities: { inlineRows: true, commitOrder: true },
    append: async (request) => {
      const prepared = prepareAppend(request);
      return using(() => log.append(prepared, rows.follow));
    },
    read: (stream, range) => using(() => log.read(stream, range)),
    readAll: (range) => using(() => log.readAll(range)),
    head: () => using(() => (log.last() === 0 ? undefined : positionOf(log.last()))),
    close,
    checkpoints: memoryCheckpoints(),
    folios: {
      find: (scope, folio) =>
        using(() => {
          const stream = log.withFolio(scope, folio);
          return stream === undefined ? { kind: 'none' } : { kind: 'found', stream };
        }),
    },
    rows: {
      get: (table, key) => using(() => rows.store.get(table, key)),
      list: (query) => using(() => rows.store.list(query)),
      count: (query) => using(() => rows.store.count(query)),
      sum: (query, column) => using(() => rows.store.sum(query, column)),
      groups: (query) => using(() => rows.store.groups(query)),
    },
  };
};
