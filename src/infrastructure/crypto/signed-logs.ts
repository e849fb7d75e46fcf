import { vaultNotesIn } from './vault-notes.js';

const schema = `
  CREATE TABLE IF NOT EXISTS signed_logs (origin TEXT NOT NULL, scope TEXT NOT NULL,
    PRIMARY KEY (origin, scope)) STRICT, WITHOUT ROWID;`;

/** A log by its name, and by whose it is. */
export interface LogAt {
  readonly origin: string;
  readonly scope: string;
}

/**
 * Of which audit logs a key was ever made beside a vault: noted in the vault itself, so that one which came back without the
 * log's key makes no second one in silence.
 */
export interface SignedLogs {
  /** Whether a log with this name, or of this scope, was ever signed; `false` where there is no vault to be asked. */
  readonly has: (wanted: Partial<LogAt>) => boolean;
  readonly note: (log: LogAt) => void;
}

export const signedLogsIn = (vault: string): SignedLogs => {
  const { has, change } = vaultNotesIn(vault, schema);
  return {
    has: ({ origin = '', scope = '' }) =>
      has('SELECT 1 FROM signed_logs WHERE origin = ? OR scope = ?', origin, scope),
    note: ({ origin, scope }) => {
      if (has('SELECT 1 FROM signed_logs WHERE origin = ? AND scope = ?', origin, scope)) return;
      change((database) =>
        database.prepare('INSERT OR IGNORE INTO signed_logs VALUES (?, ?)').run(origin, scope),
      );
    },
  };
};
