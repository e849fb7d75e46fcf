import { parkedEvents, projectionsTable, type FileKind } from './schema.js';

/** Says in the file's header that it holds rows alone: "QueR" in ASCII. */
const applicationId = 0x51756552;

/**
 * A file of rows that lie apart from their events. They can be made anew at any time, so a commit need not outlive a
 * loss of power: rows and place go back together (ADR 0306).
 */
export const rowsFile: FileKind = {
  applicationId,
  synchronous: 'NORMAL',
  readableFrom: 1,
  keepsRows: true,
  migrations: [
    `
  CREATE TABLE projected_rows (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    namespace TEXT NOT NULL,
    tables TEXT NOT NULL,
    position TEXT,
    last_id TEXT,
    last_stream TEXT,
    last_revision INTEGER,
    last_position TEXT
  ) STRICT;
  `,
    `
  CREATE TABLE rows_file (id INTEGER PRIMARY KEY CHECK (id = 1), namespace TEXT NOT NULL) STRICT;
  INSERT INTO rows_file SELECT id, namespace FROM projected_rows;
  DROP TABLE projected_rows;
  ${projectionsTable}
  `,
    parkedEvents,
  ],
};
