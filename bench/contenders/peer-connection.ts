import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

type Parameters = readonly unknown[] | undefined;

/** What emmett-sqlite asks of a connection. */
export interface PeerConnection {
  readonly close: () => void;
  readonly command: (sql: string, values?: Parameters) => Promise<unknown>;
  readonly batchCommand: (sqls: readonly string[]) => Promise<void>;
  readonly query: (sql: string, values?: Parameters) => Promise<readonly unknown[]>;
  readonly querySingle: (sql: string, values?: Parameters) => Promise<unknown>;
  readonly withTransaction: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Together {
  readonly works: Promise<unknown>[];
  readonly committed: Promise<void>;
}

/** Binds as the peer's own driver does, which takes flags for numbers and anything else for text. */
const bound = (value: unknown): SQLInputValue => {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number' || typeof value === 'bigint' || value === null) return value;
  return typeof value === 'string' ? value : Object.prototype.toString.call(value);
};

/**
 * The peer's connection on `node:sqlite`: WAL, synchronous FULL, statements prepared once. Transactions that meet share
 * one, as on its own connection; unlike there, none is acknowledged before the COMMIT.
 */
export const peerConnection = (path: string): PeerConnection & { readonly database: DatabaseSync } => {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000');
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const values = (given: Parameters) => (given ?? []).map(bound);

  let open: Together | undefined;
  const commit = async (works: readonly Promise<unknown>[]): Promise<void> => {
    open = undefined;
    const ended = await Promise.allSettled(works);
    const isWhole = ended.every(({ status }) => status === 'fulfilled');
    database.exec(isWhole ? 'COMMIT' : 'ROLLBACK');
    if (!isWhole) throw new Error('A transaction that was shared has failed.');
  };
  const begin = (): Together => {
    database.exec('BEGIN IMMEDIATE');
    const works: Promise<unknown>[] = [];
    const committed = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        commit(works).then(resolve, reject);
      });
    });
    return { works, committed };
  };

  return {
    database,
    close: () => database.close(),
    command: (sql, given) => Promise.resolve(prepared(sql).run(...values(given))),
    batchCommand: (sqls) => {
      database.exec(sqls.join(';'));
      return Promise.resolve();
    },
    query: (sql, given) => Promise.resolve(prepared(sql).all(...values(given))),
    querySingle: (sql, given) => Promise.resolve(prepared(sql).get(...values(given)) ?? null),
    withTransaction: async (work) => {
      open ??= begin();
      const { works, committed } = open;
      const done = work();
      works.push(done);
      const [result] = await Promise.all([done, committed]);
      return result;
    },
  };
};
