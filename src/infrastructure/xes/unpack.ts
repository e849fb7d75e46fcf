import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../../application/errors/code-of.js';
import { reasonOf } from '../../application/errors/reason-of.js';
import { isCodedError } from '../../application/errors/coded-error.js';
import { logFault } from '../../application/errors/log-faults.js';
import type { XesLimits } from './limits.js';
import { peek } from './peek.js';

const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b;

/** What other packers begin a file with, and gzip what it packed itself. */
const packings: readonly (readonly [format: string, beginning: string])[] = [
  ['gzip', '1f8b'],
  ['ZIP', '504b0304'],
  ['ZIP', '504b0506'],
  ['bzip2', '425a68'],
  ['xz', 'fd377a585a00'],
  ['Zstandard', '28b52ffd'],
  ['7z', '377abcaf271c'],
];
const longestBeginning = 6;

/** The bytes of a log that is not packed, or not any more. Throws `log-packed`. */
const notPacked = async (source: AsyncIterable<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> => {
  const { head, all } = await peek(source, longestBeginning);
  const begun = head.subarray(0, longestBeginning).toString('hex');
  const [format] = packings.find(([, beginning]) => begun.startsWith(beginning)) ?? [];
  if (format !== undefined) throw logFault('log-packed', { format });
  return all;
};

/** What Node says of a file or of gzip, in our words. */
const named = (error: unknown): unknown => {
  if (isCodedError(error)) return error;
  const reason = codeOf(error) ?? reasonOf(error);
  if (reason === 'Z_BUF_ERROR') return logFault('log-truncated', {}, error);
  if (reason.startsWith('Z_')) return logFault('log-gzip-corrupt', { reason }, error);
  return logFault('log-unreadable', { reason }, error);
};

const counting = (bytes: AsyncIterable<Uint8Array>) => {
  const counted = { read: 0 };
  const all = async function* () {
    for await (const chunk of bytes) {
      counted.read += chunk.length;
      yield chunk;
    }
  };
  return { counted, all: all() };
};

async function* gunzipped(source: AsyncIterable<Uint8Array>, { ratio, ratioFrom }: XesLimits) {
  const { counted, all } = counting(source);
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  pipeline(Readable.from(all, { objectMode: false }), gunzip, () => undefined);
  let unpacked = 0;
  const chunks: AsyncIterable<Uint8Array> = gunzip;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (unpacked > ratioFrom && unpacked > counted.read * ratio) throw logFault('log-gzip-bomb', { ratio });
    yield chunk;
  }
}

/** The bytes of a log, unpacked where they begin as gzip does, whatever the file is called. */
export async function* unpack(
  source: AsyncIterable<Uint8Array>,
  limits: XesLimits,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    const { head, all } = await peek(source, 2);
    for await (const chunk of await notPacked(isGzip(head) ? gunzipped(all, limits) : all)) {
      size += chunk.length;
      if (size > limits.bytes) throw logFault('log-too-large', { limit: limits.bytes });
      yield chunk;
    }
  } catch (error) {
    throw named(error);
  }
}
