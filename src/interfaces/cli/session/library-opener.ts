import { silentLogger } from '../../../application/ports/logger.js';
import type { Quejas } from '../../../composition/quejas.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { isMissing } from '../../../infrastructure/shared/file-place.js';
import type { Opener, Place } from './opener.js';
import { fileOf, isOnServer } from './places.js';
import { profileAsNamed } from './profile-as-named.js';

const providersInFile = async (path: string): Promise<readonly string[]> => {
  const [{ sqliteEventStore }, { providersIn }] = await Promise.all([
    import('../../../infrastructure/sqlite/index.js'),
    import('./profiles.js'),
  ]);
  const events = sqliteEventStore({ path, mustExist: true, readOnly: true });
  try {
    return await providersIn(events);
  } finally {
    await events.close();
  }
};

const providersAt = async (store: string): Promise<readonly string[]> => {
  const path = fileOf(store);
  return path === undefined || isMissing(path) ? [] : providersInFile(path);
};

const profileOf = async (
  { provider, access }: Pick<Place, 'provider' | 'access'>,
  found: () => Promise<readonly string[]>,
): Promise<ProviderProfile> => {
  if (provider === undefined) {
    const { onlyProfileOf } = await import('./profiles.js');
    return onlyProfileOf(await found(), access === 'create');
  }
  return typeof provider === 'object' ? provider : profileAsNamed(provider);
};

/** What is said of the vault beside its place, and of the clock. */
const saidOptions = ({
  masterKey,
  newVault,
  clockIsRight,
}: Pick<Place, 'masterKey' | 'newVault' | 'clockIsRight'>) => ({
  ...(clockIsRight !== undefined && { clockIsRight }),
  ...(masterKey !== undefined && { masterKey }),
  ...(newVault !== undefined && { newVault }),
});

/** One client for everything: the store is opened before the provider is known, and closed after all else. */
const openOnServer = async (place: Place): Promise<Quejas> => {
  const [{ openQuejas }, { openStore }, { providersWithFolios }] = await Promise.all([
    import('../../../composition/open-quejas.js'),
    import('../../../composition/open-parts.js'),
    import('./profiles.js'),
  ]);
  const { rows, keys, clockIn, ...more } = place;
  const store = await openStore(place.store, { namespace: '', logger: silentLogger });
  try {
    const provider = await profileOf(place, () => providersWithFolios(store));
    const clock = await clockIn(provider.zone);
    const quejas = await openQuejas({ store, rows, keys, provider, clock, ...saidOptions(more) });
    return { ...quejas, close: () => quejas.close().finally(() => store.close()) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

const readOnlyFor = { create: false, write: false, read: 'if-needed', look: true } as const;

/** Opens the library itself; its parts are loaded when they are needed. */
export const libraryOpener: Opener = {
  open: async (place) => {
    if (isOnServer(place.store)) return openOnServer(place);
    const [{ openQuejas }, provider] = await Promise.all([
      import('../../../composition/open-quejas.js'),
      profileOf(place, () => providersAt(place.store)),
    ]);
    const { store, keys, clockIn, access, onRowsBehind, ...more } = place;
    return openQuejas({
      store,
      keys,
      provider,
      clock: await clockIn(provider.zone),
      ...saidOptions(more),
      mustExist: access !== 'create',
      readOnly: readOnlyFor[access],
      ...(access === 'look' ? {} : { onRowsBehind }),
    });
  },
};
