import type { AppendOutcome, StoredEvent } from '../../application/ports/event-store.js';
import { oversized, type PreparedAppend } from '../../application/schema/append-check.js';
import { conflictAt, isAsExpected } from '../shared/expectation.js';
import { positionOf } from '../shared/position.js';
import { cellsOf, cellNumber, prepareRows, single, type Database } from '../shared/sqlite-driver.js';
import { checksumOf } from './checksum.js';
import type { FolioTable } from './folio-table.js';
import type { StreamHead, StreamHeads } from './stream-heads.js';

/** Judges one append within the transaction under way, and stores it where it may be. */
export type AppendEvents = (append: PreparedAppend, stored: StoredEvent[] | undefined) => AppendOutcome;

export const appendEvents = (
  database: Database,
  heads: StreamHeads,
  folios: Pick<FolioTable, 'add'>,
): AppendEvents => {
  const remember = database.prepare(
    'INSERT INTO commands (command_id, stream, first_revision, count) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const remembered = prepareRows(
    database,
    'SELECT first_revision, count FROM commands WHERE command_id = ? AND stream = ?',
  );
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, type, body, checksum) VALUES (?, ?, ?, ?, ?)',
  );
  const place = prepareRows(database, 'SELECT position FROM events WHERE stream = ? AND revision = ?');

  const earlier = (head: StreamHead | undefined, commandId: string): AppendOutcome | undefined => {
    const row = head === undefined ? undefined : remembered.get(commandId, head.id);
    if (head === undefined || row === undefined) return undefined;
    const [first, count] = cellsOf(row);
    const firstRevision = cellNumber(first);
    const revision = firstRevision + cellNumber(count) - 1;
    const position = positionOf(cellNumber(single(place, head.id, revision)));
    return { kind: 'duplicate', firstRevision, revision, position };
  };

  const store = (
    head: StreamHead,
    append: PreparedAppend,
    stored: StoredEvent[] | undefined,
  ): AppendOutcome => {
    const { stream, events, bodies } = append;
    let { revision } = head;
    let last = 0;
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index];
      const body = bodies[index];
      if (event === undefined || body === undefined) break;
      revision += 1;
      const checksum = checksumOf(stream, revision, event.type, body);
      last = Number(insert.run(head.id, revision, event.type, body, checksum).lastInsertRowid);
      folios.add(head.id, stream, event);
      stored?.push({ ...event, stream, revision, position: positionOf(last) });
    }
    head.revision = revision;
    return { kind: 'appended', revision, position: positionOf(last) };
  };

  return (append, stored) => {
    const { stream, expect, commandId, events } = append;
    const known = heads.find(stream);
    const revision = known?.revision ?? -1;
    // A command seen before is answered as before, whatever is expected by now: then nothing else is looked at.
    if (!isAsExpected(expect, revision)) return earlier(known, commandId) ?? conflictAt(revision);
    const tooLarge = oversized(append, revision + 1);
    if (tooLarge !== undefined) {
      const before = earlier(known, commandId);
      if (before !== undefined) return before;
      throw tooLarge;
    }
    const head = known ?? heads.add(stream);
    const added = remember.run(commandId, head.id, revision + 1, events.length);
    if (Number(added.changes) === 0) return earlier(head, commandId) ?? conflictAt(revision);
    return store(head, append, stored);
  };
};
