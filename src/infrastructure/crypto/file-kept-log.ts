import { parseSignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import { formatNote } from '../../application/audit/notes/signed-note.js';
import { codedError } from '../../application/errors/coded-error.js';
import type { KeptLog, LoggedEntry } from '../../application/ports/kept-log.js';
import type { Database } from '../shared/sqlite-driver.js';
import { whyOf } from '../shared/why-of.js';
import { inTransaction, openOwnDatabase } from './own-database.js';

const unavailable = (path: string, cause: unknown) =>
  codedError(
    'audit-log-unavailable',
    {
      es: `El archivo de la bitácora ${path} no se puede usar. Revise que exista y sus permisos; si se pierde, se vuelve a hacer del almacén.`,
      en: `The file ${path} of the audit log cannot be used. Check that it exists, and its permissions; lost, it is made anew from the store.`,
    },
    { path, reason: whyOf(cause, path) },
    cause,
  );

const schema = `
  CREATE TABLE IF NOT EXISTS log_entries (place INTEGER PRIMARY KEY, hash BLOB NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS log_heads (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
`;

const entryOf = (row: Readonly<Record<string, unknown>>): LoggedEntry => {
  const { hash, stream, revision } = row;
  if (!(hash instanceof Uint8Array)) throw new TypeError('an entry without its hash');
  return { hash, stream: String(stream), revision: Number(revision) };
};

/** A log in a file of its own, which its owner alone can read. Opened at the first use. */
export const fileKeptLog = (path: string): KeptLog => {
  let opened: Database | undefined;

  const using = <Result>(work: (database: Database) => Result): Promise<Result> =>
    new Promise((resolve) => {
      try {
        opened ??= openOwnDatabase(path, 'log_entries', schema);
        resolve(work(opened));
      } catch (error) {
        throw unavailable(path, error);
      }
    });

  const sizeIn = (database: Database): number =>
    Number(
      database.prepare('SELECT coalesce(max(place) + 1, 0) AS size FROM log_entries').get()?.['size'] ?? 0,
    );

  return {
    size: () => using(sizeIn),
    read: (from, limit) =>
      using((database) =>
        database
          .prepare('SELECT hash, stream, revision FROM log_entries WHERE place >= ? ORDER BY place LIMIT ?')
          .all(from, limit)
          .map(entryOf),
      ),
    placeOf: (hash) =>
      using((database) => {
        const found = database.prepare('SELECT place FROM log_entries WHERE hash = ?').get(hash);
        return found === undefined ? undefined : Number(found['place']);
      }),
    append: (size, entries) =>
      using((database) => {
        return inTransaction(database, () => {
          const isNext = sizeIn(database) === size;
          const insert = database.prepare('INSERT INTO log_entries VALUES (?, ?, ?, ?)');
          if (isNext)
            for (const [place, { hash, stream, revision }] of entries.entries())
              insert.run(size + place, hash, stream, revision);
          return isNext;
        });
      }),
    keepHead: (head) =>
      using((database) => {
        const keep = database.prepare('INSERT OR REPLACE INTO log_heads VALUES (?, ?)');
        inTransaction(database, () => keep.run(head.size, formatNote(head.note)));
      }),
    heads: () =>
      using((database) =>
        database
          .prepare('SELECT note FROM log_heads ORDER BY size')
          .all()
          .flatMap((row) => parseSignedCheckpoint(Buffer.from(String(row['note']))) ?? []),
      ),
    close: () =>
      new Promise((resolve) => {
        opened?.close();
        opened = undefined;
        resolve();
      }),
  };
};
