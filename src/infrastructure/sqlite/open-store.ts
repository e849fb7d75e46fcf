import type { AppendOutcome } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type { PreparedAppend } from '../../application/schema/append-check.js';
import { numberOf } from '../shared/position.js';
import { commitOn } from './commit.js';
import { connect, type Connection, type ConnectionOptions } from './connection.js';
import type { Retry } from '../shared/store-lifecycle.js';
import { eventReader, type EventReader } from './event-reader.js';
import { logKeeper } from './idle-log.js';
import { faultOf } from './faults.js';
import { folioTable, folioTableToRead, type FolioTable } from './folio-table.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import { keptRows, type KeptRows } from './kept-rows.js';
import { rowReader, type RowReader } from './row-reader.js';
import { rowsWithEvents, type RowsWithEvents } from './rows-with-events.js';
import { inTransaction } from './transaction.js';

/** An open file with everything that works on it. */
export interface OpenStore {
  readonly connection: Connection;
  readonly events: EventReader;
  readonly rows: RowReader;
  readonly folios: Pick<FolioTable, 'find'>;
  /** Absent where the file is open for reading only. */
  readonly appends: GroupCommit<PreparedAppend, AppendOutcome> | undefined;
  readonly kept: KeptRows;
  /** Absent where the file is open for reading only. */
  readonly written: RowsWithEvents | undefined;
  readonly close: () => void;
}

interface OpenParts {
  /** Where the file turns out not to be writable: read it. */
  readonly orRead: boolean;
  /** Told how many events the rows lack, where they are read and cannot be brought up to date. */
  readonly onRowsBehind: ((events: number) => void) | undefined;
  readonly connection: ConnectionOptions;
  readonly inline: readonly Projection[];
  readonly patience: number;
  readonly patiently: Retry;
}

const appendsPerTransaction = 256;
const eventsPerStep = 1_000;

const keptIn = (open: Connection, events: EventReader, inline: readonly Projection[]): KeptRows =>
  keptRows(open.database, {
    projections: inline,
    events: {
      head: events.head,
      earlier: (stream, to) => events.read(stream, { to }),
      rest: (after) => events.readAll({ after, limit: eventsPerStep }),
    },
  });

/** Rows that are read as they are: who only reads changes nothing. */
const forReading = ({ connection, inline, onRowsBehind }: OpenParts): OpenStore => {
  const open = connect({ ...connection, readOnly: true });
  const { database } = open;
  const events = eventReader(database);
  const kept = keptIn(open, events, inline);
  const behind = kept.checkpoints().filter(({ slot, isInline }) => slot === 'live' && !isInline);
  const head = numberOf(events.head());
  const lacking = Math.max(0, ...behind.map(({ position }) => head - numberOf(position)));
  if (lacking > 0) onRowsBehind?.(lacking);
  const tables = new Map(kept.tables);
  for (const { definition } of kept.missing()) tables.delete(definition.name);
  return {
    connection: open,
    events,
    rows: rowReader(database, tables),
    folios: folioTableToRead(database),
    kept,
    appends: undefined,
    written: undefined,
    close: () => database.close(),
  };
};

const forWriting = async (parts: OpenParts): Promise<OpenStore> => {
  const { connection, inline, patience, patiently } = parts;
  const open = await patiently(() => connect(connection));
  const { database } = open;
  try {
    const events = eventReader(database);
    const folios = folioTable(database);
    while (!(await patiently(folios.isFilled)))
      await patiently(() => inTransaction(database, () => folios.fill(events)));
    const kept = keptIn(open, events, inline);
    if (kept.missing().length > 0) await patiently(() => inTransaction(database, kept.ensure));
    const log = logKeeper(open);
    const written = rowsWithEvents(database, kept);
    const commit = commitOn(open, { folios, rows: written, checkpointer: log });
    return {
      connection: open,
      events,
      rows: rowReader(database, kept.tables),
      folios,
      kept,
      written,
      appends: groupCommit({ commit, largest: appendsPerTransaction, patience }),
      close: () => {
        log?.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
};

export const openStore = async (parts: OpenParts): Promise<OpenStore> => {
  const { connection, orRead, patiently } = parts;
  const read = (): Promise<OpenStore> => patiently(() => forReading(parts));
  if (connection.readOnly) return read();
  try {
    return await forWriting(parts);
  } catch (error) {
    if (orRead && faultOf(error, connection.path).code === 'store-read-only') return read();
    throw error;
  }
};
