import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { readModelProjector } from '../../src/composition/open-parts.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { removeScratch, scratchFolder } from './opened.js';
import { runDueOn } from './run-due-on.js';

afterAll(removeScratch);

runDueOn('memory', () => {
  const store = memoryEventStore({ inline: readModelProjector() });
  return Promise.resolve({ options: { store, keys: memoryKeyVault() }, close: () => store.close() });
});

runDueOn('SQLite', () => {
  const folder = scratchFolder();
  return Promise.resolve({
    options: { store: `sqlite:${join(folder, 'q.db')}`, keys: `file:${join(folder, 'keys', 'k.db')}` },
    close: () => Promise.resolve(),
  });
});
