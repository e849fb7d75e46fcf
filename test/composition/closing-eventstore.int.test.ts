import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { closingOn } from './closing-on.js';

closingOn('EventStoreDB', 12, async () => {
  const server = await startLoopbackServer();
  return {
    options: () => ({ store: server.connectionString, keys: memoryKeyVault(), rows: 'memory:' }) as const,
    close: () => server.stop(),
  };
});
