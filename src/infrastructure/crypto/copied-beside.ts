import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isMissing } from '../shared/file-place.js';
import { openForReading } from '../shared/open-for-reading.js';
import { loadDriver, type Database } from '../shared/sqlite-driver.js';
import { forgetMemory } from './file-audit-signer.js';
import { faultOfMarks, takeInMarks } from './file-store-marks.js';
import { openOwnDatabase } from './own-database.js';
import { removeDraft, replaceWhole } from './whole-file.js';

/** Milliseconds that a process which writes to such a file is waited for. */
const timeout = 1_000;

const marksOf = (path: string): string => `${path}.marks`;

/** Looks at the marks of stores that lie beside a vault, before anything is copied. Throws `mark-damaged`, `marks-unavailable`. */
export const mustBeMarks = (path: string): void => {
  const own = marksOf(path);
  if (isMissing(own)) return;
  let marks: Database | undefined;
  try {
    marks = openOwnDatabase(own, 'store_marks', '');
    const [found] = marks.prepare('PRAGMA quick_check(1)').all();
    if (found?.['quick_check'] !== 'ok') throw new Error('mark-altered');
  } catch (error) {
    throw faultOfMarks(own, error);
  } finally {
    marks?.close();
  }
};

/** Copies a file while others use it, whole and for its owner alone; `change` does something to the copy before it is there. */
const copyWhole = async (from: string, to: string, change?: (copy: Database) => void): Promise<void> => {
  const draft = `${to}.copied`;
  const source = openForReading(from, timeout);
  try {
    writeFileSync(draft, '', { mode: 0o600 });
    await loadDriver().backup(source, draft);
    if (change !== undefined) changeDraft(draft, change);
    replaceWhole(to, readFileSync(draft));
  } finally {
    source.close();
    removeDraft(draft);
  }
};

const changeDraft = (draft: string, change: (copy: Database) => void): void => {
  const { DatabaseSync } = loadDriver();
  const copy = new DatabaseSync(draft);
  try {
    // What is changed is to lie in the file itself, not in a log beside it.
    copy.exec('PRAGMA journal_mode = DELETE');
    change(copy);
  } finally {
    copy.close();
  }
};

const suffix = '.signer';

/** The files of the keys of logs that lie beside a vault or a copy of one, by what their names add to its own. */
const signersBeside = (path: string): readonly string[] => {
  const start = `${basename(path)}.`;
  const isSigner = (name: string): boolean => name.startsWith(start) && name.endsWith(suffix);
  return readdirSync(dirname(path))
    .filter(isSigner)
    .map((name) => name.slice(start.length - 1))
    .sort();
};

/**
 * Copies the keys of logs. A copy knows not what was signed since, and one that took its word for the last head would fork
 * the log: it is without the memory, and signs nothing until it is given the last head.
 */
const copySigners = async (
  from: string,
  to: string,
  isWanted: (target: string) => boolean,
): Promise<readonly string[]> => {
  const copied: string[] = [];
  for (const name of signersBeside(from)) {
    const target = `${to}${name}`;
    if (!isWanted(target)) continue;
    await copyWhole(`${from}${name}`, target, forgetMemory);
    copied.push(target);
  }
  return copied;
};

/**
 * Copies what lies beside a vault: the marks of stores, since with the store lost too they alone know which folios were
 * given, and the keys of logs, of which the files are given.
 */
export const backUpBeside = async (path: string, target: string): Promise<readonly string[]> => {
  if (!isMissing(marksOf(path))) await copyWhole(marksOf(path), marksOf(target));
  return copySigners(path, target, () => true);
};

/**
 * Puts back what lies beside a copy. Marks that are there are told of the stores that they do not know: a store that was
 * used in the meantime made some. A key of a log that is there stays. Gives the files of the keys of logs.
 */
export const restoreBeside = async (from: string, path: string): Promise<readonly string[]> => {
  const [theirs, ours] = [marksOf(from), marksOf(path)];
  if (!isMissing(theirs)) {
    if (isMissing(ours)) await copyWhole(theirs, ours);
    else takeInMarks(theirs, ours);
  }
  return copySigners(from, path, (target) => isMissing(target));
};

/** Whether the key of a log lies beside a vault. */
export const hasSigner = (path: string): boolean => signersBeside(path).length > 0;
