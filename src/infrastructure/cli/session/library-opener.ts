import { existsSync } from 'node:fs';
import { silentLogger } from '../../../application/ports/logger.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import type { Opener, Place } from './opener.js';
import { fileOf } from './places.js';

const onlyProfile = async ({ store, access }: Place): Promise<ProviderProfile> => {
  const { onlyProfileOf } = await import('./profiles.js');
  const path = fileOf(store);
  if (path === undefined || !existsSync(path)) return onlyProfileOf(undefined, access === 'create');
  const { sqliteEventStore } = await import('../../sqlite/index.js');
  const events = sqliteEventStore({ path, mustExist: true, readOnly: true });
  try {
    return await onlyProfileOf(events, access === 'create');
  } finally {
    await events.close();
  }
};

const profileOf = async (place: Place): Promise<ProviderProfile> => {
  const { provider } = place;
  if (provider === undefined) return onlyProfile(place);
  if (typeof provider === 'object') return provider;
  if (provider.includes('/') || provider.includes('\\')) {
    const { profileFromFile } = await import('./profile-file.js');
    return profileFromFile(provider);
  }
  const { profileNamed } = await import('./profiles.js');
  return profileNamed(provider);
};

/** Whoever makes a store first makes sure that its keys can be kept: a store that nobody can file in is not left behind. */
const ensureKeys = async ({ store, keys, access }: Place): Promise<void> => {
  const [file, vault] = [fileOf(store), fileOf(keys)];
  if (access !== 'create' || vault === undefined || file === undefined || existsSync(file)) return;
  const { fileKeyVault } = await import('../../crypto/file-key-vault.js');
  const opened = fileKeyVault(vault);
  await opened.open();
  await opened.close();
};

/** Opens the library itself; its parts are loaded when they are needed. */
export const libraryOpener: Opener = {
  open: async (place) => {
    const [{ openQuejas }, provider] = await Promise.all([
      import('../../../open-quejas.js'),
      profileOf(place),
    ]);
    const { store, keys, clock, access, onRowsBehind } = place;
    await ensureKeys(place);
    return openQuejas({
      store,
      keys,
      provider,
      clock,
      mustExist: access !== 'create',
      readOnly: access === 'read' ? 'if-needed' : false,
      logger: {
        ...silentLogger,
        warn: (message, { events } = {}) => {
          if (message === 'rows-behind' && typeof events === 'number') onRowsBehind?.(events);
        },
      },
    });
  },
};
