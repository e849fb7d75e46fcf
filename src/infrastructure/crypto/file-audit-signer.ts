import { createSecretKey, type KeyObject } from 'node:crypto';
import { parseSignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote } from '../../application/audit/notes/signed-note.js';
import { generateSigningKey, importSigningKey } from '../../application/audit/notes/signing-key.js';
import type { SignerMemory } from '../../application/audit/signing.js';
import { codedError } from '../../application/errors/coded-error.js';
import { toldReason } from '../../application/errors/store-reasons.js';
import type { AuditSigner } from '../../application/ports/audit-signer.js';
import type { Database } from '../shared/sqlite-driver.js';
import { signerAt, type KeptSigner } from './audit-signer.js';
import { sqliteResult } from '../shared/sqlite-result.js';
import { unwrapKey, wrapKey } from './key-wrap.js';
import { whyOf } from '../shared/why-of.js';
import { inTransaction, openOwnDatabase } from './own-database.js';

const unavailable = (path: string, cause: unknown) => {
  const reason = whyOf(cause, path);
  const why = toldReason(reason);
  return codedError(
    'signer-unavailable',
    {
      es: `El archivo de la llave de la bitácora ${path} no se puede usar (${why.es}). Revise que sea el que se hizo para ella, sus permisos y su llave maestra.`,
      en: `The file ${path} of the log's key cannot be used (${why.en}). Check that it is the one made for it, its permissions and its master key.`,
    },
    { path, reason },
    cause,
  );
};

const schema = `
  CREATE TABLE IF NOT EXISTS log_keys (place INTEGER PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, wrapped INTEGER NOT NULL, exported BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS signer_memory (only INTEGER PRIMARY KEY CHECK (only = 1), kind TEXT NOT NULL, checkpoint TEXT) STRICT;
`;

/** A key without a row of memory, or with one that cannot be read, counts as one that came without it. */
const readMemory = (database: Database): SignerMemory => {
  const row = database.prepare('SELECT kind, checkpoint FROM signer_memory').get();
  const checkpoint = parseSignedCheckpoint(Buffer.from(String(row?.['checkpoint'] ?? '')));
  if (row?.['kind'] === 'new') return { kind: 'new' };
  if (checkpoint === undefined) return { kind: 'unknown' };
  return row?.['kind'] === 'unknown'
    ? { kind: 'unknown', atLeast: checkpoint }
    : { kind: 'last', checkpoint };
};

/** Makes a copy of a signer's file one that knows its last head only as the least that was signed. */
export const forgetMemory = (copy: Database): void => copy.exec(`UPDATE signer_memory SET kind = 'unknown'`);

/** The head in a memory: the last one, or the least that was signed. */
const headIn = (memory: SignerMemory): string | null => {
  const head =
    memory.kind === 'last' ? memory.checkpoint : memory.kind === 'unknown' ? memory.atLeast : undefined;
  return head === undefined ? null : formatNote(head.note);
};

const labelOf = (name: string): string => `audit-log ${name}`;

const read = (database: Database, master: KeyObject | undefined): KeptSigner | undefined => {
  const rows = database.prepare('SELECT name, wrapped, exported FROM log_keys ORDER BY place').all();
  const [current, ...older] = rows.map((row) => {
    const [name, exported] = [String(row['name']), row['exported']];
    if (!(exported instanceof Uint8Array)) throw new TypeError('a key that is none');
    if (row['wrapped'] === 0) return importSigningKey(name, exported);
    if (master === undefined) throw new TypeError('the key is wrapped, and there is no master key');
    return importSigningKey(name, unwrapKey(master, labelOf(name), exported));
  });
  return current === undefined ? undefined : { keys: [current, ...older], memory: readMemory(database) };
};

const write = (database: Database, master: KeyObject | undefined, { keys, memory }: KeptSigner): void => {
  database.exec('DELETE FROM log_keys; DELETE FROM signer_memory');
  const insert = database.prepare('INSERT INTO log_keys VALUES (?, ?, ?, ?, ?)');
  for (const [place, { verifier, exported }] of keys.entries()) {
    const bytes = master === undefined ? exported : wrapKey(master, labelOf(verifier.name), exported);
    insert.run(place, verifier.name, verifier.id, master === undefined ? 0 : 1, bytes);
  }
  database.prepare('INSERT INTO signer_memory VALUES (1, ?, ?)').run(memory.kind, headIn(memory));
};

/**
 * The log's key and the memory of what it signed, in one file that only its owner can read; several processes may use
 * it. With a master key the keys in it are wrapped (AES-256-GCM). Opened at the first use.
 */
export const fileAuditSigner = (
  path: string,
  { masterKey }: { readonly masterKey?: Buffer } = {},
): AuditSigner => {
  const master = masterKey === undefined ? undefined : createSecretKey(masterKey);
  let opened: Database | undefined;

  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw unavailable(path, error);
    }
  };
  const use = (): Database => (opened ??= attempt(() => openOwnDatabase(path, 'log_keys', schema)));
  const readKept = (database: Database): KeptSigner | undefined => attempt(() => read(database, master));

  return signerAt({
    update: (change) =>
      new Promise((resolve) => {
        try {
          const database = use();
          const changed = inTransaction(database, () => {
            const { keep, result } = change(readKept(database));
            if (keep !== undefined) write(database, master, keep);
            return result;
          });
          resolve(changed);
        } catch (error) {
          throw sqliteResult(error) === undefined ? error : unavailable(path, error);
        }
      }),
    makeKey: generateSigningKey,
    close: () =>
      new Promise((resolve) => {
        opened?.close();
        opened = undefined;
        resolve();
      }),
  });
};
