import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { systemCodeOf } from '../../application/errors/system-reasons.js';

const statsOf = (path: string) => {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // What may not be looked at is told when it is opened.
    return undefined;
  }
};

/**
 * Whether nothing lies there. What may not be looked at, in a folder of another user or behind links without end, is not
 * taken for missing: why it cannot be used is told when it is opened.
 */
export const isMissing = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
};

/** To open it and close it again would let go of every lock that this process has on it. */
const codeOfAccess = (path: string, mode: number): string | undefined => {
  try {
    statSync(path);
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return systemCodeOf(error);
  }
};

/** Why a file cannot be read, by the code of the file system; `undefined` where it can. */
export const whyUnreadable = (path: string): string | undefined => codeOfAccess(path, constants.R_OK);

/**
 * Why a file cannot be used, by the code of the file system: it may not be read or written, or nothing may be made beside it.
 * `undefined` where neither is so.
 */
export const whyUnusable = (path: string): string | undefined => {
  const both = constants.R_OK | constants.W_OK;
  const ofFile = isMissing(path) ? undefined : codeOfAccess(path, both);
  return ofFile ?? codeOfAccess(dirname(path), both);
};

/** A file of one byte: SQLite takes it for an empty one and writes over it (its ticket 3260). */
export const isOneByte = (path: string): boolean => {
  const stats = statsOf(path);
  return stats?.isFile() === true && stats.size === 1n;
};

/**
 * Why what lies in the place of a file is none; `undefined` where it is one, or nothing lies there. To open a pipe would be
 * to wait for its writer, deaf to every signal.
 */
export const whyNoFile = (path: string): 'is-a-folder' | 'is-no-file' | undefined => {
  const stats = statsOf(path);
  if (stats === undefined || stats.isFile()) return undefined;
  return stats.isDirectory() ? 'is-a-folder' : 'is-no-file';
};

/** Whether there is a file, and whether there is a folder to make one in. */
export const filePlace = (
  path: string,
): { readonly exists: boolean; readonly folder: string; readonly hasFolder: boolean } => {
  const folder = dirname(path);
  return { exists: existsSync(path), folder, hasFolder: statsOf(folder)?.isDirectory() === true };
};

/** Where the header of a database of SQLite says whose it is, and how long that is (sqlite.org/fileformat.html). */
const markAt = 68;
const headerLength = 72;

const headerOf = (path: string): Buffer | undefined => {
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(headerLength);
      return header.subarray(0, readSync(file, header));
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
};

/**
 * Whether a file that SQLite takes for no database never was one of ours: nothing in its header says so, and it is not
 * the header alone that is lost (zeros are what a disk leaves of it).
 */
export const isNoDatabase = (path: string): boolean => {
  const header = headerOf(path);
  if (header === undefined) return false;
  const isMarked = header.subarray(markAt, markAt + 3).toString('latin1') === 'Que';
  const isOfSqlite = header.subarray(0, 6).toString('latin1') === 'SQLite';
  return !isMarked && !isOfSqlite && header.some((byte) => byte !== 0);
};

const inRealFolder = (path: string): string => {
  const whole = resolve(path);
  const folder = dirname(whole);
  return existsSync(folder) ? join(realpathSync(folder), basename(whole)) : whole;
};

/** True where two paths lead to one file, by whatever names, also where it is not there yet. */
export const isSameFile = (one: string, other: string): boolean => {
  if (inRealFolder(one) === inRealFolder(other)) return true;
  const [first, second] = [statsOf(one), statsOf(other)];
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
};
