import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importLog } from '../../../src/jobs/import/import-log.js';
import { helpdesk } from '../../../src/jobs/import/mappings/helpdesk.js';
import { eventStoreDb } from '../../../src/infrastructure/eventstoredb/index.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { openQuejas, type OpenQuejasOptions } from '../../../src/composition/open-quejas.js';
import type { Clients } from '../../support/eventstoredb/clients.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { describeOnRealServer, ownPrefix, realServer } from '../../support/eventstoredb/servers.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { whileItGoesOn } from '../../support/while-it-goes-on.js';
import { tableContents } from '../../support/table-contents.js';

const log = 'data/helpdesk.xes.gz';
const golden = {
  cases: 4_580,
  events: 21_348,
  casesWithWait: 1_236,
  waits: 1_463,
  casesReopened: 152,
  casesNotClosed: 23,
  noNewFact: 268,
};

/** The log, one case after the other, with the clock standing still. */
const imported = async (
  options: Pick<OpenQuejasOptions, 'store' | 'rows' | 'namespace'>,
  limit: number | undefined,
) => {
  const quejas = await openQuejas({
    ...options,
    keys: 'memory:',
    provider: helpdesk.provider,
    clock: () => instantOf(Date.UTC(2026, 10, 24, 12)),
    rowsTimeout: 60_000,
  });
  try {
    await quejas.start();
    const cases = xesFile(sharedFile(log)).cases();
    return await whileItGoesOn(oneMinute, (onProgress) =>
      importLog({ quejas, mapping: helpdesk, cases, concurrency: 1, limit, onProgress }),
    );
  } finally {
    await quejas.close();
  }
};

/** Rows are compared here, not kept: where the system has a folder in memory, no commit waits for a disk. */
const memoryFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Checkpoints hold positions, which differ from store to store; rows never do. */
const withoutCheckpoints = (tables: ReturnType<typeof tableContents>) =>
  Object.fromEntries(Object.entries(tables).filter(([table]) => table !== 'projections'));

const oneMinute = 60_000;

/** The import has no limit but that it goes on: case after case, however fast this machine and its server are. */
const noLimit = 24 * 3_600_000;

/**
 * The main job on a server, through one client: the golden counts where no limit cuts the log short, and rows equal to
 * those of the embedded store.
 */
export const importsWith = ({ dialect, create }: Clients, limit?: number): void => {
  const expected = limit === undefined ? golden : { cases: limit };

  const onServer = (connectionString: () => string): void => {
    const namespace = ownPrefix();
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(memoryFolder(), 'quejas-import-'));
    });
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const onto = async () => {
      const createClient = () => create(connectionString());
      const store = eventStoreDb({ createClient, dialect });
      try {
        return await imported({ store, rows: `sqlite:${join(folder, 'rows.db')}`, namespace }, limit);
      } finally {
        await store.close();
      }
    };

    it(
      limit === undefined
        ? 'gives the golden counts, and the very rows that it gives on the embedded store'
        : `gives the very rows that it gives on the embedded store, of ${String(limit)} cases`,
      async () => {
        expect(await onto()).toMatchObject(expected);
        const embedded = join(folder, 'embedded.db');
        await imported({ store: `sqlite:${embedded}`, namespace }, limit);
        const rows = tableContents(join(folder, 'rows.db'));
        expect(Object.keys(rows).length).toBeGreaterThan(2);
        expect(withoutCheckpoints(rows)).toEqual(withoutCheckpoints(tableContents(embedded)));
      },
      noLimit,
    );

    it(
      'appends nothing when it is done again',
      async () => {
        expect(await onto()).toMatchObject({ ...expected, appended: 0 });
      },
      noLimit,
    );
  };

  describeWithShared(log)('the log of the help desk, imported into EventStoreDB', () => {
    describe('on the loopback server', () => {
      let server: LoopbackServer;
      beforeAll(async () => {
        server = await startLoopbackServer();
      });
      afterAll(() => server.stop());
      onServer(() => server.connectionString);
    });

    describeOnRealServer('on the server at QUEJAS_EVENTSTOREDB_URL', () => {
      onServer(() => realServer ?? '');
    });
  });
};
