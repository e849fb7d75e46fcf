import { fault } from '../faults.js';
import { readBytes, textOf } from '../flags/read-bytes.js';
import type { Session } from '../session/session.js';
import { unlessInterrupted } from '../session/unless-interrupted.js';

/** A phone number or an address is short. */
const mostBytes = 1_000;

/** What comes up to the end of a line: who types one waits for no end of the input. */
const upToLine = async function* (
  source: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string, undefined> {
  for await (const chunk of source) {
    yield chunk;
    if (Buffer.from(chunk).includes('\n')) return undefined;
  }
  return undefined;
};

/**
 * The first line of standard input: a personal value that stands in no list of processes and in no history of a shell.
 * Throws `input-unreadable`, `input-too-large`.
 */
export const lineOfInput = async (session: Session): Promise<string> => {
  session.working.hold();
  try {
    const input = { from: upToLine(session.stdin), file: '-', most: mostBytes };
    const decoded = textOf(await unlessInterrupted(readBytes(input), session));
    if ('reason' in decoded) throw fault('input-unreadable', { file: '-', reason: decoded.reason });
    const [line = ''] = decoded.text.split('\n');
    if (line.trim() === '') throw fault('input-unreadable', { file: '-', reason: 'empty' });
    return line.trim();
  } finally {
    session.working.release();
  }
};
