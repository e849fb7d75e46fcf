import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../../application/errors/code-of.js';

const syncFolder = (file: string): void => {
  // A folder cannot be opened on Windows; there a new name is durable once the file system says so.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/** File systems of memory sticks and some networks know no second name for a file. */
const withoutLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

const linked = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error;
    // Takes the place with an empty file, which fails where there is one.
    closeSync(openSync(file, 'wx', 0o600));
    renameSync(draft, file);
  }
};

/** True for a file without a byte in it. */
export const isEmptyFile = (file: string): boolean => {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === 0;
};

/** Takes away a file, and what SQLite makes beside one. */
export const removeDraft = (draft: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
};

/**
 * Makes a file whole or not at all, which its owner alone can read: written under a name of its own, then put in its
 * place. One that another process put there first stays.
 */
export const makeOnce = (file: string, write: (draft: string) => void): void => {
  const draft = `${file}.${randomBytes(8).toString('hex')}.partial`;
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    write(draft);
    linked(draft, file);
    syncFolder(file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    removeDraft(draft);
  }
};

/** Puts bytes in the place of what is there, or of nothing: whole or not at all, and for its owner alone. */
export const replaceWhole = (file: string, content: Uint8Array): void => {
  const draft = `${file}.${randomBytes(8).toString('hex')}.partial`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(draft, file);
    syncFolder(file);
  } finally {
    rmSync(draft, { force: true });
  }
};
