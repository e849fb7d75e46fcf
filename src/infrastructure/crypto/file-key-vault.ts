import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { codedError, isCodedError } from '../../application/errors/coded-error.js';
import { reasonOf } from '../../application/errors/reason-of.js';
import { toldReason } from '../../application/errors/store-reasons.js';
import type { ContactEntry, KeyVault } from '../../application/ports/key-vault.js';
import { contactsSchema, contactTable } from './contact-table.js';
import { unwrapKey, wrapKey } from './key-wrap.js';
import { openOwnDatabase } from './own-database.js';

const unavailable = (path: string, cause: unknown) => {
  const reason = reasonOf(cause);
  const why = toldReason(reason);
  return codedError(
    'keys-unavailable',
    {
      es: `El archivo de llaves ${path} no se puede usar (${why.es}). Revise que sea el de las llaves, sus permisos y su llave maestra.`,
      en: `The key file ${path} cannot be used (${why.en}). Check that it is the file of the keys, its permissions and its master key.`,
    },
    { path, reason },
    cause,
  );
};

/** Makes a file whole or not at all, readable by its owner alone. One that another process made first stays. */
const makeOnce = (file: string, content: Buffer): void => {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** The key that wraps all others: given, or kept in a file of its own beside the vault, readable by its owner alone. */
const masterKeyOf = (path: string, given: Buffer | undefined): KeyObject => {
  if (given !== undefined) return createSecretKey(given);
  const file = `${path}.master`;
  if (!existsSync(file)) makeOnce(file, randomBytes(32));
  return createSecretKey(readFileSync(file));
};

const schema = `
  CREATE TABLE IF NOT EXISTS person_keys (person TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
  ${contactsSchema}`;

const open = (path: string, given: Buffer | undefined) => {
  const database = openOwnDatabase(path, 'person_keys', schema);
  return {
    database,
    contacts: contactTable(database),
    master: masterKeyOf(path, given),
    find: database.prepare('SELECT wrapped FROM person_keys WHERE person = ?'),
    add: database.prepare('INSERT INTO person_keys (person, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  };
};

type OpenVault = ReturnType<typeof open>;

/** A vault in a file. */
export interface FileKeyVault extends KeyVault {
  /** Opens the file now, and makes it where there is none; without it the first key does. Throws `keys-unavailable`. */
  readonly open: () => Promise<void>;
}

/**
 * Keys in a file, each wrapped by the master key (AES-256-GCM, bound to its person). Several processes may use one
 * file: the key of a person that was made first is the key for all. Opened at the first use; keys made in one turn of the
 * event loop share one durable write.
 */
export const fileKeyVault = (
  path: string,
  { masterKey }: { readonly masterKey?: Buffer } = {},
): FileKeyVault => {
  const cache = new Map<string, KeyObject>();
  const wanted = new Map<string, Promise<KeyObject>>();
  let vault: OpenVault | undefined;
  let entries: { readonly given: readonly ContactEntry[]; readonly settle: (fault?: Error) => void }[] = [];
  let batch: { readonly person: string; readonly settle: (key: KeyObject | Error) => void }[] = [];

  let isClosed = false;

  const use = (): OpenVault => {
    if (isClosed) throw new Error('closed');
    return (vault ??= open(path, masterKey));
  };

  /** Does something with the file; what hinders it has a code. */
  const attempt = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      try {
        resolve(work());
      } catch (error) {
        reject(isCodedError(error) ? error : unavailable(path, error));
      }
    });

  const stored = (person: string): KeyObject | undefined => {
    const { find, master } = use();
    const wrapped = find.get(person)?.['wrapped'];
    if (!(wrapped instanceof Uint8Array)) return undefined;
    const key = createSecretKey(unwrapKey(master, person, wrapped));
    cache.set(person, key);
    return key;
  };

  const makeAll = (persons: readonly string[], contacts: readonly ContactEntry[]): void => {
    const { database, add, master, contacts: table } = use();
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const person of persons) add.run(person, wrapKey(master, person, randomBytes(32)));
      for (const entry of contacts) table.add(entry);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  const flush = (): void => {
    const [waiting, noted] = [batch, entries];
    [batch, entries] = [[], []];
    try {
      makeAll(
        waiting.map(({ person }) => person),
        noted.flatMap(({ given }) => given),
      );
      for (const { person, settle } of waiting)
        settle(stored(person) ?? unavailable(path, 'the key is gone'));
      for (const { settle } of noted) settle();
    } catch (error) {
      const fault = isCodedError(error) ? error : unavailable(path, error);
      for (const { settle } of [...waiting, ...noted]) settle(fault);
    }
  };

  const flushSoon = (): void => {
    if (batch.length === 0 && entries.length === 0) setImmediate(flush);
  };

  const make = (person: string): Promise<KeyObject> =>
    new Promise<KeyObject>((resolve, reject) => {
      flushSoon();
      batch.push({ person, settle: (key) => (key instanceof Error ? reject(key) : resolve(key)) });
    });

  const keyFor = (person: string): Promise<KeyObject> => {
    const key = cache.get(person);
    if (key !== undefined) return Promise.resolve(key);
    const pending = wanted.get(person) ?? make(person).finally(() => wanted.delete(person));
    wanted.set(person, pending);
    return pending;
  };

  return {
    open: () => attempt(() => void use()),
    keyFor,
    existingKey: (person) =>
      attempt(() => cache.get(person) ?? (existsSync(path) ? stored(person) : undefined)),
    cachedKey: (person) => cache.get(person),
    contacts: {
      note: (given) =>
        new Promise((resolve, reject) => {
          flushSoon();
          entries.push({ given, settle: (fault) => (fault === undefined ? resolve() : reject(fault)) });
        }),
      withHash: (hash) => attempt(() => (existsSync(path) ? use().contacts.withHash(hash) : [])),
    },
    close: () =>
      attempt(() => {
        isClosed = true;
        vault?.database.close();
        vault = undefined;
        cache.clear();
      }),
  };
};
