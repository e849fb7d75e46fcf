import { conectared, emenet, openQuejas } from '../../src/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { commandIdentityOn } from './command-identity-on.js';

commandIdentityOn('EventStoreDB through @eventstore/db-client', async () => {
  const server = await startLoopbackServer();
  const store = server.connectionString;
  const shared = { store, keys: memoryKeyVault(), rows: 'none' } as const;
  const one = await openQuejas({ ...shared, provider: conectared });
  const two = await openQuejas({ ...shared, provider: conectared });
  const other = await openQuejas({ ...shared, provider: emenet });
  const all = [one, two, other];
  const close = async (): Promise<void> => {
    // One at a time: what the older client knows of calls under way it shares with every client of the process.
    for (const host of all) await host.close();
    await server.stop();
  };
  return { one, two, other, close };
});
