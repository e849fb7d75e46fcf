import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { readModelProjector } from '../../src/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { removeScratch, scratchFolder } from './opened.js';
import { wrongClockOn } from './wrong-clock-on.js';

afterAll(removeScratch);

const close = (): Promise<void> => Promise.resolve();

wrongClockOn('memory', () =>
  Promise.resolve({
    options: { store: memoryEventStore({ inline: readModelProjector() }), keys: memoryKeyVault() },
    close,
  }),
);

wrongClockOn('SQLite', () =>
  Promise.resolve({
    options: { store: `sqlite:${join(scratchFolder(), 'q.db')}`, keys: memoryKeyVault() },
    close,
  }),
);

wrongClockOn('EventStoreDB', async () => {
  const server = await startLoopbackServer();
  return {
    options: { store: server.connectionString, rows: 'none', keys: memoryKeyVault() },
    close: () => server.stop(),
  };
});
