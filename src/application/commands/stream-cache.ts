import type { Instant } from '../../domain/kernel/instant.js';
import type { AcceptedCommands } from './accepted.js';

/** A stream as it was last seen. Events are never taken away, so what it says stays true; there may be more. */
export interface KnownStream<State> {
  readonly state: State;
  /** Revision of the last event, -1 where there is none. */
  readonly revision: number;
  readonly recordedAt: Instant | undefined;
  readonly accepted: AcceptedCommands;
}

/** The streams used last, up to a number of them. */
export interface StreamCache<State> {
  readonly get: (stream: string) => KnownStream<State> | undefined;
  readonly set: (stream: string, known: KnownStream<State>) => void;
}

export const createStreamCache = <State>(capacity: number): StreamCache<State> => {
  const streams = new Map<string, KnownStream<State>>();
  return {
    get: (stream) => streams.get(stream),
    set: (stream, known) => {
      streams.delete(stream);
      streams.set(stream, known);
      if (streams.size <= capacity) return;
      const oldest = streams.keys().next();
      if (oldest.done !== true) streams.delete(oldest.value);
    },
  };
};
