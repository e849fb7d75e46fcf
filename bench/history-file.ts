import { DatabaseSync } from 'node:sqlite';
import { instantOf } from 'quejas/domain';
import { checksumOf } from '../src/infrastructure/sqlite/checksum.js';
import { eventId } from './event-id.js';
import { by, commandOf, commandsEach, contactMade, openBench, start } from './workload.js';

/** Streams that grow at the same time. */
const interleaved = 1_000;
/** Events of each of its complaints. */
export const eventsEach = commandsEach + 2;
/** Where the body of an event ends its own id: it begins with it. */
const afterId = '{"id":"'.length + 36;

interface Sample {
  readonly folio: string;
  readonly events: readonly { readonly type: string; readonly rest: string }[];
}

/** The events of one complaint as the library stores them, without their ids. */
const sampleIn = async (folder: string): Promise<Sample> => {
  const quejas = await openBench(folder, false);
  const filed = await quejas.file(
    {
      commandId: 'file-0',
      kind: 'fault',
      subject: 'service',
      channel: 'phone',
      receivedAt: instantOf(start - 60_000),
      subscriber: { ref: 's-0' },
      description: 'No service since this morning.',
    },
    by,
  );
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const { folio } = filed;
  for (let n = 0; n < commandsEach; n += 1)
    await quejas.complaint(folio).recordContact({ commandId: commandOf(n), ...contactMade }, by);
  await quejas.close();
  const database = new DatabaseSync(`${folder}/quejas.db`);
  const rows = database
    .prepare(
      `SELECT type, body FROM events WHERE stream = (SELECT stream FROM events WHERE type = 'Filed')
       ORDER BY revision`,
    )
    .all();
  database.close();
  return {
    folio,
    events: rows.map(({ type, body }) => ({ type: String(type), rest: String(body).slice(afterId) })),
  };
};

/**
 * A store with so many more events in `FOLDER/quejas.db`, in streams of ten of which a thousand grow at the same time.
 * They are copies of one complaint's, written without its commands: they are there to be read.
 */
export const writeHistoryFile = async (folder: string, events: number): Promise<void> => {
  const sample = await sampleIn(folder);
  const database = new DatabaseSync(`${folder}/quejas.db`);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 10000');
  const addStream = database.prepare('INSERT INTO streams (name) VALUES (?) RETURNING id');
  const addEvent = database.prepare(
    'INSERT INTO events (stream, revision, type, body, checksum) VALUES (?, ?, ?, ?, ?)',
  );
  const streams = Math.ceil(events / eventsEach);
  for (let first = 0; first < streams; first += interleaved) {
    database.exec('BEGIN IMMEDIATE');
    const block = Array.from({ length: Math.min(interleaved, streams - first) }, (_, index) => {
      const number = String(first + index + 1).padStart(12, '0');
      const name = `complaint-0198c0de-0000-8000-8000-${number}`;
      return { name, folio: `CON-${number}`, id: Number(addStream.get(name)?.['id']) };
    });
    sample.events.forEach(({ type, rest }, revision) => {
      for (const { name, folio, id } of block) {
        const body = `{"id":"${eventId(name, String(revision))}${rest.replaceAll(sample.folio, folio)}`;
        addEvent.run(id, revision, type, body, checksumOf(name, revision, type, body));
      }
    });
    database.exec('COMMIT');
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
};
