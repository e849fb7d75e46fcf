import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { readModelProjector } from '../../src/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { removeScratch, scratchFolder } from './opened.js';
import { publicationOn } from './publication-on.js';

afterAll(removeScratch);

const close = (): Promise<void> => Promise.resolve();

publicationOn('memory', () =>
  Promise.resolve({
    options: { store: memoryEventStore({ inline: readModelProjector() }), keys: memoryKeyVault() },
    close,
  }),
);

publicationOn('SQLite', () =>
  Promise.resolve({
    options: { store: `sqlite:${join(scratchFolder(), 'q.db')}`, keys: memoryKeyVault() },
    close,
  }),
);
