import { resolve } from 'node:path';
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../../application/audit/notes/checkpoint.js';
import { isSavedOtherwise } from '../../../application/audit/notes/strict-text.js';
import { fault } from '../faults.js';
import { textOf } from '../flags/option-values.js';
import { readBytes } from '../flags/read-bytes.js';
import type { Options } from '../flags/read-flags.js';
import type { Session } from '../session/session.js';

/** A key, a policy or a signed head is small. */
const mostBytes = 1_000_000;

/** A file that the command line names. Throws `input-unreadable`, `input-too-large`. */
export const readInput = ({ cwd }: Session, file: string): Promise<Uint8Array> =>
  readBytes({ from: resolve(cwd, file), file, most: mostBytes });

/**
 * A signed head or a policy that the command line names, neither of which may be saved in another form. Throws
 * `encoding-invalid` besides.
 */
export const readNote = async (session: Session, file: string): Promise<Uint8Array> => {
  const bytes = await readInput(session, file);
  if (isSavedOtherwise(bytes)) throw fault('encoding-invalid', { file });
  return bytes;
};

/**
 * A signed head that an option names. Throws `input-unreadable`, `input-too-large`, `encoding-invalid`,
 * `checkpoint-invalid`.
 */
export const headOption = async (
  session: Session,
  options: Options,
  name: string,
): Promise<SignedCheckpoint | undefined> => {
  const file = textOf(options, name);
  if (file === undefined) return undefined;
  const checkpoint = parseSignedCheckpoint(await readNote(session, file));
  if (checkpoint === undefined) throw fault('checkpoint-invalid', { file });
  return checkpoint;
};
