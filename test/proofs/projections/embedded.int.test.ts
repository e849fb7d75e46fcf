import { afterAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryEventStore, memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { pollingFeed } from '../../../src/infrastructure/shared/polling-feed.js';
import { systemTimers } from '../../../src/infrastructure/shared/system/system-timers.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';
import { proof } from '../../support/proof.js';
import { histories, livesThrough, type OpenPlace, type Place } from './disturbed-rows.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const polled = (store: EventStore) =>
  pollingFeed({ store, timers: systemTimers, tuning: { batch: 3, firstPause: 2, firstFaultPause: 5 } });

const inFile: OpenPlace = (projections, prefix) => {
  const path = folder.path(`${prefix}.db`);
  const open = (): Place => {
    const store = sqliteEventStore({ path, inline: projections });
    return {
      ...{ store, rows: store, feed: polled(store), close: store.close },
      crash: async () => {
        await store.close();
        return open();
      },
    };
  };
  return Promise.resolve(open());
};

/** Nothing of it outlives a process: what is gone with a crash is the projector alone. */
const inMemory: OpenPlace = (projections) => {
  const store = memoryEventStore({ inline: projections });
  const place: Place = {
    ...{ store, rows: store, feed: polled(store), close: store.close },
    crash: () => Promise.resolve(place),
  };
  return Promise.resolve(place);
};

const apartInFile: OpenPlace = (projections, prefix) => {
  const store = memoryEventStore();
  const path = folder.path(`${prefix}-rows.db`);
  const open = (): Place => {
    const rows = sqliteProjectedRows({ path, projections });
    return {
      ...{ store, rows, feed: polled(store) },
      crash: async () => {
        await rows.close();
        return open();
      },
      close: async () => {
        await rows.close();
        await store.close();
      },
    };
  };
  return Promise.resolve(open());
};

const apartInMemory: OpenPlace = (projections) => {
  const store = memoryEventStore();
  const open = (): Place => {
    const rows = memoryProjectedRows({ projections });
    return {
      ...{ store, rows, feed: polled(store) },
      crash: async () => {
        await rows.close();
        return open();
      },
      close: async () => {
        await rows.close();
        await store.close();
      },
    };
  };
  return Promise.resolve(open());
};

const { numRuns, seed = Math.floor(Math.random() * 2 ** 31) } = proof(25);

describe('rows that are disturbed at every step equal those of a fresh rebuild', () => {
  it.each([
    ['in the file of their events, inline and by polling', inFile],
    ['in memory with their events, inline and by polling', inMemory],
    ['in a file apart, by polling', apartInFile],
    ['in memory apart, by polling', apartInMemory],
  ])(
    `%s (seed ${String(seed)})`,
    async (_where, open) => {
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(histories, async (history) => {
          runs += 1;
          await livesThrough(open, history, `complaint-p${String(runs)}x`);
        }),
        { seed, numRuns },
      );
    },
    Math.max(120_000, numRuns * 2_000),
  );
});
