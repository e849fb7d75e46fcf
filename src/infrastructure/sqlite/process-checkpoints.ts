import type { Position } from '../../application/ports/event-store.js';
import { prepareRows, single, cellText, type Database } from '../shared/sqlite-driver.js';
import { inTransaction } from './transaction.js';

/** How far processes are, as an open file keeps it. */
export interface ProcessCheckpoints {
  readonly read: (name: string) => Position | undefined;
  readonly write: (name: string, position: Position) => void;
}

export const processCheckpoints = (database: Database): ProcessCheckpoints => ({
  read: (name) => {
    const position = single(
      prepareRows(database, 'SELECT position FROM process_checkpoints WHERE name = ?'),
      name,
    );
    return position === undefined ? undefined : cellText(position);
  },
  write: (name, position) =>
    inTransaction(database, () => {
      // Two programs may run one process: neither takes the other back.
      database
        .prepare(
          `INSERT INTO process_checkpoints (name, position) VALUES (?, ?)
           ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`,
        )
        .run(name, position);
    }),
});
