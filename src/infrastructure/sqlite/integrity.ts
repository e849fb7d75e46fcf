import { decodeBody } from '../../application/schema/wire.js';
import { cellsOf, numberIn, prepareRows, single, textIn, type Database } from '../shared/sqlite-driver.js';

/** What a look at the whole store found. */
export interface Integrity {
  /** True where nothing is wrong. */
  readonly ok: boolean;
  /** How many events the store holds. */
  readonly events: number;
  /** How many streams they lie in. */
  readonly streams: number;
  /** What is wrong, for a person who looks after the store; empty where nothing is. */
  readonly faults: readonly string[];
}

const mostFaults = 20;

/** Each gives no row where the store is whole. */
const rules: Readonly<Record<string, string>> = {
  'places have a gap': `SELECT count(*), max(position) FROM events HAVING count(*) <> coalesce(max(position), 0)`,
  'a stream has a gap in its revisions': `
    SELECT stream FROM events GROUP BY stream HAVING min(revision) <> 0 OR max(revision) <> count(*) - 1`,
  'a stream is out of order': `
    SELECT later.stream FROM events AS later JOIN events AS earlier
    ON earlier.stream = later.stream AND earlier.revision = later.revision - 1 AND earlier.position > later.position`,
  'an event is in no stream': `SELECT position FROM events WHERE stream NOT IN (SELECT id FROM streams)`,
  'a stream has no event': `SELECT name FROM streams WHERE id NOT IN (SELECT stream FROM events)`,
  'the ledger does not cover the events': `
    SELECT 1 WHERE (SELECT coalesce(sum(count), 0) FROM commands) <> (SELECT count(*) FROM events)`,
};

const damagedPages = (database: Database): string[] =>
  prepareRows(database, `PRAGMA integrity_check(${String(mostFaults)})`)
    .all()
    .map((row) => textIn(cellsOf(row)[0]))
    .filter((line) => line !== 'ok');

const brokenRules = (database: Database): string[] =>
  Object.entries(rules)
    .filter(([, sql]) => prepareRows(database, `${sql} LIMIT 1`).get() !== undefined)
    .map(([fault]) => fault);

const unreadableEvents = (database: Database): string[] => {
  const faults: string[] = [];
  for (const row of prepareRows(
    database,
    'SELECT position, type, body FROM events ORDER BY position',
  ).iterate()) {
    const [position, type, body] = cellsOf(row);
    try {
      if (decodeBody(textIn(body)).type !== type) faults.push(`event ${String(position)} is of another type`);
    } catch {
      faults.push(`event ${String(position)} cannot be read`);
    }
    if (faults.length >= mostFaults) break;
  }
  return faults;
};

/** Reads every page, every index and every event. */
export const checkIntegrity = (database: Database): Integrity => {
  const count = (table: string): number =>
    numberIn(single(prepareRows(database, `SELECT count(*) FROM ${table}`)));
  const pages = damagedPages(database);
  const faults = pages.length > 0 ? pages : [...brokenRules(database), ...unreadableEvents(database)];
  if (faults.length > 0 && pages.length > 0) return { ok: false, events: 0, streams: 0, faults };
  return { ok: faults.length === 0, events: count('events'), streams: count('streams'), faults };
};
