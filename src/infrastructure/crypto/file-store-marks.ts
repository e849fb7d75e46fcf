import { existsSync, renameSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { reasonOf } from '../../application/errors/reason-of.js';
import { vaultLocked } from '../../application/errors/key-faults.js';
import { isStoreError, storeError, type StoreError } from '../../application/errors/store-error.js';
import { isSystemReason } from '../../application/errors/system-reasons.js';
import type {
  MarkedEvent,
  MarkedNumbers,
  StoreMark,
  StoreMarks,
} from '../../application/ports/store-marks.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { openForReading } from '../shared/open-for-reading.js';
import type { Database } from '../shared/sqlite-driver.js';
import { isMissing } from '../shared/file-place.js';
import { isBusy, isDamaged } from '../shared/sqlite-result.js';
import { markedStoresIn, type MarkedStores, type StoreAt } from './marked-stores.js';
import { whyOf } from '../shared/why-of.js';
import { inTransaction, openOwnDatabase } from './own-database.js';

const schema = `
  CREATE TABLE IF NOT EXISTS store_marks (
    store TEXT PRIMARY KEY,
    place TEXT NOT NULL,
    position TEXT NOT NULL,
    mark TEXT NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Milliseconds that a process which writes to a copy is waited for. */
const timeout = 1_000;

const damaged = (path: string, reason: string, cause?: unknown) =>
  storeError('mark-damaged', { path, reason }, cause);

/** What hinders the file of marks: what it says, or its place, which loses nothing. */
export const faultOfMarks = (path: string, cause: unknown): StoreError => {
  if (isStoreError(cause)) return cause;
  const reason = isBusy(cause) ? vaultLocked : whyOf(cause, path);
  return reason === vaultLocked || isSystemReason(reason)
    ? storeError('marks-unavailable', { path, reason }, cause)
    : damaged(path, reason, cause);
};

const isMarkedEvent = (value: unknown): value is MarkedEvent =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['position'] === 'string';

const isNumbers = (value: unknown): value is readonly MarkedNumbers[] =>
  Array.isArray(value) &&
  value.every(
    (each) => isJsonObject(each) && typeof each['stream'] === 'string' && typeof each['next'] === 'number',
  );

type Kept = Omit<StoreMark, 'last'> & Partial<Pick<StoreMark, 'last'>>;

const checksumOf = (store: string, place: string, text: string): number =>
  crc32(`${store}\n${place}\n${text}`);

/** The numbers of both, each as far as it is known to be. */
const furthest = (
  one: readonly MarkedNumbers[],
  other: readonly MarkedNumbers[],
): readonly MarkedNumbers[] => {
  const all = new Map(one.map((each) => [each.stream, each]));
  for (const each of other) if ((all.get(each.stream)?.next ?? 0) < each.next) all.set(each.stream, each);
  return [...all.values()];
};

const positionOf = ({ last }: Kept): string => last?.position ?? '';

/** What both know of one store. */
const merged = (known: Kept | undefined, mark: Kept): Kept =>
  known === undefined
    ? mark
    : {
        ...(positionOf(known) > positionOf(mark) ? known : mark),
        place: mark.place,
        numbers: furthest(known.numbers, mark.numbers),
      };

const notOurs: ReadonlySet<string> = new Set(['file-of-another-program', 'is-a-folder', 'no-database']);

/** Whether what lies there is no file of marks, or none that can be read: neither waiting nor a right to write helps. */
const isUnusable = (error: unknown): boolean => notOurs.has(reasonOf(error)) || isDamaged(error);

/** Puts what lies there under another name, as it is. */
const setAside = (path: string): void => {
  let place = `${path}.replaced`;
  for (let count = 2; existsSync(place); count += 1) place = `${path}.replaced-${String(count)}`;
  renameSync(path, place);
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${place}${suffix}`);
};

/** Does something with the file, or with a new one where what lies there can be used for nothing. */
const insteadOfUnusable = (path: string, work: () => void, letGo = (): void => undefined): void => {
  try {
    work();
  } catch (error) {
    if (!isUnusable(error)) throw error;
    letGo();
    setAside(path);
    work();
  }
};

/** The marks in an open file. A mark that is not as it was written is `mark-damaged`. */
interface MarkTable {
  readonly all: () => readonly Kept[];
  readonly byStore: (store: string) => Kept | undefined;
  /** What is known of the place: the store that went furthest, and how far the numbers of each one are that lay there. */
  readonly byPlace: (place: string) => Kept | undefined;
  readonly write: (mark: Kept) => void;
  /** Forgets a store, and whatever else lay in its place. */
  readonly forget: (mark: StoreAt) => void;
}

