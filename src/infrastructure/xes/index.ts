import { createReadStream } from 'node:fs';
import type { EventLog, LogCase } from '../../application/ports/event-log.js';
import { decode } from './decode.js';
import { defaultLimits, type XesLimits } from './limits.js';
import { createXesReader } from './parse.js';
import { unpack } from './unpack.js';

export { defaultLimits, type XesLimits } from './limits.js';

/**
 * The cases of an event log in XES (IEEE 1849), plain or compressed with gzip, one at a time: what is held in memory is
 * one case. Throws a coded error `log-…` where the bytes are no such log, or cost more to read than the limits allow.
 */
export async function* readXes(
  bytes: AsyncIterable<Uint8Array>,
  limits: XesLimits = defaultLimits,
): AsyncGenerator<LogCase> {
  const reader = createXesReader(limits);
  for await (const text of decode(unpack(bytes, limits))) {
    reader.write(text);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

/** A log in a file, `*.xes` or `*.xes.gz`. */
export const xesFile = (path: string, limits: XesLimits = defaultLimits): EventLog => ({
  cases: () => readXes(createReadStream(path), limits),
});
