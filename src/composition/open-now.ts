import { dirname } from 'node:path';
import { storeError } from '../application/errors/store-error.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Keyring } from '../application/ports/keyring.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import { filePlace, isSameFile } from '../infrastructure/shared/file-place.js';
import { loadDriver } from '../infrastructure/shared/sqlite-driver.js';
import { known } from './check-options.js';
import { isCodedError } from '../application/errors/coded-error.js';
import { keysInStore, pathIn, rowsInStore } from './option-faults.js';
import type { FileScheme } from './place-url.js';

interface Places {
  readonly store: unknown;
  readonly keys: unknown;
  readonly rows?: unknown;
  readonly readOnly?: boolean | 'if-needed' | undefined;
}

/** The path of a part that is given as the URL of a file. */
const pathOf = (option: keyof typeof known, scheme: FileScheme, part: unknown): string | undefined =>
  typeof part === 'string' && part.startsWith(`${scheme}:`)
    ? pathIn(option, scheme, part, known[option])
    : undefined;

/**
 * Looks at where things are to lie before any of it is made. Throws `node-unsupported` where a file is to be opened by a
 * Node that cannot, `store-folder-missing` for the store and for rows apart, and `option-invalid` for a URL in the wrong
 * form, for keys in the file of the store or of its rows, and for rows in the file of the store.
 */
export const checkPlaces = ({ store, keys, rows }: Places): void => {
  const events = pathOf('store', 'sqlite', store);
  const vault = pathOf('keys', 'file', keys);
  const apart = pathOf('rows', 'sqlite', rows);
  const data = [events, apart].filter((path) => path !== undefined);
  if (data.length > 0 || vault !== undefined) loadDriver();
  for (const path of data) {
    if (vault !== undefined && isSameFile(path, vault)) throw keysInStore(vault);
    const { folder, hasFolder } = filePlace(path);
    if (!hasFolder) throw storeError('store-folder-missing', { path, folder });
  }
  if (events !== undefined && apart !== undefined && isSameFile(events, apart)) throw rowsInStore(apart);
};

/**
 * The folder that keys and store share, where they do: who copies it has both. A host is warned, and may have its reasons.
 */
export const sharedFolder = ({ store, keys }: Places): string | undefined => {
  const [events, vault] = [pathOf('store', 'sqlite', store), pathOf('keys', 'file', keys)];
  if (events === undefined || vault === undefined) return undefined;
  return isSameFile(dirname(events), dirname(vault)) ? dirname(vault) : undefined;
};

interface Openable {
  readonly open: () => Promise<void>;
}

const isOpenable = (part: object): part is Openable => 'open' in part && typeof part.open === 'function';

const passing: readonly string[] = ['rows-locked', 'store-full'];

/** Rows hold no command up: those that are only busy now are waited for by the first query. */
const unlessPassing = (fault: unknown): void => {
  const isPassing = isCodedError(fault) && passing.includes(fault.code);
  if (!isPassing) throw fault;
};

/**
 * Whether the vault in a file may be opened now, which makes it where there is none. A store that is there knows its
 * vault: another one is told before. A server may be away, and say so later: for it, none is made before the first value.
 */
const mayOpenVault = async (
  { store, vault, keyring }: Pick<OpenParts, 'store' | 'vault' | 'keyring'>,
  isNew: boolean,
): Promise<boolean> => {
  if (!('rows' in store)) return (await vault.identity?.()) !== undefined;
  if (!isNew) await keyring.check();
  return true;
};

interface OpenParts {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly keyring: Pick<Keyring, 'check'>;
  /** What lies in files beside the store, its rows and what its write side keeps: opened where it is there already. */
  readonly beside: readonly object[];
}

/**
 * Opens now what was given by URL and would else wait for its first use. The keys of a store that is yet to be made come
 * first: a store in which nothing can be filed is not left behind. For reading, keys wait for their first use.
 * Throws `keys-foreign`, `keys-behind` for the keys of another store.
 */
export const openNow = async ({ store, keys, readOnly = false }: Places, parts: OpenParts): Promise<void> => {
  const path = pathOf('store', 'sqlite', store);
  const isNew = path !== undefined && !filePlace(path).exists;
  const events = typeof store === 'string' ? [parts.store] : [];
  const isVaultOurs = pathOf('keys', 'file', keys) !== undefined && readOnly === false;
  const vault = isVaultOurs && (await mayOpenVault(parts, isNew)) ? [parts.vault] : [];
  const inOrder: readonly object[] = isNew ? [...vault, ...events] : [...events, ...vault];
  for (const part of inOrder.filter(isOpenable)) await part.open();
  for (const part of parts.beside.filter(isOpenable)) await part.open().catch(unlessPassing);
};
