import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf } from '../../../application/errors/code-of.js';
import { isJsonObject } from '../../../application/schema/json-object.js';
import type { JsonObject } from '../../../domain/kernel/json.js';
import { fault, unreadable } from '../faults.js';
import { parseJson } from '../flags/json-text.js';
import type { Session } from '../session/session.js';

/** A command is small: descriptions end at 8,000 characters, and files lie outside. */
const mostBytes = 1_000_000;

const bytesOf = async (file: string, source: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > mostBytes) throw fault('input-too-large', { file, most: mostBytes });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const read = async (session: Session, file: string): Promise<Uint8Array> => {
  // A person may be typing: the line is theirs.
  session.working.hold();
  try {
    return await bytesOf(file, file === '-' ? session.stdin : createReadStream(resolve(session.cwd, file)));
  } catch (error) {
    throw codeOf(error) === 'input-too-large' ? error : unreadable(file, error);
  } finally {
    session.working.release();
  }
};

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Who types into standard input may want to stop. */
const interruption = ({ signal }: Session): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => reject(fault('interrupted'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** A JSON object from a file or from standard input. Throws `input-unreadable`, `input-too-large`, `input-not-json`. */
export const readInput = async (session: Session, file: string): Promise<JsonObject> => {
  const text = textOf(await Promise.race([read(session, file), interruption(session)]));
  const value = text === undefined ? undefined : parseJson(text);
  if (!isJsonObject(value)) throw fault('input-not-json', { file });
  return value;
};
