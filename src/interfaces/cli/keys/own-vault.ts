import { vaultFault } from '../../../application/keys/compare-vaults.js';
import { eitherMarks, marksInStream } from '../../../application/keys/marks-in-stream.js';
import { scopeOf } from '../../../application/identity/scope.js';
import { silentLogger } from '../../../application/ports/logger.js';
import { openStore, openVault } from '../../../composition/open-parts.js';
import { systemClock } from '../../../infrastructure/shared/system/system-clock.js';
import { isOnServer, placesOf } from '../session/places.js';
import { providersIn, providersWithFolios } from '../session/profiles.js';
import type { Session } from '../session/session.js';
import { unlessInterrupted } from '../session/unless-interrupted.js';

/**
 * Holds the vault against what the store knows of its own, for each provider that filed there, in a file or on a server;
 * nothing is changed. Throws `keys-foreign`, `keys-behind`, and what the store throws.
 */
export const mustBeOfStore = async (session: Session): Promise<void> => {
  const { store: url, keys, masterKey, provider: named } = placesOf(session, 'write');
  const store = await openStore(url, {
    ...{ namespace: '', logger: silentLogger, mustExist: true, readOnly: true },
  });
  const vault = await openVault(keys, masterKey);
  const compare = async (): Promise<void> => {
    const identity = await vault.identity?.();
    const found = await (isOnServer(url) ? providersWithFolios(store) : providersIn(store));
    const ours = typeof named === 'string' ? named : named?.id;
    for (const provider of new Set(ours === undefined ? found : [ours, ...found])) {
      const inStream = marksInStream({ store, provider, namespace: '', zone: 'UTC', clock: systemClock });
      const mark = await eitherMarks(store.vaultMarks, inStream).read(scopeOf('', provider));
      const fault = vaultFault(mark, identity);
      if (fault !== undefined) throw fault;
    }
  };
  try {
    await unlessInterrupted(compare(), session);
  } finally {
    await vault.close();
    await store.close();
  }
};
