import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { instantOf } from 'quejas/domain';
import type { Contender } from '../entries.js';
import { benchClock, by, fileAll, openBench, rateOf, start, streamOf } from '../workload.js';

const contactedAt = instantOf(start - 1000);

interface Stream {
  readonly id: number;
  readonly name: string;
  readonly complaint: string;
  revision: number;
  facets: string;
}

interface Waiting {
  readonly n: number;
  readonly done: () => void;
}

/** An id derived from stream, command and place, as ours: no two stores may differ in it. */
const eventId = (stream: string, commandId: string): string => {
  const digits = hash('sha256', JSON.stringify([stream, commandId, '0']), 'hex');
  const time = stream.slice(-36, -28) + stream.slice(-27, -23);
  return `${time.slice(0, 8)}-${time.slice(8)}-8${digits.slice(0, 3)}-8${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
};

/**
 * The bare limit: prepared statements that do the same durable work as ours, in transactions of up to 64 commands,
 * with the state of a hundred streams kept; nothing is checked but that a stream goes on.
 */
export const run = async ({ atOnce, rows, count }: Contender, folder: string): Promise<number> => {
  const clock = benchClock();
  const quejas = await openBench(folder, rows, clock);
  const folios = await fileAll(quejas, count);
  const streams: Stream[] = [];
  const database = new DatabaseSync(`${folder}/quejas.db`);
  const filed = await quejas.events({ limit: 10_000, types: ['FolioAssigned'] });
  let page = filed;
  const byFolio = new Map<string, string>();
  for (;;) {
    for (const event of page.events) byFolio.set(String(event.data['folio']), event.stream);
    if (page.caughtUp || page.next === undefined) break;
    page = await quejas.events({ limit: 10_000, types: ['FolioAssigned'], after: page.next });
  }
  await quejas.close();
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000');
  const idOf = database.prepare('SELECT id FROM streams WHERE name = ?');
  const facetsOf = rows
    ? database.prepare('SELECT facets FROM case_status_v1 WHERE complaint = ?')
    : undefined;
  for (const [index, folio] of folios.entries()) {
    const name = byFolio.get(folio) ?? '';
    const complaint = name.slice(-36);
    const facets = String(facetsOf?.get(complaint)?.['facets'] ?? '{}');
    streams[index] = { id: Number(idOf.get(name)?.['id']), name, complaint, revision: 1, facets };
  }

  const addEvent = database.prepare('INSERT INTO events (stream, revision, type, body) VALUES (?, ?, ?, ?)');
  const addCommand = database.prepare(
    'INSERT INTO commands (command_id, stream, first_revision, count) VALUES (?, ?, ?, 1)',
  );
  const withRows = rows
    ? {
        status: database.prepare(
          'UPDATE case_status_v1 SET status = ?, updated_at = ?, revision = ?, facets = ? WHERE complaint = ?',
        ),
        begun: database.prepare('UPDATE queues_v1 SET status = ?, facets = ? WHERE complaint = ?'),
        history: database.prepare('INSERT INTO case_history_v1 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
        checkpoint: database.prepare(
          'UPDATE projection_checkpoints SET position = ? WHERE name = ? AND version = 1',
        ),
      }
    : undefined;

  const writeRows = (stream: Stream, at: string, data: string): void => {
    if (withRows === undefined) return;
    const facets = stream.facets.replace('"begun":false', '"begun":true');
    withRows.status.run('inProgress', at, stream.revision, facets, stream.complaint);
    if (facets !== stream.facets) withRows.begun.run('inProgress', facets, stream.complaint);
    stream.facets = facets;
    withRows.history.run(
      stream.complaint,
      stream.revision,
      'ContactMade',
      at,
      at,
      by.actor,
      by.role,
      0,
      data,
    );
  };

  const one = (n: number): number => {
    const stream = streams[streamOf(n)];
    if (stream === undefined) throw new Error('no stream');
    const at = clock();
    const commandId = `contact-${String(n)}`;
    const data = { direction: 'to-user', channel: 'phone', contactedAt };
    stream.revision += 1;
    const body = JSON.stringify({
      id: eventId(stream.name, commandId),
      type: 'ContactMade',
      version: 1,
      occurredAt: at,
      zone: 'America/Mexico_City',
      recordedAt: at,
      data,
      metadata: {
        commandId,
        correlationId: commandId,
        causationId: commandId,
        actor: by.actor,
        role: by.role,
        provider: 'conectared',
        index: 0,
        commandSize: 1,
      },
    });
    const { lastInsertRowid } = addEvent.run(stream.id, stream.revision, 'ContactMade', body);
    addCommand.run(commandId, stream.id, stream.revision);
    writeRows(stream, at, JSON.stringify(data));
    return Number(lastInsertRowid);
  };

  let waiting: Waiting[] = [];
  const commit = (): void => {
    const together = waiting;
    waiting = [];
    database.exec('BEGIN IMMEDIATE');
    let position = 0;
    for (const { n } of together) position = one(n);
    const place = String(position).padStart(16, '0');
    for (const name of withRows === undefined ? [] : ['case-status', 'case-history', 'queues'])
      withRows?.checkpoint.run(place, name);
    database.exec('COMMIT');
    for (const { done } of together) done();
  };

  const rate = await rateOf(
    count,
    atOnce,
    (n) =>
      new Promise((done) => {
        if (waiting.length === 0) setImmediate(commit);
        waiting.push({ n, done });
      }),
  );
  database.close();
  return rate;
};
