import type { AppendOutcome } from '../../application/ports/event-store.js';
import type { InlineProjector } from '../../application/ports/inline-projector.js';
import { storeError } from '../../application/errors/store-error.js';
import type { PreparedAppend } from '../../application/schema/append-check.js';
import type { Table } from '../shared/table.js';
import { checkpointer } from './checkpointer.js';
import { commitOn } from './commit.js';
import { connect, type Connection, type ConnectionOptions } from './connection.js';
import { numberIn, prepareRows, single } from '../shared/sqlite-driver.js';
import { faultOf } from './faults.js';
import { placeOf } from '../shared/position.js';
import type { Retry } from '../shared/store-lifecycle.js';
import { eventReader, type EventReader } from './event-reader.js';
import { folioTable, folioTableToRead, type FolioTable } from './folio-table.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import { inlineCatchUp, type InlineCatchUp } from './inline-catch-up.js';
import { inlineRows } from './inline-rows.js';
import { describedBy, inlineState } from './inline-state.js';
import { rowReader, type RowReader } from './row-reader.js';
import { inTransaction } from './transaction.js';

/** An open file with everything that works on it. */
export interface OpenStore {
  readonly connection: Connection;
  readonly events: EventReader;
  readonly rows: RowReader;
  readonly folios: Pick<FolioTable, 'find'>;
  /** Absent where the file is open for reading only. */
  readonly appends: GroupCommit<PreparedAppend, AppendOutcome> | undefined;
  /** Brings the rows up to the events where another process stored some without them. */
  readonly followOthers: () => Promise<void>;
  readonly close: () => void;
}

interface OpenParts {
  /** Where the file turns out not to be writable: read it. */
  readonly orRead: boolean;
  /** Told how many events the rows lack, where they are read and cannot be brought up to date. */
  readonly onRowsBehind: ((events: number) => void) | undefined;
  readonly connection: ConnectionOptions;
  readonly inline: InlineProjector | undefined;
  readonly tables: ReadonlyMap<string, Table>;
  readonly patience: number;
  readonly patiently: Retry;
}

const appendsPerTransaction = 256;

const forReading = ({ connection, inline, tables, onRowsBehind }: OpenParts): OpenStore => {
  const open = connect({ ...connection, readOnly: true });
  const { database } = open;
  const found = inline === undefined ? undefined : inlineState(database).read();
  if (inline !== undefined && found?.tables !== describedBy(inline)) {
    database.close();
    throw storeError('store-older', { found: 'rows', path: open.path });
  }
  const events = eventReader(database);
  if (found?.behindFrom !== undefined) onRowsBehind?.(placeOf(events.head()) - found.behindFrom);
  return {
    connection: open,
    events,
    rows: rowReader(database, tables),
    folios: folioTableToRead(database),
    appends: undefined,
    followOthers: () => Promise.resolve(),
    close: () => database.close(),
  };
};

const follower = (
  { database }: Connection,
  catchUp: InlineCatchUp | undefined,
  forget: () => void,
  patiently: Retry,
): (() => Promise<void>) => {
  if (catchUp === undefined) return () => Promise.resolve();
  const dataVersion = prepareRows(database, 'PRAGMA data_version');
  let seen: number | undefined;
  return async () => {
    const version = numberIn(single(dataVersion));
    if (version === seen) return;
    while (catchUp.isBehind())
      await patiently(() => inTransaction(database, () => (forget(), catchUp.step())));
    seen = version;
  };
};

const forWriting = async (parts: OpenParts): Promise<OpenStore> => {
  const { connection, inline, tables, patience, patiently } = parts;
  const open = await patiently(() => connect(connection));
  const { database } = open;
  try {
    const events = eventReader(database);
    const folios = folioTable(database);
    while (!(await patiently(folios.isFilled)))
      await patiently(() => inTransaction(database, () => folios.fill(events)));
    const state = inlineState(database);
    const rows = inline === undefined ? undefined : inlineRows(database, inline, tables);
    const catchUp =
      inline === undefined || rows === undefined
        ? undefined
        : inlineCatchUp(database, inline, tables, { state, reader: events, rows });
    if (catchUp?.isBehind() === true) await patiently(() => inTransaction(database, catchUp.ensureTables));
    const onOutsideWrite = (): void => {
      if (catchUp === undefined) state.fallBehind();
      else catchUp.all();
    };
    const copier = checkpointer(open);
    const commit = commitOn(open, { folios, inline: rows, onOutsideWrite, checkpointer: copier });
    const followOthers = follower(open, catchUp, () => rows?.forget(), patiently);
    await followOthers();
    return {
      connection: open,
      events,
      rows: rowReader(database, tables),
      folios,
      appends: groupCommit({ commit, largest: appendsPerTransaction, patience }),
      followOthers,
      close: () => {
        copier?.close();
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
