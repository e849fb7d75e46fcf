import { randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import type { VoidedNumbers } from '../../application/folio/void-numbers.js';
import type { Clock } from '../../application/ports/clock.js';
import type { Position } from '../../application/ports/event-store.js';
import { storeError, storeErrorSaying, type StoreErrorCode } from '../../application/errors/store-error.js';
import { toldBy } from '../../application/errors/reason-of.js';
import { mustBeText, mustKnow, namesOf } from '../../application/errors/option-faults.js';
import { systemClock } from '../../infrastructure/shared/system/system-clock.js';
import { carryFolios } from './carry-folios.js';
import { connect } from '../../infrastructure/sqlite/connection.js';
import { besides, copyInto, type CopyOptions } from '../../infrastructure/sqlite/copy-file.js';
import { mustBeUnused } from '../../infrastructure/shared/must-be-unused.js';
import type { Database } from '../../infrastructure/shared/sqlite-driver.js';
import { eventReader } from '../../infrastructure/sqlite/event-reader.js';
import { faultOf } from '../../infrastructure/sqlite/faults.js';
import { look } from '../../infrastructure/sqlite/check-whole.js';
import { beginAnew } from '../../infrastructure/sqlite/store-identity.js';
import { mustBeApart } from '../../infrastructure/sqlite/same-file.js';

/** A store that was put back. */
export interface Restored {
  /** The file that the store is now. */
  readonly path: string;
  /** How many events the copy held. */
  readonly events: number;
  /** The last event of the copy: the store goes on from here, with what is voided. `undefined`: the copy holds none. */
  readonly position: Position | undefined;
  /** Where the store that stood there before lies now; `undefined` where there was none. */
  readonly replaced: string | undefined;
  /**
   * Folio numbers that the replaced store may have given after the copy was made, and that are void from now on.
   * `undefined` where it could not be read: the folios that it gave will be given again.
   */
  readonly voided: readonly VoidedNumbers[] | undefined;
}

/** How a copy takes the place of a store. */
export interface RestoreOptions extends CopyOptions {
  /** When numbers are voided (default: the machine's clock). */
  readonly clock?: Clock;
}

const optionNames = namesOf<RestoreOptions>({ replace: true, clock: true, onProgress: true });

const mustBeWhole = async (database: Database, path: string): Promise<number> => {
  const { events, faults, first } = await look(database, path);
  if (first !== undefined)
    throw storeErrorSaying(
      'store-corrupt',
      { reason: first.details['reason'] ?? first.text.en, faults: [...faults] },
      toldBy(first),
    );
  return events;
};

const damaged: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  'event-damaged',
  'store-altered',
  'store-corrupt',
  'store-foreign',
]);

/** Looks at a copy; what is wrong with it is told of the copy, not of the store that it would become. */
const ofTheCopy = async <Result>(path: string, read: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await read();
  } catch (error) {
    const found = faultOf(error, path);
    if (!damaged.has(found.code)) throw found;
    throw storeErrorSaying('copy-corrupt', { ...found.details, path }, toldBy(found), found);
  }
};

const moveAway = (path: string): string => {
  let place = `${path}.replaced`;
  for (let count = 2; existsSync(place); count += 1) place = `${path}.replaced-${count}`;
  for (const suffix of ['', ...besides])
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${place}${suffix}`);
  return place;
};

/** From here on it is another store than the one that was copied, and what is known of that one says nothing of it. */
const giveNewId = (copy: string): void => {
  const { database } = connect({ path: copy, readOnly: false, mustExist: true, maxBytes: undefined });
  try {
    beginAnew(database, randomUUID());
  } finally {
    database.close();
  }
};

/**
 * Puts a back-up in the place of a store that no process has open. The back-up is read whole first: a damaged, foreign or
 * newer one is refused and nothing changes. What was in the place is kept beside it, under another name.
 *
 * The store goes on from the back-up's last event. Events stored after it are in the replaced file alone, and new
 * events take their positions: rows kept in another store, and an audit log that has seen those positions, no longer
 * follow from this one. Rows in the file itself come back with its events. Folio numbers that the replaced store may
 * have given are void from then on, so that no two requests ever have one folio; where it cannot be read, those that are
 * known beside the keys are when it is next opened with them.
 *
 * Throws `option-invalid`, `store-missing` (no back-up), `store-exists` (something there and `replace` not asked), `store-locked`
 * (a process has the target open), `copy-corrupt`, `copy-is-store`, `store-newer`, `store-folder-missing`.
 */
export const restore = async (from: string, to: string, asked: RestoreOptions = {}): Promise<Restored> => {
  const { clock = systemClock, ...options } = mustKnow('restoreStore', asked, optionNames);
  mustBeText('from', from, 'PATH');
  mustBeText('to', to, 'PATH');
  try {
    mustBeApart(to, from);
    const { database } = await ofTheCopy(from, () =>
      connect({ path: from, readOnly: true, mustExist: true, maxBytes: undefined }),
    );
    try {
      const events = await ofTheCopy(from, () => mustBeWhole(database, from));
      const position = eventReader(database).head();
      let replaced: string | undefined;
      let voided: Restored['voided'] = [];
      await copyInto(database, to, options, async (copy) => {
        const stood = existsSync(to);
        if (stood && options.replace !== true) throw storeError('store-exists', { path: to });
        if (stood) {
          mustBeUnused(to, (cause) => storeError('store-locked', { path: to }, cause));
          voided = await carryFolios(to, copy, clock);
        }
        giveNewId(copy);
        // A log without its store would be taken for the log of the new one.
        const place = moveAway(to);
        if (stood) replaced = place;
      });
      return { path: to, events, position, replaced, voided };
    } finally {
      database.close();
    }
  } catch (error) {
    throw faultOf(error, to);
  }
};
