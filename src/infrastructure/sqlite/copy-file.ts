import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../../application/errors/code-of.js';
import { storeError } from '../../application/errors/store-error.js';
import { removedAtExit } from '../shared/at-exit.js';
import { loadDriver, type Database } from '../shared/sqlite-driver.js';

/** How far a copy is. */
export interface CopyProgress {
  /** Pages of the whole, as SQLite counts them. */
  readonly pages: number;
  /** Pages still to be copied. */
  readonly remaining: number;
}

/** What to do about what lies at the target, and who is told of progress. */
export interface CopyOptions {
  /** Replace what is at the target (default false: `store-exists`). */
  readonly replace?: boolean;
  /** Called after every step of the copy. */
  readonly onProgress?: (progress: CopyProgress) => void;
}

/** The files that SQLite keeps beside a store. */
export const besides = ['-wal', '-shm', '-journal'] as const;

const pagesPerStep = 1_000;

const syncFolder = (path: string): void => {
  // A folder cannot be opened on Windows; there a rename is durable once the file system says so.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/** File systems of memory sticks and some networks know no second name for a file. */
const withoutLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** A rename would take the place of whatever came there since it was looked for: a second name never does. */
const takeFreePlace = (finished: string, target: string, link: typeof linkSync): void => {
  try {
    link(finished, target);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error;
    // Takes the place with an empty file, which fails where there is one.
    closeSync(openSync(target, 'wx'));
    renameSync(finished, target);
  }
};

/** Puts a finished file in its place, for good. Throws `store-exists` where the place is taken and not to be replaced. */
export const moveInto = (finished: string, target: string, replace: boolean, link = linkSync): void => {
  try {
    if (replace) renameSync(finished, target);
    else takeFreePlace(finished, target, link);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? storeError('store-exists', { path: target }, error) : error;
  }
  rmSync(finished, { force: true });
  syncFolder(target);
};

/** Milliseconds without a write after which the process of a copy counts as killed. */
const abandonedAfter = 60 * 60 * 1000;

const unfinished = /^\.[0-9a-f-]{36}\.partial(?:-wal|-shm|-journal)?$/;

/** Takes away what copies to this place left behind whose processes were killed. A copy under way is written all the time. */
const removeAbandoned = (target: string): void => {
  const [folder, name] = [dirname(target), basename(target)];
  if (!existsSync(folder)) return;
  for (const found of readdirSync(folder)) {
    if (!found.startsWith(name) || !unfinished.test(found.slice(name.length))) continue;
    const path = join(folder, found);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - written > abandonedAfter) rmSync(path, { force: true });
  }
};

/** The mode of the file that a database lies in: its copy is read by no one else. */
const modeOf = (source: Database): number => {
  const path = source.location();
  return path === null ? 0o600 : statSync(path).mode & 0o777;
};

/**
 * Copies a database, page by page, as it is at the beginning, and puts the copy in its place when it is complete. The
 * connection must not be used for anything else meanwhile. Gives the number of pages.
 */
export const copyInto = async (
  source: Database,
  target: string,
  { replace = false, onProgress }: CopyOptions,
  approve: (copy: string) => void | Promise<void>,
): Promise<number> => {
  if (!replace && existsSync(target)) throw storeError('store-exists', { path: target });
  removeAbandoned(target);
  // A name of its own: two copies to one place must not write into each other.
  const partial = `${target}.${randomUUID()}.partial`;
  const removePartial = (): void => {
    for (const suffix of ['', ...besides]) rmSync(`${partial}${suffix}`, { force: true });
  };
  const stays = removedAtExit(removePartial);
  try {
    const pages = await loadDriver().backup(source, partial, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) =>
        onProgress?.({ pages: totalPages, remaining: remainingPages }),
    });
    chmodSync(partial, modeOf(source));
    await approve(partial);
    moveInto(partial, target, replace);
    return pages;
  } finally {
    removePartial();
    stays();
  }
};
