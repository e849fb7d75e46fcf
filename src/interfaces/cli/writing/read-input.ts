import { resolve } from 'node:path';
import { isJsonObject } from '../../../application/schema/json-object.js';
import type { JsonObject } from '../../../domain/kernel/json.js';
import { fault } from '../faults.js';
import { readJson } from '../flags/read-json-file.js';
import type { Session } from '../session/session.js';
import { unlessInterrupted } from '../session/unless-interrupted.js';

/** A command is small: descriptions end at 8,000 characters, and files lie outside. */
const mostBytes = 1_000_000;

/**
 * A JSON object from a file or from standard input; who types there may want to stop. Throws `input-unreadable`,
 * `input-too-large`, `input-not-json`, `input-key-twice`.
 */
export const readInput = async (session: Session, file: string): Promise<JsonObject> => {
  const from = file === '-' ? session.stdin : resolve(session.cwd, file);
  // A person may be typing: the line is theirs.
  session.working.hold();
  try {
    const value = await unlessInterrupted(readJson({ from, file, most: mostBytes }), session);
    if (!isJsonObject(value)) throw fault('input-not-json', { file, reason: 'no-object' });
    return value;
  } finally {
    session.working.release();
  }
};
