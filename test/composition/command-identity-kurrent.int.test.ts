import { conectared, emenet, openQuejas, parseStoreUrl } from '../../src/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { commandIdentityOn } from './command-identity-on.js';

commandIdentityOn('EventStoreDB through @kurrent/kurrentdb-client', async () => {
  const server = await startLoopbackServer();
  const store = parseStoreUrl(server.connectionString.replace(/^esdb/, 'kurrentdb'));
  const shared = { store, keys: memoryKeyVault(), rows: 'none' } as const;
  const one = await openQuejas({ ...shared, provider: conectared });
  const two = await openQuejas({ ...shared, provider: conectared });
  const other = await openQuejas({ ...shared, provider: emenet });
  const all = [one, two, other];
  const close = async (): Promise<void> => {
    for (const host of all) await host.close();
    await server.stop();
  };
  return { one, two, other, close };
});
