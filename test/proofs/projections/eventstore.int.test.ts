import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { silentLogger } from '../../../src/application/ports/logger.js';
import { openStore } from '../../../src/composition/open-parts.js';
import { isFeed } from '../../../src/composition/open-rows.js';
import { sqliteProjectedRows } from '../../../src/infrastructure/sqlite/index.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { proof } from '../../support/proof.js';
import { histories, livesThrough, type OpenPlace, type Place } from './disturbed-rows.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const { numRuns, seed = Math.floor(Math.random() * 2 ** 31) } = proof(4, 0.1);

/** Subscriptions that begin later tell of an event twice, or end under their reader, or the server drops them all now. */
const disturbed = (server: LoopbackServer, which: number, afterEvents: number): Promise<void> => {
  if (which === 0) return server.dropConnections();
  const kind = which === 1 ? 'repeat-event' : 'reset-later';
  return server.fault({ on: 'subscribe', fault: { kind, afterEvents } });
};

describe('rows that follow a server of EventStoreDB equal those of a fresh rebuild', () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.stop());

  const onServer: OpenPlace = async (projections, prefix) => {
    const store = await openStore(server.connectionString, { namespace: '', logger: silentLogger });
    if (!isFeed(store)) throw new Error('a server tells of its events itself');
    const path = folder.path(`${prefix}-rows.db`);
    const open = (): Place => {
      const rows = sqliteProjectedRows({ path, projections });
      return {
        ...{ store, rows, feed: store },
        disturbFeed: (which, many) => disturbed(server, which, many),
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
    return open();
  };

  it(
    `in a file apart, by its subscription (seed ${String(seed)})`,
    async () => {
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(histories, async (history) => {
          runs += 1;
          await livesThrough(onServer, history, `complaint-p${String(runs)}x`);
        }),
        { seed, numRuns },
      );
    },
    Math.max(120_000, numRuns * 10_000),
  );
});
