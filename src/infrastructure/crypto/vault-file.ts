import { createHmac, createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import type { VaultIdentity } from '../../application/ports/key-vault.js';
import { loadDriver, type Database } from '../shared/sqlite-driver.js';
import { isMissing } from '../shared/file-place.js';
import { isOnReadOnlyMedium } from '../shared/open-for-reading.js';
import { bringContactsUpToDate, contactsSchema, contactTable } from './contact-table.js';
import { unwrapKey, wrapKey } from './key-wrap.js';
import type { MasterPlace } from './master-key.js';
import { openOwnDatabase } from './own-database.js';
import { isEmptyFile, makeOnce } from './whole-file.js';
import { makeFolder } from '../shared/make-folder.js';

/**
 * `made` counts the keys that were ever made here, `held` those that are there, `gone` those that were destroyed: where
 * they do not add up, keys were lost. Triggers count, whatever changes the file.
 */
const schema = `
  CREATE TABLE vault (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL, secret BLOB NOT NULL,
    generation INTEGER NOT NULL, made INTEGER NOT NULL, held INTEGER NOT NULL, gone INTEGER NOT NULL) STRICT;
  CREATE TABLE person_keys (provider TEXT NOT NULL, person TEXT NOT NULL, wrapped BLOB NOT NULL,
    PRIMARY KEY (provider, person)) STRICT, WITHOUT ROWID;
  CREATE TABLE destroyed_keys (provider TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (provider, person)) STRICT, WITHOUT ROWID;
  CREATE TRIGGER keys_are_counted AFTER INSERT ON person_keys
    BEGIN UPDATE vault SET made = made + 1, held = held + 1, generation = generation + 1; END;
  CREATE TRIGGER keys_are_missed AFTER DELETE ON person_keys
    BEGIN UPDATE vault SET held = held - 1, generation = generation + 1; END;
  ${contactsSchema}`;

const secretLabel = '#secret';

/** To whom a wrapped key is bound. */
export const ownerOf = (person: string, provider: string): string => JSON.stringify([provider, person]);

const checkOf = (secret: Uint8Array, id: string): string =>
  createHmac('sha256', secret).update(`quejas vault ${id}`).digest('hex').slice(0, 32);

/** Makes a vault, whole or not at all; one that another process made first stays. */
export const makeVault = (path: string, master: Buffer): void => {
  makeFolder(dirname(path), 0o700);
  makeOnce(path, (draft) => {
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(draft);
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      database.exec(schema);
      database
        .prepare('INSERT INTO vault VALUES (1, ?, ?, 0, 0, 0, 0)')
        .run(randomUUID(), wrapKey(createSecretKey(master), secretLabel, randomBytes(32)));
    } finally {
      database.close();
    }
  });
};

/** The row that says which vault it is. */
interface VaultRow {
  readonly id: string;
  readonly secret: Uint8Array;
  readonly generation: number;
  /** Keys that were made and are neither there nor destroyed. */
  readonly lost: number;
}

const rowOf = (database: Database): VaultRow => {
  const row = database.prepare('SELECT id, secret, generation, made - held - gone AS lost FROM vault').get();
  const secret = row?.['secret'];
  if (!(secret instanceof Uint8Array)) throw new Error('vault-without-identity');
  return {
    id: String(row?.['id']),
    secret,
    generation: Number(row?.['generation']),
    lost: Number(row?.['lost']),
  };
};

/** The master key that opens a vault's secret, with the secret. Throws `master-missing`, `master-other`. */
const masterOf = async (
  place: MasterPlace,
  wrapped: Uint8Array,
): Promise<{ readonly master: KeyObject; readonly secret: Buffer }> => {
  const candidates = await place.candidates();
  if (candidates.length === 0) throw new Error('master-missing');
  for (const [index, bytes] of candidates.entries()) {
    const master = createSecretKey(bytes);
    try {
      const secret = unwrapKey(master, secretLabel, wrapped);
      // A change of the master key that a crash interrupted after its last write: the next key is the one in use.
      if (index > 0) place.settle?.();
      return { master, secret };
    } catch {
      // Another candidate may open it.
    }
  }
  throw new Error('master-other');
};

/** What a vault holds. */
export interface VaultSummary {
  /** Id of the vault. */
  readonly vault: string;
  /** Persons whose keys are held. */
  readonly persons: number;
  /** Persons whose keys were destroyed. */
  readonly destroyed: number;
}

