import { judgeAppend } from './append-rules.js';
import { tombstoneRevision, tombstoneType } from './event.js';
import type { Expected, LoggedEvent, NewEvent, Position } from './event.js';
import type { Journal } from './journal.js';
import { createRecentIds } from './recent-ids.js';
import {
  everythingTruncated,
  isSoftDeleted,
  isTombstone,
  lastRevision,
  metastreamOf,
  truncateBeforeIn,
  unknownStream,
} from './stream-state.js';
import type { StreamState } from './stream-state.js';
import { systemEvent } from './system-events.js';

/** What the log answers to a write: where the stream ends then, and the place of its last event. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly last: number; readonly position: Position | undefined }
  | { readonly kind: 'conflict'; readonly current: number }
  | { readonly kind: 'gone' };

/** Everything the server keeps, apart from how it is spoken to: a stopped server's log serves the next one. */
export interface EventLog {
  /** All events, in the order of `$all`. */
  readonly all: readonly LoggedEvent[];
  readonly stream: (name: string) => StreamState;
  readonly append: (stream: string, expected: Expected, events: readonly NewEvent[]) => WriteOutcome;
  /** Hides a stream's events; a later append goes on after them. */
  readonly softDelete: (stream: string, expected: Expected) => WriteOutcome;
  /** Ends a stream for ever. */
  readonly tombstone: (stream: string, expected: Expected) => WriteOutcome;
  /** Tells each transaction's events once it is committed; returns what ends the telling. */
  readonly onCommit: (listener: (events: readonly LoggedEvent[]) => void) => () => void;
  /** What a restart costs a server: it no longer remembers the ids of recent appends. */
  readonly forgetRecentIds: () => void;
}

type Stream = StreamState & { events: LoggedEvent[]; truncateBefore: number; tombstoned: boolean };

const recordOverhead = 120;
const sizeOf = (stream: string, event: NewEvent): number =>
  recordOverhead + stream.length + event.type.length + event.data.length + event.metadata.length;

/** An empty log, or the one a journal tells. `now` gives the milliseconds since 1970 that events are marked with. */
export const createEventLog = (options: {
  readonly now: () => number;
  readonly journal?: Journal;
}): EventLog => {
  const all: LoggedEvent[] = [];
  const streams = new Map<string, Stream>();
  const recent = createRecentIds();
  const listeners = new Set<(events: readonly LoggedEvent[]) => void>();
  let end = 0;

  const opened = (name: string): Stream => {
    const known = streams.get(name);
    if (known !== undefined) return known;
    const created = { ...unknownStream, events: [] };
    streams.set(name, created);
    return created;
  };
  const stream = (name: string): StreamState => streams.get(name) ?? unknownStream;

  const keep = (event: LoggedEvent): void => {
    all.push(event);
    const owner = opened(event.stream);
    if (isTombstone(event)) owner.tombstoned = true;
    else owner.events.push(event);
    const truncated = truncateBeforeIn(event);
    if (truncated !== undefined) opened(event.stream.slice(2)).truncateBefore = truncated;
    end = event.position.prepare + sizeOf(event.stream, event);
  };

  const commit = (name: string, events: readonly NewEvent[], first: number): readonly LoggedEvent[] => {
    let place = end;
    const created = options.now();
    const logged = events.map((event, index): LoggedEvent => {
      const position = { commit: place, prepare: place };
      place += sizeOf(name, event);
      return { ...event, stream: name, revision: first + index, position, created };
    });
    options.journal?.write(logged);
    for (const event of logged) {
      keep(event);
      recent.remember(name, event.id, event.revision);
    }
    for (const listener of listeners) listener(logged);
    return logged;
  };

  const verdictOf = (name: string, expected: Expected, ids: readonly string[]) => {
    const state = stream(name);
    return judgeAppend(expected, ids, {
      last: lastRevision(state),
      softDeleted: isSoftDeleted(state),
      tombstoned: state.tombstoned,
      idAt: (revision) => state.events[revision]?.id,
      remembered: (id) => recent.find(name, id),
    });
  };

  const setTruncation = (name: string, before: string): readonly LoggedEvent[] => {
    const meta = metastreamOf(name);
    return commit(meta, [systemEvent('$metadata', `{"$tb":${before}}`)], stream(meta).events.length);
  };

  const written = (events: readonly LoggedEvent[], last: number): WriteOutcome => ({
    kind: 'written',
    last,
    position: events.at(-1)?.position,
  });

  const write = (
    name: string,
    expected: Expected,
    ids: readonly string[],
    whenFree: (state: StreamState) => WriteOutcome,
  ): WriteOutcome => {
    const state = stream(name);
    const verdict = verdictOf(name, expected, ids);
    switch (verdict.kind) {
      case 'gone':
        return { kind: 'gone' };
      case 'conflict':
        return { kind: 'conflict', current: lastRevision(state) };
      case 'repeat':
        return {
          kind: 'written',
          last: verdict.last,
          position: state.events[verdict.last]?.position,
        };
      case 'write':
        return whenFree(state);
    }
  };

  options.journal?.replay(keep);

  return {
    all,
    stream,
    append: (name, expected, events) =>
      write(
        name,
        expected,
        events.map(({ id }) => id),
        (state) => {
          const last = lastRevision(state);
          if (events.length === 0) return written([], last);
          if (isSoftDeleted(state)) setTruncation(name, String(last + 1));
          return written(commit(name, events, last + 1), last + events.length);
        },
      ),
    softDelete: (name, expected) =>
      write(name, expected, [], (state) =>
        written(setTruncation(name, everythingTruncated), lastRevision(state)),
      ),
    tombstone: (name, expected) =>
      write(name, expected, [], () =>
        written(commit(name, [systemEvent(tombstoneType, '')], tombstoneRevision), tombstoneRevision),
      ),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    forgetRecentIds: recent.forgetAll,
  };
};
