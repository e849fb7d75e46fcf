/** What a file is for: the mark in its header, the steps to its schema, and how durable a commit of it is. */
export interface FileKind {
  readonly applicationId: number;
  /** In order; the version is the number of steps done. */
  readonly migrations: readonly string[];
  /** The oldest version that can be read as it is: later steps only add what readers can do without. */
  readonly readableFrom: number;
  /** `NORMAL`: the last commits may be gone after a loss of power, and none half. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Whether rows lie in it: where their checkpoints are gone, they are begun anew. */
  readonly keepsRows?: boolean;
}

/** Says in the file's header whose it is: "Quej" in ASCII. */
export const applicationId = 0x5175656a;

/**
 * How far the rows of each projection are, in the transaction of the rows. `inline`: written with the events from here
 * on, so that `position` says nothing. `slot`: rows that are read, or those that are made anew beside them.
 */
export const projectionsTable = `
  CREATE TABLE projections (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    slot TEXT NOT NULL CHECK (slot IN ('live', 'rebuild')),
    definition TEXT NOT NULL,
    generation INTEGER NOT NULL,
    inline INTEGER NOT NULL,
    position TEXT,
    last_id TEXT,
    last_stream TEXT,
    last_revision INTEGER,
    last_position TEXT,
    fault TEXT,
    PRIMARY KEY (name, version, slot)
  ) STRICT, WITHOUT ROWID;
`;

/** Events that read models left out, and how many each did. */
export const parkedEvents = `
  ALTER TABLE projections ADD COLUMN parked INTEGER NOT NULL DEFAULT 0;
  DROP TABLE IF EXISTS parked_events;
  CREATE TABLE parked_events (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    slot TEXT NOT NULL,
    position TEXT NOT NULL,
    type TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (name, version, slot, position)
  ) STRICT, WITHOUT ROWID;
`;

/** The tables of checkpoints: where one is gone, both are made anew, and the rows from the events. */
export const checkpointTables: readonly string[] = ['projections', 'parked_events'];

/** Makes the tables of checkpoints anew, as the steps to this version do. */
export const remakeCheckpoints = `
  ${checkpointTables.map((table) => `DROP TABLE IF EXISTS ${table};`).join(' ')}
  ${projectionsTable}
  ${parkedEvents}
`;

const forbid = (table: string, change: 'UPDATE' | 'DELETE'): string => `
  CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;`;

/** The version from which on every event has a checksum. */
export const checksumsFrom = 5;

/**
 * What brings a store from one schema version to the next, in order; the version is the number of steps done. A step
 * that was ever released is never changed: only further ones are added (ADR 0303).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE TABLE commands (
    command_id TEXT NOT NULL,
    stream INTEGER NOT NULL,
    first_revision INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (command_id, stream)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE inline_rows (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    tables TEXT NOT NULL,
    behind_from INTEGER
  ) STRICT;
  ` +
    ['streams', 'events', 'commands']
      .flatMap((table) => [forbid(table, 'UPDATE'), forbid(table, 'DELETE')])
      .join(''),
  // The folio register, and how far processes are: what was stored before this step is read into it when the file is next opened for writing.
  `
  CREATE TABLE folios (
    scope TEXT NOT NULL,
    folio TEXT NOT NULL,
    stream INTEGER NOT NULL,
    PRIMARY KEY (scope, folio)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE folio_register (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    read_up_to INTEGER NOT NULL,
    to_be_read INTEGER NOT NULL
  ) STRICT;
  INSERT INTO folio_register SELECT 1, 0, coalesce(max(position), 0) FROM events;

  CREATE TABLE process_checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `DROP TABLE IF EXISTS inline_rows; DROP TABLE IF EXISTS projections; ${projectionsTable}`,
  parkedEvents,
  // What was stored without a checksum is given one, once: from here on an event without its own is damaged.
  `
  ALTER TABLE events ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
  DROP TRIGGER events_no_update;
  UPDATE events
  SET checksum = event_checksum((SELECT name FROM streams WHERE id = events.stream), revision, type, body);
  ${forbid('events', 'UPDATE')}
  `,
  // Which vault the values of each scope are sealed with.
  `
  CREATE TABLE IF NOT EXISTS vault_marks (
    scope TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    check_value TEXT NOT NULL,
    generation INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // By what the file is known from every other, and from the stores that it was restored from copies of.
  `
  CREATE TABLE store_identity (number INTEGER PRIMARY KEY, store TEXT NOT NULL, checksum INTEGER NOT NULL) STRICT;
  INSERT INTO store_identity VALUES (1, new_id(), 0);
  UPDATE store_identity SET checksum = event_checksum('', number, 'identity', store);
  ${forbid('store_identity', 'UPDATE')}
  ${forbid('store_identity', 'DELETE')}
  `,
];

/** A file of events, and of the rows that are written with them. */
export const eventsFile: FileKind = {
  applicationId,
  migrations,
  readableFrom: 1,
  synchronous: 'FULL',
  keepsRows: true,
};
