import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../../../application/errors/code-of.js';
import { fault, unreadable } from '../faults.js';

/** Milliseconds that a named pipe is given until a process writes into it. */
const waitForWriter = 2_000;
const betweenLooks = 20;
const chunkSize = 65_536;

/** A pipe that waits for its writer would hold a thread, and with it the end of the process: it is asked again instead. */
const openFlags = constants.O_RDONLY | constants.O_NONBLOCK;

const isNotYet = (error: unknown): boolean => codeOf(error) === 'EAGAIN';

/** What a file has next; nothing at its end. Of a pipe it is waited for. */
const nextOf = async (handle: FileHandle, stats: Stats, isFirst: boolean): Promise<Uint8Array> => {
  const begun = performance.now();
  for (;;) {
    const buffer = Buffer.alloc(chunkSize);
    const bytesRead = await handle.read(buffer).then(
      (read) => read.bytesRead,
      (error: unknown) => {
        if (isNotYet(error)) return undefined;
        throw error;
      },
    );
    if (bytesRead !== undefined && bytesRead > 0) return buffer.subarray(0, bytesRead);
    const isEnd = bytesRead === 0 && !(isFirst && stats.isFIFO());
    if (isEnd) return buffer.subarray(0, 0);
    if (bytesRead === 0 && performance.now() - begun > waitForWriter)
      throw Object.assign(new Error('no writer'), { code: 'no-writer' });
    await pause(betweenLooks);
  }
};

const chunksOf = async function* (path: string): AsyncGenerator<Uint8Array, undefined> {
  const handle = await open(path, openFlags);
  try {
    const stats = await handle.stat();
    for (let isFirst = true; ; isFirst = false) {
      const chunk = await nextOf(handle, stats, isFirst);
      if (chunk.length === 0) return undefined;
      yield chunk;
    }
  } finally {
    await handle.close();
  }
};

/** All of a source, where that is at most so many bytes. Throws `input-too-large`, and what the source throws. */
const bytesOf = async (
  file: string,
  source: AsyncIterable<Uint8Array | string>,
  most: number,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) throw fault('input-too-large', { file, most });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** What is read, how it is called, and how much it may be. */
export interface BoundedInput {
  /** A path, or what standard input gives. */
  readonly from: string | AsyncIterable<Uint8Array | string>;
  /** As the user named it. */
  readonly file: string;
  readonly most: number;
}

/** The bytes of a file or of standard input. Throws `input-unreadable`, `input-too-large`. */
export const readBytes = async ({ from, file, most }: BoundedInput): Promise<Uint8Array> => {
  try {
    return await bytesOf(file, typeof from === 'string' ? chunksOf(from) : from, most);
  } catch (error) {
    throw codeOf(error) === 'input-too-large' ? error : unreadable(file, error);
  }
};

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

/** UTF-16 with its mark, or ASCII written in it: every other byte at the beginning is zero. */
const isUtf16 = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true;
  const zeros = [...bytes.subarray(0, 8)].map((byte) => byte === 0);
  return (
    zeros.length >= 4 &&
    (zeros.every((zero, index) => zero === (index % 2 === 0)) ||
      zeros.every((zero, index) => zero === (index % 2 === 1)))
  );
};

/** Why bytes are no text in UTF-8. */
type NoText = 'utf-16' | 'binary' | 'no-utf-8';

/** Bytes as text in UTF-8, without a mark at its beginning; or why they are none. */
export const textOf = (bytes: Uint8Array): { readonly text: string } | { readonly reason: NoText } => {
  if (isUtf16(bytes)) return { reason: 'utf-16' };
  if (bytes.includes(0)) return { reason: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { reason: 'no-utf-8' };
  }
};
