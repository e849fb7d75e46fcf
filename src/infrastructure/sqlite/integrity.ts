import { registerEntryOf } from '../../application/folio/register-entry.js';
import { isStoreError, storeError, type StoreError } from '../../application/errors/store-error.js';
import type { StoreReason } from '../../application/errors/store-reasons.js';
import { decodeBody } from '../../application/schema/wire.js';
import { positionOf } from '../shared/position.js';
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
  /** The first of it, with its code and where it lies; absent where nothing is wrong. */
  readonly first?: StoreError;
}

/** How far a look at the whole store is. */
export interface IntegrityProgress {
  /** Events looked at so far. */
  readonly events: number;
  /** How many there are. */
  readonly of: number;
}

const mostFaults = 20;
const eventsPerStep = 1_000;

/** Each gives a row, with where it is, only where the store is not whole. */
const rules: Readonly<Partial<Record<StoreReason, string>>> = {
  'positions-missing': `
    SELECT position + 1 FROM events AS here
    WHERE position < (SELECT max(position) FROM events)
      AND NOT EXISTS (SELECT 1 FROM events WHERE position = here.position + 1)
    UNION ALL SELECT 1 WHERE (SELECT min(position) FROM events) > 1`,
  'revisions-missing': `
    SELECT max(position) FROM events GROUP BY stream
    HAVING min(revision) <> 0 OR max(revision) <> count(*) - 1`,
  'stream-out-of-order': `
    SELECT later.position FROM events AS later JOIN events AS earlier
    ON earlier.stream = later.stream AND earlier.revision = later.revision - 1 AND earlier.position > later.position`,
  'event-without-stream': `SELECT position FROM events WHERE stream NOT IN (SELECT id FROM streams)`,
  'stream-without-event': `SELECT NULL FROM streams WHERE id NOT IN (SELECT stream FROM events)`,
  'ledger-differs': `
    SELECT NULL WHERE (SELECT coalesce(sum(count), 0) FROM commands) <> (SELECT count(*) FROM events)`,
};

const corrupt = (reason: string, at?: unknown): StoreError =>
  storeError('store-corrupt', { reason, ...(typeof at === 'number' && { position: positionOf(at) }) });

const damagedPages = (database: Database): StoreError[] =>
  prepareRows(database, `PRAGMA integrity_check(${String(mostFaults)})`)
    .all()
    .map((row) => cellText(cellsOf(row)[0]))
    .filter((line) => line !== 'ok')
    .map((line) => corrupt(line));

const brokenRules = (database: Database): StoreError[] =>
  Object.entries(rules).flatMap(([reason, sql]) => {
    const found = prepareRows(database, `${sql} LIMIT 1`).get();
    return found === undefined ? [] : [corrupt(reason, cellsOf(found)[0])];
  });

/** What the ledger has for a command, against what the event says of its own. */
const ledgerIn = (database: Database) => {
  const select = prepareRows(
    database,
    'SELECT first_revision, count FROM commands WHERE command_id = ? AND stream = (SELECT id FROM streams WHERE name = ?)',
  );
  return (commandId: string, stream: string, first: number, count: number): boolean => {
    const row = select.get(commandId, stream);
    if (row === undefined) return false;
    const [is, many] = cellsOf(row);
    return is === first && many === count;
  };
};

/** The fault of one event, if it has one. */
const faultOfEvent = (row: unknown, inLedger: ReturnType<typeof ledgerIn>): StoreError | undefined => {
  try {
    const event = eventOf(row, cellText(cellsOf(row)[5]));
    const { commandId, index, commandSize } = event.metadata;
    return inLedger(commandId, event.stream, event.revision - index, commandSize)
      ? undefined
      : corrupt('ledger-differs', cellsOf(row)[0]);
  } catch (error) {
    if (isStoreError(error)) return error;
    throw error;
  }
};

