import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { readModelProjector, type OpenQuejasOptions } from '../../src/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { closingOn } from './closing-on.js';
import { removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

closingOn('a store in memory', 25, () => {
  const store = memoryEventStore({ inline: readModelProjector() });
  return Promise.resolve({ options: () => ({ store, keys: memoryKeyVault() }), close: store.close });
});

closingOn('SQLite', 20, () => {
  const store = `sqlite:${join(scratchFolder(), 'q.db')}` as const;
  return Promise.resolve({
    options: () => ({ store, keys: memoryKeyVault() }),
    close: () => Promise.resolve(),
  });
});

closingOn('SQLite with rows apart', 12, () => {
  const options = (): Pick<OpenQuejasOptions, 'store' | 'keys' | 'rows'> => {
    const folder = scratchFolder();
    return {
      store: `sqlite:${join(folder, 'q.db')}`,
      rows: `sqlite:${join(folder, 'rows.db')}`,
      keys: `file:${join(folder, 'keys', 'keys.db')}`,
    };
  };
  return Promise.resolve({
    options,
    close: () => Promise.resolve(),
  });
});
