import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../../application/audit/notes/checkpoint.js';
import { fault, unreadable } from '../faults.js';
import { textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import type { Session } from '../session/session.js';

/** A file that the command line names. Throws `input-unreadable`. */
export const readInput = async ({ cwd }: Session, file: string): Promise<Uint8Array> => {
  try {
    return await readFile(resolve(cwd, file));
  } catch (error) {
    throw unreadable(file, error);
  }
};

/** A signed head that an option names. Throws `input-unreadable`, `checkpoint-invalid`. */
export const headOption = async (
  session: Session,
  options: Options,
  name: string,
): Promise<SignedCheckpoint | undefined> => {
  const file = textOf(options, name);
  if (file === undefined) return undefined;
  const checkpoint = parseSignedCheckpoint(await readInput(session, file));
  if (checkpoint === undefined) throw fault('checkpoint-invalid', { file });
  return checkpoint;
};