/** Reads every event, and asks the ledger for its command. */
function* unreadableEvents(database: Database): Generator<IntegrityProgress, StoreError[]> {
  const of = cellNumber(single(prepareRows(database, 'SELECT count(*) FROM events')));
  const page = prepareRows(
    database,
    `SELECT ${eventColumns(database)}, streams.name FROM events JOIN streams ON streams.id = events.stream
     WHERE events.position > ? ORDER BY events.position LIMIT ${String(eventsPerStep)}`,
  );
  const inLedger = ledgerIn(database);
  const faults: StoreError[] = [];
  let events = 0;
  for (let after = 0; faults.length < mostFaults;) {
    const rows = page.all(after);
    for (const row of rows) {
      const fault = faultOfEvent(row, inLedger);
      if (fault !== undefined) faults.push(fault);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = cellNumber(cellsOf(last)[0]);
    events += rows.length;
    yield { events, of };
  }
  return faults.slice(0, mostFaults);
}

const hasWholeRegister = (database: Database): boolean =>
  prepareRows(database, "SELECT 1 FROM sqlite_master WHERE name = 'folio_register'").get() !== undefined &&
  prepareRows(database, 'SELECT 1 FROM folio_register WHERE read_up_to >= to_be_read').get() !== undefined;

/** What the events assigned, and which of it the register lacks or has for another complaint. */
const assignedIn = (
  database: Database,
): { readonly faults: StoreError[]; readonly found: ReadonlySet<string> } => {
  const registered = prepareRows(
    database,
    'SELECT streams.name FROM folios JOIN streams ON streams.id = folios.stream WHERE scope = ? AND folio = ?',
  );
  const assigned = prepareRows(
    database,
    `SELECT streams.name, body FROM events JOIN streams ON streams.id = events.stream
     WHERE type = 'FolioAssigned' ORDER BY position`,
  );
  const faults: StoreError[] = [];
  const found = new Set<string>();
  for (const row of assigned.iterate()) {
    const [stream = '', body = ''] = cellsOf(row).map(cellText);
    const entry = registerEntryOf(stream, decodeBody(body));
    if (entry === undefined) continue;
    if (single(registered, entry.scope, entry.folio) !== stream)
      faults.push(storeError('register-differs', { folio: entry.folio }));
    found.add(`${entry.scope} ${entry.folio}`);
    if (faults.length >= mostFaults) break;
  }
  return { faults, found };
};

/** Compares the folio register with the events it was made from. One that is still being filled is not looked at. */
const registerFaults = (database: Database): StoreError[] => {
  if (!hasWholeRegister(database)) return [];
  const { faults, found } = assignedIn(database);
  if (faults.length > 0) return faults;
  for (const row of prepareRows(database, 'SELECT scope, folio FROM folios').iterate()) {
    const [scope = '', folio = ''] = cellsOf(row).map(cellText);
    if (!found.has(`${scope} ${folio}`)) return [storeError('register-differs', { folio })];
  }
  return [];
};

/** What is wrong with the events; where nothing is, what is wrong with what was made from them. */
function* eventFaults(database: Database): Generator<IntegrityProgress, StoreError[]> {
  const faults = [...brokenRules(database), ...(yield* unreadableEvents(database))];
  return faults.length > 0 ? faults : registerFaults(database);
}

/**
 * Reads every page, every index and every event with its line in the ledger, and compares the folio register with them,
 * step by step, so that the process can do other things in between.
 */
export function* integritySteps(database: Database): Generator<IntegrityProgress, Integrity> {
  const count = (table: string): number =>
    cellNumber(single(prepareRows(database, `SELECT count(*) FROM ${table}`)));
  const pages = damagedPages(database);
  const found = pages.length > 0 ? pages : yield* eventFaults(database);
  const [first] = found;
  const faults = found.map(({ text }) => text.en);
  if (first === undefined) return { ok: true, events: count('events'), streams: count('streams'), faults };
  if (pages.length > 0) return { ok: false, events: 0, streams: 0, faults, first };
  return { ok: false, events: count('events'), streams: count('streams'), faults, first };
}

/** The same at one go. */
export const checkIntegrity = (database: Database): Integrity => {
  const steps = integritySteps(database);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
