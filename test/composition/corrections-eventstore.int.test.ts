import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { correctionsOn } from './corrections-on.js';
import { removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

correctionsOn('EventStoreDB through @eventstore/db-client', async () => {
  const server = await startLoopbackServer();
  const folder = scratchFolder();
  const options = {
    store: server.connectionString,
    rows: `sqlite:${join(folder, 'rows.db')}`,
    keys: `file:${join(folder, 'keys', 'k.db')}`,
  } as const;
  return { options, close: () => server.stop() };
});
