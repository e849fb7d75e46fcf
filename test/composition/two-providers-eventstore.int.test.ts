import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { removeScratch, scratchFolder } from './opened.js';
import { twoProvidersOn } from './two-providers-on.js';

afterAll(removeScratch);

twoProvidersOn('EventStoreDB through @eventstore/db-client, rows and register in one file', async () => {
  const server = await startLoopbackServer();
  const rows = `sqlite:${join(scratchFolder(), 'rows.db')}` as const;
  return {
    options: { store: server.connectionString, rows, keys: memoryKeyVault() },
    close: () => server.stop(),
  };
});
