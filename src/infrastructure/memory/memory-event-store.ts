import type { EventStore } from '../../application/ports/event-store.js';
import type { Checkpoints } from '../../application/ports/checkpoints.js';
import type { FolioRegister } from '../../application/ports/folio-register.js';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { lookedAt, mustBeObject } from '../../application/errors/option-faults.js';
import { prepareAppend } from '../../application/schema/append-check.js';
import { lagOf, positionOf } from '../shared/position.js';
import { untilClosed } from '../shared/store-lifecycle.js';
import { memoryCheckpoints } from './memory-checkpoints.js';
import { memoryLog } from './memory-log.js';
import { memoryVaultMarks } from './memory-vault-marks.js';
import { memoryRows } from './memory-rows.js';

/** What a store in memory does besides keeping events. */
export interface MemoryEventStoreOptions {
  /** Read models to write together with the events. */
  readonly inline?: readonly Projection[];
}

/** Events, and the rows that follow them, in memory: for tests and trials. Everything is gone with the process. */
export interface MemoryEventStore extends EventStore, ProjectedRows {
  /** From folios to complaints, written with the filings. */
  readonly folios: FolioRegister;
  /** How far the processes that react to its events are. */
  readonly checkpoints: Checkpoints;
}

/** An event store with the behaviour of the others and nothing behind it. Throws the codes of `EventStore`. */
export const memoryEventStore = (options: MemoryEventStoreOptions = {}): MemoryEventStore => {
  mustBeObject('memoryEventStore', options, '{ inline }');
  const { inline = [] } = lookedAt('memoryEventStore', () => ({ ...options }));
  const log = memoryLog();
  const head = () => (log.last() === 0 ? undefined : positionOf(log.last()));
  const kept = memoryRows(inline, {
    head,
    earlier: (stream, to) => log.read(stream, { to }),
    rest: (after) => log.readAll({ after, limit: 10_000 }).events,
  });
  const { rows } = kept;
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
      return using(() => log.append(prepared, kept.projectInline));
    },
    read: (stream, range) => using(() => log.read(stream, range)),
    readAll: (range) => using(() => log.readAll(range)),
    head: () => using(head),
    lag: (after) => using(() => lagOf(head(), after)),
    close,
    checkpoints: memoryCheckpoints(),
    vaultMarks: memoryVaultMarks(),
    folios: {
      find: (scope, folio) =>
        using(() => {
          const stream = log.withFolio(scope, folio);
          return stream === undefined ? { kind: 'none' } : { kind: 'found', stream };
        }),
    },
    rows: {
      get: (table, key) => using(() => rows.get(table, key)),
      list: (query) => using(() => rows.list(query)),
      count: (query) => using(() => rows.count(query)),
      groups: (query) => using(() => rows.groups(query)),
    },
    projections: kept.projections,
    rowCheckpoints: () => using(kept.rowCheckpoints),
    known: kept.known,
    project: (after, batch, refs) => using(() => kept.project(after, batch, refs)),
    stored: () => using(kept.stored),
    pause: (...given) => using(() => kept.pause(...given)),
    resume: (...given) => using(() => kept.resume(...given)),
    replay: (...given) => using(() => kept.replay(...given)),
    rebuild: (...given) => using(() => kept.rebuild(...given)),
    cancelRebuild: (...given) => using(() => kept.cancelRebuild(...given)),
    drop: (...given) => using(() => kept.drop(...given)),
    parkedEvents: (...given) => using(() => kept.parkedEvents(...given)),
  };
};
