import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { correctionsOn } from './corrections-on.js';
import { removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

correctionsOn('SQLite', () => {
  const folder = scratchFolder();
  const options = {
    store: `sqlite:${join(folder, 'q.db')}`,
    keys: `file:${join(folder, 'keys', 'k.db')}`,
  } as const;
  return Promise.resolve({ options, close: () => Promise.resolve() });
});
