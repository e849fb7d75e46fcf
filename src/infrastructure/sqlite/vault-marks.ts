import type { VaultMark } from '../../application/ports/vault-marks.js';
import { cellNumber, cellsOf, cellText, prepareRows, type Database } from '../shared/sqlite-driver.js';
import { inTransaction } from './transaction.js';

/** Which vault belongs to the store, as an open file keeps it. */
export interface StoredVaultMarks {
  readonly read: (scope: string) => VaultMark | undefined;
  readonly keep: (scope: string, mark: VaultMark, isAdopted?: boolean) => void;
}

const markOf = ([id, check, generation]: readonly unknown[]): VaultMark => ({
  id: cellText(id),
  check: cellText(check),
  generation: cellNumber(generation),
});

/** A file that is only read may be of a version that kept none. */
const hasTable = (database: Database): boolean =>
  prepareRows(database, `SELECT 1 FROM sqlite_master WHERE name = 'vault_marks'`).get() !== undefined;

export const vaultMarks = (database: Database): StoredVaultMarks => ({
  read: (scope) => {
    if (!hasTable(database)) return undefined;
    const row = prepareRows(
      database,
      'SELECT id, check_value, generation FROM vault_marks WHERE scope = ?',
    ).get(scope);
    return row === undefined ? undefined : markOf(cellsOf(row));
  },
  keep: (scope, { id, check, generation }, isAdopted = false) =>
    inTransaction(database, () => {
      if (isAdopted) database.prepare('DELETE FROM vault_marks WHERE scope = ?').run(scope);
      database
        .prepare(
          `INSERT INTO vault_marks (scope, id, check_value, generation) VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET id = excluded.id, check_value = excluded.check_value,
             generation = CASE id WHEN excluded.id THEN max(generation, excluded.generation) ELSE excluded.generation END`,
        )
        .run(scope, id, check, generation);
    }),
});
