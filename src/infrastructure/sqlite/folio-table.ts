import type { NewEvent, StreamName } from '../../application/ports/event-store.js';
import type { FolioAnswer } from '../../application/ports/folio-register.js';
import { registerEntryOf } from '../../application/folio/register-entry.js';
import { positionOf } from '../shared/position.js';
import {
  cellsOf,
  cellNumber,
  prepareRows,
  single,
  cellText,
  type Database,
} from '../shared/sqlite-driver.js';
import type { EventReader } from './event-reader.js';

/** The folio register in the store's own file. */
export interface FolioTable {
  /** Adds what an event assigned; belongs into the transaction that stores the event. */
  readonly add: (streamId: number, stream: StreamName, event: NewEvent) => void;
  readonly find: (scope: string, folio: string) => FolioAnswer;
  /** Reads some of the events that are older than the register; true once all are read. Belongs into a transaction. */
  readonly fill: (reader: EventReader) => boolean;
  readonly isFilled: () => boolean;
}

/** Events of one transaction: other processes have their turn between two. */
const eventsPerStep = 1_000;

const answerNothing: FolioAnswer = { kind: 'behind', upTo: undefined };

/** For a file that is only read and has no register yet. */
const absentTable: Pick<FolioTable, 'find'> = { find: () => answerNothing };

export const folioTable = (database: Database): FolioTable => {
  // The first complaint keeps its folio: no append fails because of an index.
  const insert = database.prepare(
    'INSERT INTO folios (scope, folio, stream) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const select = prepareRows(
    database,
    `SELECT streams.name FROM folios JOIN streams ON streams.id = folios.stream WHERE scope = ? AND folio = ?`,
  );
  const state = prepareRows(database, 'SELECT read_up_to, to_be_read FROM folio_register WHERE id = 1');
  const advance = database.prepare('UPDATE folio_register SET read_up_to = ? WHERE id = 1');
  const streamId = prepareRows(database, 'SELECT id FROM streams WHERE name = ?');

  const progress = (): { readonly done: number; readonly all: number } => {
    const [done, all] = cellsOf(state.get());
    return { done: cellNumber(done), all: cellNumber(all) };
  };
  const isFilled = (): boolean => {
    const { done, all } = progress();
    return done >= all;
  };

  const add: FolioTable['add'] = (id, stream, event) => {
    const entry = registerEntryOf(stream, event);
    if (entry !== undefined) insert.run(entry.scope, entry.folio, id);
  };

  return {
    add,
    isFilled,
    find: (scope, folio) => {
      const name = single(select, scope, folio);
      if (name !== undefined) return { kind: 'found', stream: cellText(name) };
      const { done, all } = progress();
      return done >= all
        ? { kind: 'none' }
        : { kind: 'behind', upTo: done === 0 ? undefined : positionOf(done) };
    },
    fill: (reader) => {
      const { done, all } = progress();
      if (done >= all) return true;
      const page = reader.readAll({
        limit: eventsPerStep,
        types: ['FolioAssigned'],
        ...(done > 0 && { after: positionOf(done) }),
      });
      for (const event of page.events) add(cellNumber(single(streamId, event.stream)), event.stream, event);
      const next = page.caughtUp || page.next === undefined ? all : Number(page.next);
      advance.run(next);
      return next >= all;
    },
  };
};

/** The register of a file that is only read: it may have none yet. */
export const folioTableToRead = (database: Database): Pick<FolioTable, 'find'> =>
  prepareRows(database, `SELECT 1 FROM sqlite_master WHERE name = 'folio_register'`).get() === undefined
    ? absentTable
    : folioTable(database);
