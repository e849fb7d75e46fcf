import type { KeyObject } from 'node:crypto';
import { codedError, isCodedError } from '../../application/errors/coded-error.js';
import { contactsDamaged, keyDestroyed, keysBehind } from '../../application/errors/key-faults.js';
import { vaultLocked } from '../../application/errors/key-faults.js';
import { toldReason } from '../../application/errors/store-reasons.js';
import type { ContactEntry, KeyVault } from '../../application/ports/key-vault.js';
import { recentCache } from '../../application/recent-cache.js';
import { countAnew, distrust, dropDamaged } from './contact-table.js';
import { masterPlace, type MasterKey } from './master-key.js';
import { inTransaction } from './own-database.js';
import { isMissing } from '../shared/file-place.js';
import { isBusy } from '../shared/sqlite-result.js';
import { whyOf } from '../shared/why-of.js';
import { makeVault, openVault, ownerOf, type OpenVault } from './vault-file.js';
import { isEmptyFile } from './whole-file.js';

export type { MasterKey } from './master-key.js';

/** That the file of a vault cannot be used, and why. */
export const vaultUnavailable = (path: string, cause: unknown) => {
  const reason: string = isBusy(cause) ? vaultLocked : whyOf(cause, path);
  const why = toldReason(reason);
  return codedError(
    'keys-unavailable',
    {
      es: `El archivo de llaves ${path} no se puede usar (${why.es}). Nada se hizo en su lugar. Revise que sea el de las llaves, sus permisos y su llave maestra; si falta, restáurelo de su respaldo.`,
      en: `The key file ${path} cannot be used (${why.en}). Nothing was made in its place. Check that it is the file of the keys, its permissions and its master key; where that is missing, restore it from its back-up.`,
    },
    { path, reason },
    cause,
  );
};

/** A vault in a file. */
export type FileKeyVault = KeyVault &
  Required<Pick<KeyVault, 'open' | 'identity' | 'destroy' | 'isDestroyed'>>;

/** Where the key of keys of a vault comes from. */
export interface FileKeyVaultOptions {
  /** Default: a file of its own beside the vault, `PATH.master`. */
  readonly masterKey?: MasterKey;
}

/** Keys kept at hand: a miss is one look into the file. */
const remembered = 10_000;

/** Milliseconds after which the keys at hand are held against the file again (stated: a second). */
const lookEvery = 500;

interface WantedKey {
  readonly person: string;
  readonly provider: string;
  readonly settle: (key: KeyObject | Error) => void;
}

/**
 * Keys in a file, each wrapped by the master key (AES-256-GCM, bound to its person). Several processes may use one
 * file: the key of a person that was made first is the key for all, and one that is destroyed is used nowhere a second
 * later. Opened at the first use; keys made in one turn of the event loop share one durable write.
 */
