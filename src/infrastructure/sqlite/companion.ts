import { existsSync } from 'node:fs';
import type { Checkpoints } from '../../application/ports/checkpoints.js';
import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import type { FolioRegisterApart } from '../../application/ports/folio-register.js';
import { registerEntryOf } from '../../application/folio/register-entry.js';
import {
  cellsOf,
  cellNumber,
  prepareRows,
  single,
  cellText,
  type Database,
} from '../shared/sqlite-driver.js';
import { checkpointer } from './checkpointer.js';
import { connect, type ConnectionOptions } from './connection.js';
import { retryFor, storeLifecycle } from '../shared/store-lifecycle.js';
import { isBusy } from '../shared/sqlite-result.js';
import { rowsFaultOf } from './faults.js';
import { processCheckpoints } from './process-checkpoints.js';
import type { FileKind } from './schema.js';
import { inTransaction } from './transaction.js';

/**
 * A file beside a server, of what its write side keeps here: the folio register and the checkpoints of processes. All
 * of it can be made anew from the events, so a commit need not outlive a loss of power.
 */
const companionFile: FileKind = {
  // "QueC" in ASCII.
  applicationId: 0x51756543,
  synchronous: 'NORMAL',
  readableFrom: 1,
  migrations: [
    `
  CREATE TABLE folios (
    scope TEXT NOT NULL,
    folio TEXT NOT NULL,
    stream TEXT NOT NULL,
    PRIMARY KEY (scope, folio)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE folio_register (
    namespace TEXT PRIMARY KEY,
    position TEXT NOT NULL,
    last_id TEXT,
    last_stream TEXT,
    last_revision INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE process_checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  ],
};

/** What the write side keeps beside a server. */
export interface Companion {
  readonly folios: FolioRegisterApart;
  readonly checkpoints: Checkpoints;
  /** Opens the file now, where there is one; without it the first call does, which makes it where there is none. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const registerIn = (database: Database, namespace: string) => {
  const select = prepareRows(database, 'SELECT stream FROM folios WHERE scope = ? AND folio = ?');
  const insert = database.prepare('INSERT INTO folios VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const place = prepareRows(
    database,
    'SELECT position, last_id, last_stream, last_revision FROM folio_register WHERE namespace = ?',
  );
  const move = database.prepare(
    `INSERT INTO folio_register (namespace, position) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`,
  );
  const remember = database.prepare(
    'UPDATE folio_register SET last_id = ?, last_stream = ?, last_revision = ? WHERE namespace = ?',
  );

  const placeNow = () => {
    const row = place.get(namespace);
    if (row === undefined) return undefined;
    const [position, id, stream, revision] = cellsOf(row);
    const last =
      id === null
        ? undefined
        : { id: cellText(id), stream: cellText(stream), revision: cellNumber(revision) };
    return { position: cellText(position), last };
  };

  return {
    place: placeNow,
    find: (scope: string, folio: string) => {
      const stream = single(select, scope, folio);
      return stream === undefined
        ? { kind: 'behind' as const, upTo: placeNow()?.position }
        : { kind: 'found' as const, stream: cellText(stream) };
    },
    add: (events: readonly StoredEvent[], position: Position): void =>
      inTransaction(database, () => {
        for (const event of events) {
          const entry = registerEntryOf(event.stream, event);
          if (entry !== undefined) insert.run(entry.scope, entry.folio, event.stream);
        }
        move.run(namespace, position);
        const last = events.at(-1);
        if (last !== undefined) remember.run(last.id, last.stream, last.revision, namespace);
      }),
    beginAnew: (): void =>
      inTransaction(database, () => {
        database.exec('DELETE FROM folios; DELETE FROM folio_register; DELETE FROM process_checkpoints');
      }),
  };
};

const lockTimeout = 1_000;

/**
 * Opens the file with the first call; it is made where there is none. Throws the codes of the SQLite event store, and
 * `rows-unusable` for a file that is damaged or is another program's.
 */
export const sqliteCompanion = (
  path: string,
  namespace: string,
  asked: Pick<ConnectionOptions, 'checkpointsItself'> = {},
): Companion => {
  const retry = retryFor({
    patience: lockTimeout,
    isRetryable: isBusy,
    faultOf: (error) => rowsFaultOf(error, path),
  });
  const file = storeLifecycle({
    open: () =>
      retry(() => {
        const connection = connect({
          ...{ path, readOnly: false, mustExist: false, maxBytes: undefined },
          ...{ kind: companionFile, ...asked },
        });
        const { database } = connection;
        return { database, register: registerIn(database, namespace), copier: checkpointer(connection) };
      }),
    shut: ({ database, copier }) => {
      copier?.close();
      database.close();
    },
    details: { path },
  });
  type Open = Parameters<Parameters<typeof file.using>[0]>[0];
  const using = <Result>(work: (open: Open) => Result): Promise<Result> =>
    file.using((open) => retry(() => work(open)));
  const changing = (work: (open: Open) => void): Promise<void> =>
    using((open) => {
      work(open);
      open.copier?.committed(1);
    });

  return {
    folios: {
      find: (scope, folio) => using(({ register }) => register.find(scope, folio)),
      place: () => using(({ register }) => register.place()),
      add: (events, position) => changing(({ register }) => register.add(events, position)),
      beginAnew: () => changing(({ register }) => register.beginAnew()),
    },
    checkpoints: {
      read: (name) => using(({ database }) => processCheckpoints(database).read(name)),
      write: (name, position) =>
        changing(({ database }) => processCheckpoints(database).write(name, position)),
    },
    open: async () => {
      if (existsSync(path)) await using(() => undefined);
    },
    close: file.close,
  };
};
