import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import {
  conectared,
  emenet,
  openQuejas,
  readModelProjector,
  type OpenQuejasOptions,
} from '../../src/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { commandIdentityOn, type Hosts } from './command-identity-on.js';
import { removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

const opened = async (shared: Pick<OpenQuejasOptions, 'store' | 'keys'>): Promise<Hosts> => {
  const one = await openQuejas({ ...shared, provider: conectared });
  const two = await openQuejas({ ...shared, provider: conectared });
  const other = await openQuejas({ ...shared, provider: emenet });
  const close = async (): Promise<void> => {
    for (const host of [one, two, other]) await host.close();
  };
  return { one, two, other, close };
};

commandIdentityOn('memory', () =>
  opened({ store: memoryEventStore({ inline: readModelProjector() }), keys: memoryKeyVault() }),
);

commandIdentityOn('SQLite', () =>
  opened({ store: `sqlite:${join(scratchFolder(), 'q.db')}`, keys: memoryKeyVault() }),
);
