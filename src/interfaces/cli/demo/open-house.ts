import { dirname } from 'node:path';
import type { Clock } from '../../../application/ports/clock.js';
import type { KeyVault } from '../../../application/ports/key-vault.js';
import type { Quejas } from '../../../composition/quejas.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { openQuejas, readModelProjector, type EmbeddedStore } from '../../../composition/open-quejas.js';
import type { Place } from '../session/opener.js';
import { fileOf } from '../session/places.js';
import { makeFolder } from '../../../infrastructure/shared/make-folder.js';

/** Several providers on one store. */
export interface House {
  readonly served: readonly Quejas[];
  readonly close: () => Promise<void>;
}

const openStore = async (url: string): Promise<EmbeddedStore> => {
  const inline = readModelProjector();
  const path = fileOf(url);
  if (path === undefined) {
    const { memoryEventStore } = await import('../../../infrastructure/memory/index.js');
    return memoryEventStore({ inline });
  }
  makeFolder(dirname(path));
  const { sqliteEventStore } = await import('../../../infrastructure/sqlite/index.js');
  return sqliteEventStore({ path, inline });
};

const openVault = async (url: string): Promise<KeyVault> => {
  const path = fileOf(url);
  if (path === undefined) {
    const { memoryKeyVault } = await import('../../../infrastructure/crypto/memory-key-vault.js');
    return memoryKeyVault();
  }
  const { fileKeyVault } = await import('../../../infrastructure/crypto/file-key-vault.js');
  return fileKeyVault(path);
};

/** Opens one store and one vault for all of these providers. */
export const openHouse = async (
  { store: storeUrl, keys: keysUrl }: Pick<Place, 'store' | 'keys'>,
  profiles: readonly ProviderProfile[],
  clock: Clock,
): Promise<House> => {
  const store = await openStore(storeUrl);
  const keys = await openVault(keysUrl);
  const served = await Promise.all(profiles.map((provider) => openQuejas({ store, keys, provider, clock })));
  return {
    served,
    close: async () => {
      for (const each of [...served, store, keys]) await each.close();
    },
  };
};
