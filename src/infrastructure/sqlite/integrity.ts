import { registerEntryOf } from '../../application/folio/register-entry.js';
import { isStoreError } from '../../application/errors/store-error.js';
import { decodeBody } from '../../application/schema/wire.js';
import {
  cellsOf,
  cellNumber,
  prepareRows,
  single,
  cellText,
  type Database,
} from '../shared/sqlite-driver.js';
import { eventColumns, eventOf } from './event-reader.js';

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
    .map((row) => cellText(cellsOf(row)[0]))
    .filter((line) => line !== 'ok');

const brokenRules = (database: Database): string[] =>
  Object.entries(rules)
    .filter(([, sql]) => prepareRows(database, `${sql} LIMIT 1`).get() !== undefined)
    .map(([fault]) => fault);

const unreadableEvents = (database: Database): string[] => {
  const faults: string[] = [];
  const rows = prepareRows(
    database,
    `SELECT ${eventColumns(database)}, streams.name FROM events JOIN streams ON streams.id = events.stream
     ORDER BY events.position`,
  ).iterate();
  for (const row of rows) {
    try {
      eventOf(row, cellText(cellsOf(row)[5]));
    } catch (error) {
      if (!isStoreError(error)) throw error;
      faults.push(`event ${String(cellsOf(row)[0])}: ${error.text.en}`);
    }
    if (faults.length >= mostFaults) break;
  }
  return faults;
};

const hasWholeRegister = (database: Database): boolean =>
  prepareRows(database, "SELECT 1 FROM sqlite_master WHERE name = 'folio_register'").get() !== undefined &&
  prepareRows(database, 'SELECT 1 FROM folio_register WHERE read_up_to >= to_be_read').get() !== undefined;

const faultOf = (folio: string, stream: string, known: unknown): string | undefined => {
  if (known === stream) return undefined;
  return known === undefined
    ? `the folio register lacks ${folio}`
    : `the folio register has ${folio} for another complaint`;
};

/** Compares the folio register with the events it was made from. One that is still being filled is not looked at. */
const registerFaults = (database: Database): string[] => {
  if (!hasWholeRegister(database)) return [];
  const registered = prepareRows(
    database,
    'SELECT streams.name FROM folios JOIN streams ON streams.id = folios.stream WHERE scope = ? AND folio = ?',
  );
  const assigned = prepareRows(
    database,
    `SELECT streams.name, body FROM events JOIN streams ON streams.id = events.stream
     WHERE type = 'FolioAssigned' ORDER BY position`,
  );
  const faults: string[] = [];
  let found = 0;
  for (const row of assigned.iterate()) {
    const [stream = '', body = ''] = cellsOf(row).map(cellText);
    const entry = registerEntryOf(stream, decodeBody(body));
    if (entry === undefined) continue;
    const fault = faultOf(entry.folio, stream, single(registered, entry.scope, entry.folio));
    if (fault === undefined) found += 1;
    else faults.push(fault);
    if (faults.length >= mostFaults) return faults;
  }
  const all = cellNumber(single(prepareRows(database, 'SELECT count(*) FROM folios')));
  return all > found && faults.length === 0 ? ['the folio register has a folio that no event gave'] : faults;
};

/** What is wrong with the events; where nothing is, what is wrong with what was made from them. */
const eventFaults = (database: Database): string[] => {
  const faults = [...brokenRules(database), ...unreadableEvents(database)];
  return faults.length > 0 ? faults : registerFaults(database);
};

/** Reads every page, every index and every event, and compares the folio register with them. */
export const checkIntegrity = (database: Database): Integrity => {
  const count = (table: string): number =>
    cellNumber(single(prepareRows(database, `SELECT count(*) FROM ${table}`)));
  const pages = damagedPages(database);
  const faults = pages.length > 0 ? pages : eventFaults(database);
  if (faults.length > 0 && pages.length > 0) return { ok: false, events: 0, streams: 0, faults };
  return { ok: faults.length === 0, events: count('events'), streams: count('streams'), faults };
};
