import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Contender } from '../entry.js';

/** Events of one page and transaction, as ours. */
const pageSize = 500;

interface Progress {
  readonly complaint: string;
  folio: string | null;
  status: string;
  subscriber: string | null;
  receivedAt: string | null;
  updatedAt: string;
  revision: number;
}

interface Body {
  readonly occurredAt: string;
  readonly data: {
    readonly folio?: string;
    readonly receivedAt?: string;
    readonly subscriber?: string;
  };
  readonly metadata: { readonly actor: string; readonly provider: string };
}

interface Event extends Body {
  readonly position: number;
  readonly complaint: string;
  readonly revision: number;
  readonly type: string;
}

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && 'occurredAt' in value;

/** The pages of a store after each other. */
const pagesOf = function* (path: string, size: number): Generator<readonly Event[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  const select = database.prepare(
    `SELECT events.position, events.revision, events.type, events.body, streams.name
     FROM events CROSS JOIN streams ON streams.id = events.stream
     WHERE events.position > ? AND substr(streams.name, 1, 10) = 'complaint-' ORDER BY events.position LIMIT ?`,
  );
  select.setReturnArrays(true);
  let after = 0;
  for (;;) {
    const events = Array.from(select.iterate(after, size), (row): Event => {
      const [position, revision, type, body, name] = Object.values(row);
      const parsed: unknown = JSON.parse(String(body));
      if (!isBody(parsed)) throw new Error('an event without a time');
      return {
        ...parsed,
        position: Number(position),
        revision: Number(revision),
        type: String(type),
        complaint: String(name).slice(-36),
      };
    });
    const last = events.at(-1);
    if (last === undefined) break;
    yield events;
    after = last.position;
  }
  database.close();
};

const statuses: Readonly<Record<string, string>> = { Filed: 'acknowledged', ContactMade: 'inProgress' };

/** One row a complaint, kept in memory; gives those that changed. */
const folding = () => {
  const all = new Map<string, Progress>();
  return (events: readonly Event[]): Iterable<Progress> => {
    const changed = new Map<string, Progress>();
    for (const { complaint, type, data, occurredAt, revision } of events) {
      const row = all.get(complaint) ?? {
        complaint,
        folio: null,
        status: 'acknowledged',
        subscriber: null,
        receivedAt: null,
        updatedAt: occurredAt,
        revision,
      };
      row.folio = data.folio ?? row.folio;
      row.status = statuses[type] ?? row.status;
      row.subscriber = data.subscriber ?? row.subscriber;
      row.receivedAt = data.receivedAt ?? row.receivedAt;
      row.updatedAt = occurredAt;
      row.revision = revision;
      all.set(complaint, row);
      changed.set(complaint, row);
    }
    return changed.values();
  };
};

const scope = '|conectared';

const perCase = (database: DatabaseSync) => {
  database.exec(
    `CREATE TABLE case_progress_v1 (scope TEXT NOT NULL, complaint TEXT NOT NULL, folio TEXT, status TEXT NOT NULL, subscriber TEXT,
       received_at TEXT, updated_at TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (scope, complaint)) STRICT, WITHOUT ROWID`,
  );
  const upsert = database.prepare(
    `INSERT INTO case_progress_v1 VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET folio = excluded.folio,
       status = excluded.status, subscriber = excluded.subscriber, received_at = excluded.received_at,
       updated_at = excluded.updated_at, revision = excluded.revision`,
  );
  return (row: Progress): void => {
    const { complaint, folio, status, subscriber, receivedAt, updatedAt, revision } = row;
    upsert.run(scope, complaint, folio, status, subscriber, receivedAt, updatedAt, revision);
  };
};

const perEvent = (database: DatabaseSync) => {
  database.exec(
    `CREATE TABLE event_rows_v1 (scope TEXT NOT NULL, complaint TEXT NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL,
       occurred_at TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (scope, complaint, revision)) STRICT, WITHOUT ROWID`,
  );
  const insert = database.prepare('INSERT INTO event_rows_v1 VALUES (?, ?, ?, ?, ?, ?)');
  return ({ complaint, revision, type, occurredAt, metadata }: Event): void => {
    insert.run(scope, complaint, revision, type, occurredAt, metadata.actor);
  };
};

const transacting = (database: DatabaseSync, checkpoint: StatementSync) => (at: number, work: () => void) => {
  database.exec('BEGIN IMMEDIATE');
  work();
  checkpoint.run(at);
  database.exec('COMMIT');
};

type Transaction = ReturnType<typeof transacting>;

/** A row an event, a page in a transaction. */
const writeEvents = (database: DatabaseSync, transaction: Transaction, history: string): void => {
  const write = perEvent(database);
  for (const events of pagesOf(history, pageSize))
    transaction(events.at(-1)?.position ?? 0, () => events.forEach(write));
};

/** A row a case: what a page changed, in a transaction with the checkpoint. */
const catchUp = (database: DatabaseSync, transaction: Transaction, history: string): void => {
  const write = perCase(database);
  const fold = folding();
  for (const events of pagesOf(history, pageSize)) {
    const changed = fold(events);
    transaction(events.at(-1)?.position ?? 0, () => {
      for (const row of changed) write(row);
    });
  }
};

/** A row a case: everything folded in memory, each row written once. */
const rebuild = (database: DatabaseSync, transaction: Transaction, history: string): void => {
  const write = perCase(database);
  const fold = folding();
  const rows = new Map<string, Progress>();
  let at = 0;
  for (const events of pagesOf(history, pageSize)) {
    for (const row of fold(events)) rows.set(row.complaint, row);
    at = events.at(-1)?.position ?? at;
  }
  transaction(at, () => rows.forEach(write));
};

/** The bare limit: the same pages read and parsed, the same rows. */
export const run = ({ module, rowsEach, count, history }: Contender, folder: string): Promise<number> => {
  const database = new DatabaseSync(`${folder}/rows.db`);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 10000');
  database.exec(
    'CREATE TABLE checkpoint (position INTEGER NOT NULL) STRICT; INSERT INTO checkpoint VALUES (0)',
  );
  const transaction = transacting(database, database.prepare('UPDATE checkpoint SET position = ?'));
  const perCaseWork = module === 'reference-rebuild' ? rebuild : catchUp;
  const work = rowsEach === 'event' ? writeEvents : perCaseWork;
  const began = performance.now();
  work(database, transaction, history);
  const took = performance.now() - began;
  database.close();
  return Promise.resolve(count / (took / 1000));
};
