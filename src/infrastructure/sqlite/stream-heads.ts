import { recentCache } from '../../application/recent-cache.js';
import { cellsOf, cellNumber, prepareRows, type Database } from '../shared/sqlite-driver.js';

/** A stream as the writer knows it; `revision` moves on as events are added. */
export interface StreamHead {
  readonly id: number;
  revision: number;
}

/** Ids and heads of the streams written last. */
export interface StreamHeads {
  /** `undefined` where the stream does not exist. */
  readonly find: (name: string) => StreamHead | undefined;
  /** Adds a stream. It has no event yet. */
  readonly add: (name: string) => StreamHead;
  readonly forget: () => void;
}

const remembered = 20_000;

export const streamHeads = (database: Database): StreamHeads => {
  const cache = recentCache<StreamHead>(remembered);
  const select = prepareRows(
    database,
    `SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) FROM streams WHERE name = ?`,
  );
  const insert = database.prepare('INSERT INTO streams (name) VALUES (?)');
  return {
    find: (name) => {
      const known = cache.get(name);
      if (known !== undefined) return known;
      const row = select.get(name);
      if (row === undefined) return undefined;
      const [id, revision] = cellsOf(row);
      const head = { id: cellNumber(id), revision: cellNumber(revision) };
      cache.set(name, head);
      return head;
    },
    add: (name) => {
      const head = { id: Number(insert.run(name).lastInsertRowid), revision: -1 };
      cache.set(name, head);
      return head;
    },
    forget: cache.clear,
  };
};