export const fileKeyVault = (path: string, { masterKey }: FileKeyVaultOptions = {}): FileKeyVault => {
  const place = masterPlace(path, masterKey);
  const cache = recentCache<KeyObject>(remembered);
  const wanted = new Map<string, Promise<KeyObject>>();
  let vault: OpenVault | undefined;
  let opening: Promise<OpenVault> | undefined;
  let entries: { readonly given: readonly ContactEntry[]; readonly settle: (fault?: Error) => void }[] = [];
  let batch: WantedKey[] = [];
  let seen = { version: -1, at: -Infinity };
  let isClosed = false;

  const hasVault = (): boolean => !isMissing(path) && !isEmptyFile(path);

  /** Lets go of keys that another process may have changed. */
  const lookAround = (open: OpenVault): void => {
    const version = open.dataVersion();
    if (version !== seen.version) cache.clear();
    seen = { version, at: performance.now() };
  };

  const opened = (): Promise<OpenVault> => {
    if (isClosed) return Promise.reject(new Error('closed'));
    if (vault !== undefined) return Promise.resolve(vault);
    opening ??= openVault(path, place)
      .then((open) => {
        lookAround(open);
        return (vault = open);
      })
      .finally(() => (opening = undefined));
    return opening;
  };

  /** The open vault, made where there is none. */
  const made = async (): Promise<OpenVault> => {
    if (!isClosed && isMissing(path)) {
      place.make?.();
      const [master] = await place.candidates();
      if (master === undefined) throw new Error('master-missing');
      makeVault(path, master);
    }
    return opened();
  };

  const letGo = (): void => {
    vault?.database.close();
    vault = undefined;
    cache.clear();
  };

  const freshCache = (): typeof cache => {
    try {
      if (vault !== undefined && performance.now() - seen.at > lookEvery) lookAround(vault);
    } catch {
      // What cannot be asked holds no key that is sure to be there still.
      cache.clear();
    }
    return cache;
  };

  /** Another process may have wrapped all keys anew: then the vault is opened again. */
  const withRightMaster = async (open: OpenVault): Promise<OpenVault> => {
    if (!open.isRewrapped()) return open;
    letGo();
    return opened();
  };

  /** Does something with the file; what hinders it has a code. */
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw isCodedError(error) ? error : vaultUnavailable(path, error);
    }
  };

  /** Changes the index of the vault, where there is one. */
  const changeIn = (work: (open: OpenVault) => void): Promise<void> =>
    attempt(async () => {
      if (!hasVault()) return;
      const open = await opened();
      inTransaction(open.database, () => work(open));
    });

  const stored = (open: OpenVault, person: string, provider: string): KeyObject | undefined => {
    const wrapped = open.wrapped(person, provider);
    if (wrapped === undefined) return undefined;
    const key = open.unwrap(person, provider, wrapped);
    cache.set(ownerOf(person, provider), key);
    return key;
  };

  const makeAll = (
    open: OpenVault,
    keys: readonly WantedKey[],
    contacts: readonly ContactEntry[],
  ): (KeyObject | Error)[] => {
    inTransaction(open.database, () => {
      if (open.isRewrapped()) throw new Error('master-other');
      const identity = open.identity();
      if (open.lost() > 0) throw keysBehind({ vault: identity.id, reason: 'keys-gone' });
      for (const { person, provider } of keys) open.add(person, provider);
      const noted = contacts.filter((entry) => open.contacts.add(entry));
      // A copy of the vault from before lacks what they are found by, though it may have every key.
      if (noted.length > 0) open.moveOn();
    });
    return keys.map(
      ({ person, provider }) => stored(open, person, provider) ?? keyDestroyed({ person, provider }),
    );
  };

  const flush = async (): Promise<void> => {
    const [waiting, noted] = [batch, entries];
    [batch, entries] = [[], []];
    try {
      const open = await withRightMaster(await made());
      const keys = makeAll(
        open,
        waiting,
        noted.flatMap(({ given }) => given),
      );
      waiting.forEach(({ settle }, index) => settle(keys[index] ?? vaultUnavailable(path, 'no-key')));
      for (const { settle } of noted) settle();
    } catch (error) {
      const fault = isCodedError(error) ? error : vaultUnavailable(path, error);
      for (const { settle } of [...waiting, ...noted]) settle(fault);
    }
  };

  const flushSoon = (): void => {
    if (batch.length === 0 && entries.length === 0) setImmediate(() => void flush());
  };

  const make = (person: string, provider: string): Promise<KeyObject> =>
    new Promise<KeyObject>((resolve, reject) => {
      flushSoon();
      batch.push({
        ...{ person, provider },
        settle: (key) => (key instanceof Error ? reject(key) : resolve(key)),
      });
    });

  const keyFor: KeyVault['keyFor'] = (person, provider) => {
    const owner = ownerOf(person, provider);
    const key = freshCache().get(owner);
    if (key !== undefined) return Promise.resolve(key);
    const pending = wanted.get(owner) ?? make(person, provider).finally(() => wanted.delete(owner));
    wanted.set(owner, pending);
    return pending;
  };

  const existingKey: KeyVault['existingKey'] = (person, provider) =>
    attempt(async () => {
      const key = freshCache().get(ownerOf(person, provider));
      if (key !== undefined || (!isClosed && !hasVault())) return key;
      return stored(await withRightMaster(await opened()), person, provider);
    });

  return {
    open: () =>
      attempt(async () => {
        await made();
      }),
    identity: () => attempt(async () => (hasVault() ? (await opened()).identity() : undefined)),
    keyFor,
    existingKey,
    cachedKey: (person, provider) => freshCache().get(ownerOf(person, provider)),
    isDestroyed: (person, provider) =>
      attempt(async () => hasVault() && (await opened()).isDestroyed(person, provider)),
    destroy: (person, provider) =>
      attempt(async () => {
        const open = await opened();
        cache.remove(ownerOf(person, provider));
        inTransaction(open.database, () => open.destroy(person, provider));
        // The log of the file held the key, and the contacts.
        open.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      }),
    acceptLoss: () =>
      attempt(async () => {
        (await opened()).acceptLoss();
      }),
    contacts: {
      note: (given) =>
        new Promise((resolve, reject) => {
          flushSoon();
          entries.push({ given, settle: (fault) => (fault === undefined ? resolve() : reject(fault)) });
        }),
      withHash: (hash) =>
        attempt(async () => {
          if (!hasVault()) return [];
          const open = await opened();
          const found = open.contacts.withHash(hash);
          if (found === undefined) throw contactsDamaged({ vault: open.identity().id });
          return found;
        }),
      holds: (provider) => attempt(async () => hasVault() && (await opened()).contacts.holds(provider)),
      remake: async (provider, fill) => {
        await changeIn(({ contacts, database }) => {
          if (!contacts.areAllWhole()) dropDamaged(database);
        });
        const filled = await fill();
        await changeIn(({ contacts, database }) => {
          if (!contacts.areAllWhole()) countAnew(database, provider);
        });
        return filled;
      },
      distrust: (provider) => changeIn(({ database }) => distrust(database, provider)),
    },
    close: () =>
      attempt(async () => {
        isClosed = true;
        await opening?.catch(() => undefined);
        letGo();
      }),
  };
};