const marksIn = (database: Database, path: string): MarkTable => {
  const markIn = (row: Readonly<Record<string, unknown>>): Kept => {
    const [store, place, text] = [String(row['store']), String(row['place']), String(row['mark'])];
    if (row['checksum'] !== checksumOf(store, place, text)) throw damaged(path, 'mark-altered');
    const value: unknown = JSON.parse(text);
    const { last, numbers } = isJsonObject(value) ? value : {};
    if (!isNumbers(numbers)) throw damaged(path, 'mark-altered');
    return { store, place, numbers, ...(isMarkedEvent(last) && { last }) };
  };
  const found = (sql: string, ...values: readonly string[]): readonly Kept[] =>
    database
      .prepare(`SELECT * FROM store_marks ${sql}`)
      .all(...values)
      .map(markIn);
  return {
    all: () => found(''),
    byStore: (store) => found('WHERE store = ?', store)[0],
    byPlace: (place) => {
      const [first, ...others] = found('WHERE place = ? ORDER BY position DESC', place);
      if (first === undefined) return undefined;
      return {
        ...first,
        numbers: others.reduce((all, { numbers }) => furthest(all, numbers), first.numbers),
      };
    },
    write: ({ store, place, last, numbers }) => {
      const text = JSON.stringify({ last, numbers });
      database
        .prepare('INSERT OR REPLACE INTO store_marks VALUES (?, ?, ?, ?, ?)')
        .run(store, place, last?.position ?? '', text, checksumOf(store, place, text));
    },
    forget: ({ store, place }) =>
      void database.prepare('DELETE FROM store_marks WHERE place = ? OR store = ?').run(place, store),
  };
};

/** A mark of which the last event is known. */
const told = (kept: Kept | undefined): StoreMark | undefined =>
  kept?.last === undefined ? undefined : { ...kept, last: kept.last };

const marksOfCopy = (path: string): readonly Kept[] => {
  let copy: Database | undefined;
  try {
    copy = openForReading(path, timeout);
    return marksIn(copy, path).all();
  } catch (error) {
    throw faultOfMarks(path, error);
  } finally {
    copy?.close();
  }
};

/** What is known of a store here; a mark that is not as it was written says nothing beside that of a copy. */
const knownIn = (table: MarkTable, store: string): Kept | undefined => {
  try {
    return table.byStore(store);
  } catch (error) {
    if (isStoreError(error)) return undefined;
    throw error;
  }
};

/**
 * Takes the marks of a copy in, beside those that are there: each store's as far as either knows, in the place that is known
 * here. What lies there and is no file of marks, or a damaged one, is set aside. Throws `mark-damaged` of the copy, and
 * `marks-unavailable`.
 */
export const takeInMarks = (from: string, path: string): void => {
  const marks = marksOfCopy(from);
  const takeIn = (): void => {
    const own = openOwnDatabase(path, 'store_marks', schema);
    try {
      const table = marksIn(own, path);
      inTransaction(own, () => {
        for (const mark of marks) table.write(merged(mark, knownIn(table, mark.store) ?? mark));
      });
    } finally {
      own.close();
    }
  };
  try {
    insteadOfUnusable(path, takeIn);
  } catch (error) {
    throw faultOfMarks(path, error);
  }
};

/**
 * Marks in a file of their own, which its owner alone can read. It is made by the first mark that is kept; a commit waits
 * for no disk, since a mark that is a second old is as good. The vault beside it, where one is named, notes of which stores
 * there is a mark: one that is not found though it was kept is `marks-missing`.
 */
export const fileStoreMarks = (path: string, vault?: string): StoreMarks => {
  let opened: Database | undefined;
  const noted: MarkedStores | undefined = vault === undefined ? undefined : markedStoresIn(vault);

  const attempt = <Result>(work: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      try {
        resolve(work());
      } catch (error) {
        reject(faultOfMarks(path, error));
      }
    });

  const letGo = (): void => {
    opened?.close();
    opened = undefined;
  };

  const use = (): Database => {
    if (opened !== undefined) return opened;
    opened = openOwnDatabase(path, 'store_marks', schema);
    opened.exec('PRAGMA synchronous = NORMAL');
    return opened;
  };

  const table = (): MarkTable => marksIn(use(), path);

  /** What is kept; that there is nothing, though there was, is told. */
  const found = (wanted: Partial<StoreAt>, search: () => Kept | undefined): StoreMark | undefined => {
    const kept = isMissing(path) ? undefined : search();
    if (kept === undefined && noted?.has(wanted) === true) throw storeError('marks-missing', { path });
    return told(kept);
  };

  return {
    read: (store) => attempt(() => found({ store }, () => table().byStore(store))),
    at: (place) => attempt(() => found({ place }, () => table().byPlace(place))),
    keep: (mark) =>
      attempt(() => {
        inTransaction(use(), () => {
          table().write(merged(table().byStore(mark.store), mark));
        });
        noted?.note(mark);
      }),
    replace: (mark) =>
      attempt(() => {
        const anew = (): void =>
          inTransaction(use(), () => {
            table().forget(mark);
            table().write(mark);
          });
        insteadOfUnusable(path, anew, letGo);
        noted?.note(mark, true);
      }),
    close: () => attempt(letGo),
  };
};
