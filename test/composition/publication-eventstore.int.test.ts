import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { publicationOn } from './publication-on.js';

publicationOn('EventStoreDB through @eventstore/db-client, without rows', async () => {
  const server = await startLoopbackServer();
  return {
    options: { store: server.connectionString, rows: 'none', keys: memoryKeyVault() },
    close: () => server.stop(),
  };
});
