import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { removeScratch, scratchFolder } from './opened.js';
import { runDueOn } from './run-due-on.js';

afterAll(removeScratch);

runDueOn('EventStoreDB through @eventstore/db-client', async () => {
  const server = await startLoopbackServer();
  const folder = scratchFolder();
  const options = {
    store: server.connectionString,
    rows: 'memory:',
    keys: `file:${join(folder, 'keys', 'k.db')}`,
  } as const;
  return { options, close: () => server.stop() };
});
