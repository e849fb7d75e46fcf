import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from '../../../application/errors/code-of.js';
import { fault } from '../faults.js';
import type { Session } from './session.js';

/**
 * Writes a page, and gives its path: whole, or not at all, so that a page which was there before is never left half
 * written over. Throws `output-unwritable`.
 */
export const writePage = async (
  { cwd }: Pick<Session, 'cwd'>,
  file: string,
  page: string,
): Promise<string> => {
  const path = resolve(cwd, file);
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`);
  try {
    await writeFile(draft, page, { flag: 'wx', flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw fault('output-unwritable', { file: path, reason: codeOf(error) ?? 'unwritable' }, error);
  }
  return path;
};

/** What a person is told once a page is written. */
export const pageWritten = { es: 'Escrito en {page}', en: 'Written to {page}' } as const;
