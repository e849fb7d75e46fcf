import { DatabaseSync } from 'node:sqlite';
import type { Instant } from 'quejas/domain';
import { contactEvent } from '../contact-event.js';
import { by, commandOf, contactMade, streamOf } from '../workload.js';

interface Stream {
  readonly id: number;
  readonly name: string;
  readonly complaint: string;
  revision: number;
  facets: string;
}

const data = JSON.stringify(contactMade);

/** The rows of a contact: what ours leaves in its read models, one statement each. */
const rowWriter = (database: DatabaseSync) => {
  const status = database.prepare(
    'UPDATE case_status_v1 SET status = ?, updated_at = ?, revision = ?, facets = ? WHERE complaint = ?',
  );
  const queue = database.prepare('UPDATE queues_v1 SET status = ?, facets = ? WHERE complaint = ?');
  const history = database.prepare('INSERT INTO case_history_v1 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    write: (stream: Stream, at: string): void => {
      const { complaint, revision } = stream;
      const facets = stream.facets.replace('"begun":false', '"begun":true');
      status.run('inProgress', at, revision, facets, complaint);
      if (facets !== stream.facets) queue.run('inProgress', facets, complaint);
      stream.facets = facets;
      history.run(complaint, revision, 'ContactMade', at, at, by.actor, by.role, 0, data);
    },
  };
};

/** The streams of these names with the state that the reference keeps of each. */
const streamsOf = (database: DatabaseSync, names: readonly string[], rows: boolean): readonly Stream[] => {
  const idOf = database.prepare('SELECT id FROM streams WHERE name = ?');
  const facetsOf = rows
    ? database.prepare('SELECT facets FROM case_status_v1 WHERE complaint = ?')
    : undefined;
  return names.map((name) => {
    const complaint = name.slice(-36);
    const facets = String(facetsOf?.get(complaint)?.['facets'] ?? '');
    return { id: Number(idOf.get(name)?.['id']), name, complaint, revision: 1, facets };
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
  const addEvent = database.prepare('INSERT INTO events (stream, revision, type, body) VALUES (?, ?, ?, ?)');
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
    addEvent.run(stream.id, stream.revision, 'ContactMade', body);
    addCommand.run(commandId, stream.id, stream.revision);
    inline?.write(stream, at);
  };

  return {
    commit: (together: readonly number[]): void => {
      database.exec('BEGIN IMMEDIATE');
      for (const n of together) one(n);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
};
