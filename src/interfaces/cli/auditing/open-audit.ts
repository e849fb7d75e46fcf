import type { EventStore } from '../../../application/ports/event-store.js';
import { silentLogger } from '../../../application/ports/logger.js';
import type { KeysUrl } from '../../../composition/part-urls.js';
import { openStore } from '../../../composition/open-parts.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { isOnServer, placesOf } from '../session/places.js';
import { profileAsNamed } from '../session/profile-as-named.js';
import { onlyProfileOf, providersIn, providersWithFolios } from '../session/profiles.js';
import type { Session } from '../session/session.js';

/** A store that is only read, whose log it is, and where the keys lie. */
export interface AuditedStore {
  readonly store: EventStore;
  readonly provider: ProviderProfile;
  readonly keys: KeysUrl;
}

const providerIn = async (
  store: EventStore,
  named: string | ProviderProfile | undefined,
  isServer: boolean,
): Promise<ProviderProfile> => {
  if (typeof named === 'object') return named;
  if (named !== undefined) return profileAsNamed(named);
  return onlyProfileOf(await (isServer ? providersWithFolios(store) : providersIn(store)), false);
};

/** Opens the store as it is, works with it, and closes it. Throws `store-missing`, `provider-…`. */
export const withAuditedStore = async <T>(
  session: Session,
  work: (audited: AuditedStore) => Promise<T>,
): Promise<T> => {
  const { store: url, keys, provider: named } = placesOf(session, 'write');
  const store = await openStore(url, {
    ...{ namespace: '', logger: silentLogger, mustExist: true, readOnly: true },
  });
  try {
    const provider = await providerIn(store, named, isOnServer(url));
    return await work({ store, provider, keys });
  } finally {
    await store.close();
  }
};
