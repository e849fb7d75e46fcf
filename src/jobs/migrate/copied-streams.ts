import { prefixesOf, streamKinds } from '../../application/identity/stream-name.js';
import type { StreamName } from '../../application/ports/event-store.js';

const ofOurs = new RegExp(`^(.*?)(?:${streamKinds.join('|')})-`);

/** What to read in order to find a stream again among those of others: all of its kind and namespace. */
const prefixOfStream = (stream: StreamName): string =>
  ofOurs.exec(stream)?.[0] ?? stream.slice(0, stream.indexOf('-') + 1);

/** Prefixes of all streams in the namespace of this one. */
export const prefixesBeside = (stream: StreamName): readonly string[] => {
  const namespace = ofOurs.exec(stream)?.[1];
  return namespace === undefined ? [prefixOfStream(stream)] : prefixesOf(namespace);
};

/** The streams that were copied. */
export interface CopiedStreams {
  readonly add: (stream: StreamName) => void;
  readonly has: (stream: StreamName) => boolean;
  readonly count: () => number;
  readonly prefixes: () => readonly string[];
}

export const copiedStreams = (): CopiedStreams => {
  const streams = new Set<StreamName>();
  const prefixes = new Set<string>();
  return {
    add: (stream) => {
      if (streams.has(stream)) return;
      streams.add(stream);
      prefixes.add(prefixOfStream(stream));
    },
    has: (stream) => streams.has(stream),
    count: () => streams.size,
    prefixes: () => [...prefixes],
  };
};
