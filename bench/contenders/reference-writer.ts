import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { Instant } from 'quejas/domain';
import { contactEvent } from '../contact-event.js';
import { commandOf, contactMade, streamOf } from '../workload.js';

interface Stream {
  readonly id: number;
  readonly name: string;
  readonly complaint: string;
  revision: number;
  /** Whether work on it has begun: its first contact changes its status. */
  hasBegun: boolean;
}

const scope = '|conectared';

/** The rows of a contact: what ours leaves in its read models, one statement each; counts once a transaction. */
const rowWriter = (database: DatabaseSync) => {
  const status = database.prepare(
    'UPDATE case_status_v3 SET status = ?, updated_at = ?, revision = ? WHERE scope = ? AND complaint = ?',
  );
  const progress = database.prepare(
    'UPDATE case_status_v3 SET updated_at = ?, revision = ? WHERE scope = ? AND complaint = ?',
  );
  const count = database.prepare(
    `INSERT INTO case_totals_v1 VALUES (?, ?, ?)
     ON CONFLICT (scope, measure) DO UPDATE SET count = count + excluded.count`,
  );
  let begun = 0;
  return {
    write: (stream: Stream, at: string): void => {
      const { complaint, revision } = stream;
      if (stream.hasBegun) progress.run(at, revision, scope, complaint);
      else {
        status.run('inProgress', at, revision, scope, complaint);
        begun += 1;
        stream.hasBegun = true;
      }
    },
    finish: (): void => {
      if (begun === 0) return;
      count.run(scope, 'status:acknowledged', -begun);
      count.run(scope, 'status:inProgress', begun);
      begun = 0;
    },
  };
};

/** The streams of these names with the state that the reference keeps of each. */
const streamsOf = (database: DatabaseSync, names: readonly string[], rows: boolean): readonly Stream[] => {
  const idOf = database.prepare('SELECT id FROM streams WHERE name = ?');
  const statusOf = rows
    ? database.prepare('SELECT status FROM case_status_v3 WHERE scope = ? AND complaint = ?')
    : undefined;
  return names.map((name) => {
    const complaint = name.slice(-36);
    const hasBegun = statusOf?.get(scope, complaint)?.['status'] === 'inProgress';
    return { id: Number(idOf.get(name)?.['id']), name, complaint, revision: 1, hasBegun };
  });
};

/** Prepared statements over a store of ours; `commit` writes the commands of these numbers in one transaction. */
export const referenceWriter = (
  path: string,
  {
    names,
    rows,
    clock,
  }: { readonly names: readonly string[]; readonly rows: boolean; readonly clock: () => Instant },
) => {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000');
  const streams = streamsOf(database, names, rows);
  const addEvent = database.prepare(
    'INSERT INTO events (stream, revision, type, body, checksum) VALUES (?, ?, ?, ?, ?)',
  );
  const addCommand = database.prepare(
    'INSERT INTO commands (command_id, stream, first_revision, count) VALUES (?, ?, ?, 1)',
  );
  const inline = rows ? rowWriter(database) : undefined;

  const one = (n: number): void => {
    const stream = streams[streamOf(n)];
    if (stream === undefined) throw new Error('no stream');
    const at = clock();
    const commandId = commandOf(n);
    stream.revision += 1;
    const body = JSON.stringify(contactEvent(stream.name, commandId, at));
    const checksum = crc32(`${stream.name}\n${String(stream.revision)}\nContactMade\n${body}`);
    addEvent.run(stream.id, stream.revision, 'ContactMade', body, checksum);
    addCommand.run(commandId, stream.id, stream.revision);
    inline?.write(stream, contactMade.contactedAt);
  };

  return {
    commit: (together: readonly number[]): void => {
      database.exec('BEGIN IMMEDIATE');
      for (const n of together) one(n);
      inline?.finish();
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
};