/** An open vault: its file, the key of its keys, and what is asked of it. */
export interface OpenVault {
  readonly path: string;
  readonly database: Database;
  readonly summary: () => VaultSummary;
  readonly contacts: ReturnType<typeof contactTable>;
  /** Which vault it is, as it is now. Throws where the master key was changed meanwhile. */
  readonly identity: () => VaultIdentity;
  readonly lost: () => number;
  /** Whether another process changed the master key since this one read it. */
  readonly isRewrapped: () => boolean;
  readonly wrapped: (person: string, provider: string) => Uint8Array | undefined;
  readonly unwrap: (person: string, provider: string, wrapped: Uint8Array) => KeyObject;
  /** Makes the key of a person who has none, and no tombstone. */
  readonly add: (person: string, provider: string) => void;
  /** Keeps a key that a copy has, for a person who has none, and no tombstone. */
  readonly keep: (person: string, provider: string, key: Uint8Array) => void;
  /** Moves the generation on to at least this. */
  readonly reach: (generation: number) => void;
  /** Moves the generation on: an older copy lacks something. */
  readonly moveOn: () => void;
  readonly isDestroyed: (person: string, provider: string) => boolean;
  readonly destroy: (person: string, provider: string) => void;
  /** A number that changes when another connection has written. */
  readonly dataVersion: () => number;
  /** Counts the keys that are gone as never made. */
  readonly acceptLoss: () => void;
  /** Wraps every key by another master key. Belongs into a transaction. */
  readonly rewrap: (next: Buffer) => void;
}

/** Opens the vault that is there, with the master key of its place. Throws errors whose messages are reasons. */
export const openVault = async (path: string, place: MasterPlace): Promise<OpenVault> => {
  if (isMissing(path)) throw new Error('no-vault');
  if (isEmptyFile(path)) throw new Error('file-empty');
  const database = openOwnDatabase(path, 'vault', '');
  try {
    if (!isOnReadOnlyMedium(path)) bringContactsUpToDate(database);
    const { id, secret: wrappedSecret } = rowOf(database);
    const { master, secret } = await masterOf(place, wrappedSecret);
    const check = checkOf(secret, id);
    const find = database.prepare('SELECT wrapped FROM person_keys WHERE provider = ? AND person = ?');
    const tombstone = database.prepare('SELECT 1 FROM destroyed_keys WHERE provider = ? AND person = ?');
    const insert = database.prepare(
      `INSERT INTO person_keys (provider, person, wrapped) SELECT ?, ?, ?
        WHERE NOT EXISTS (SELECT 1 FROM destroyed_keys WHERE provider = ? AND person = ?) ON CONFLICT DO NOTHING`,
    );
    const keep = (person: string, provider: string, key: Uint8Array): void => {
      const wrapped = wrapKey(master, ownerOf(person, provider), key);
      insert.run(provider, person, wrapped, provider, person);
    };
    const bury = database.prepare(
      `INSERT INTO destroyed_keys VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) ON CONFLICT DO NOTHING`,
    );
    const remove = database.prepare('DELETE FROM person_keys WHERE provider = ? AND person = ?');
    const count = database.prepare('UPDATE vault SET gone = gone + ?, generation = generation + 1');
    const version = database.prepare('PRAGMA data_version');
    return {
      path,
      database,
      summary: () => {
        // Names that no person can have are those of the vault's own keys.
        const [persons, destroyed] = ['person_keys', 'destroyed_keys'].map((table) =>
          Number(
            database.prepare(`SELECT count(*) AS n FROM ${table} WHERE person NOT LIKE '#%'`).get()?.['n'],
          ),
        );
        return { vault: id, persons: persons ?? 0, destroyed: destroyed ?? 0 };
      },
      contacts: contactTable(database),
      identity: () => ({ id, check, generation: rowOf(database).generation }),
      lost: () => rowOf(database).lost,
      isRewrapped: () => !Buffer.from(rowOf(database).secret).equals(wrappedSecret),
      wrapped: (person, provider) => {
        const wrapped = find.get(provider, person)?.['wrapped'];
        return wrapped instanceof Uint8Array ? wrapped : undefined;
      },
      unwrap: (person, provider, wrapped) =>
        createSecretKey(unwrapKey(master, ownerOf(person, provider), wrapped)),
      add: (person, provider) => keep(person, provider, randomBytes(32)),
      keep,
      reach: (generation) =>
        void database.prepare('UPDATE vault SET generation = max(generation, ?)').run(generation),
      moveOn: () => database.exec('UPDATE vault SET generation = generation + 1'),
      isDestroyed: (person, provider) => tombstone.get(provider, person) !== undefined,
      destroy: (person, provider) => {
        if (Number(bury.run(provider, person).changes) === 0 && find.get(provider, person) === undefined)
          return;
        count.run(Number(remove.run(provider, person).changes) > 0 ? 1 : 0);
      },
      dataVersion: () => Number(version.get()?.['data_version']),
      acceptLoss: () => database.exec('UPDATE vault SET made = held + gone WHERE made <> held + gone'),
      rewrap: (next) => {
        const key = createSecretKey(next);
        const update = database.prepare(
          'UPDATE person_keys SET wrapped = ? WHERE provider = ? AND person = ?',
        );
        const all = database.prepare('SELECT provider, person, wrapped FROM person_keys').all();
        for (const { provider, person, wrapped } of all) {
          if (!(wrapped instanceof Uint8Array)) throw new Error('key-damaged');
          const owner = ownerOf(String(person), String(provider));
          update.run(
            wrapKey(key, owner, unwrapKey(master, owner, wrapped)),
            String(provider),
            String(person),
          );
        }
        database.prepare('UPDATE vault SET secret = ?').run(wrapKey(key, secretLabel, secret));
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
};
