import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { storeError } from '../../application/ports/store-error.js';
import { loadDriver, type Database } from './driver.js';

/** How far a copy is. */
export interface CopyProgress {
  readonly pages: number;
  readonly remaining: number;
}

export interface CopyOptions {
  /** Replace what is at the target (default false: `store-exists`). */
  readonly replace?: boolean;
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

/** Puts a finished file in its place, for good. */
export const moveInto = (finished: string, target: string): void => {
  renameSync(finished, target);
  syncFolder(target);
};

/**
 * Copies a database, page by page, as it is at the beginning, and puts the copy in its place when it is complete. The
 * connection must not be used for anything else meanwhile. Gives the number of pages.
 */
export const copyInto = async (
  source: Database,
  target: string,
  { replace = false, onProgress }: CopyOptions,
  approve: (copy: string) => void,
): Promise<number> => {
  if (!replace && existsSync(target)) throw storeError('store-exists', { path: target });
  const partial = `${target}.partial`;
  const removePartial = (): void => {
    for (const suffix of ['', ...besides]) rmSync(`${partial}${suffix}`, { force: true });
  };
  removePartial();
  try {
    const pages = await loadDriver().backup(source, partial, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) =>
        onProgress?.({ pages: totalPages, remaining: remainingPages }),
    });
    approve(partial);
    moveInto(partial, target);
    return pages;
  } finally {
    removePartial();
  }
};
