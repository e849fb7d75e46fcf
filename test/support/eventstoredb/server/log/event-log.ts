import { judgeAppend, judgeSoftDelete } from './append-rules.js';
import type { StreamView, Verdict } from './append-rules.js';
import { tombstoneRevision, tombstoneType } from './event.js';
import type { Expected, LoggedEvent, NewEvent, Position } from './event.js';
import type { Journal } from './journal.js';
import { countBefore } from './places.js';
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
import { firstRecord, firstTransaction, systemEvent } from './system-events.js';

/** What the log answers to a write: where the stream ends then, and the place of its last event. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly last: number; readonly position: Position | undefined }
  | { readonly kind: 'conflict'; readonly current: number }
  | { readonly kind: 'gone' };

/** Everything the server keeps, apart from how it is spoken to: a stopped server's log serves the next one. */
export interface EventLog {
  /** All events, in the order of `$all`. */
  readonly all: readonly LoggedEvent[];
  /** Whether something was written at a place, if only an empty transaction; a read may start nowhere else. */
  readonly isBoundary: (commit: number) => boolean;
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
  const emptyTransactions = new Set<number>();
  let end = firstRecord;

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

  const viewOf = (name: string): StreamView => {
    const state = stream(name);
    return {
      last: lastRevision(state),
      softDeleted: isSoftDeleted(state),
      tombstoned: state.tombstoned,
      idAt: (revision) => state.events[revision]?.id,
      remembered: (id) => recent.find(name, id),
    };
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

  const answer = (
    name: string,
    verdict: Verdict,
    whenFree: (state: StreamState) => WriteOutcome,
  ): WriteOutcome => {
    const state = stream(name);
    switch (verdict.kind) {
      case 'gone':
        return { kind: 'gone' };
      case 'conflict':
        return { kind: 'conflict', current: lastRevision(state) };
      case 'repeat': {
        // The place of what may not be read any more is not told.
        const position = isSoftDeleted(state) ? undefined : state.events[verdict.last]?.position;
        return { kind: 'written', last: verdict.last, position };
      }
      case 'write':
        return whenFree(state);
    }
  };

  const writeNothing = (last: number): WriteOutcome => {
    const place = end;
    emptyTransactions.add(place);
    end += recordOverhead;
    return { kind: 'written', last, position: { commit: place, prepare: place } };
  };

  options.journal?.replay(keep);
  if (all.length === 0) commit(...firstTransaction);

  return {
    all,
    stream,
    isBoundary: (commit) =>
      commit === 0 ||
      commit === end ||
      emptyTransactions.has(commit) ||
      all[countBefore(all, { commit, prepare: 0 })]?.position.commit === commit,
    append: (name, expected, events) => {
      const ids = events.map(({ id }) => id);
      return answer(name, judgeAppend(expected, ids, viewOf(name)), (state) => {
        const last = lastRevision(state);
        if (events.length === 0) return writeNothing(last);
        const isRevived = isSoftDeleted(state);
        const logged = commit(name, events, last + 1);
        if (isRevived) setTruncation(name, String(last + 1));
        return written(logged, last + events.length);
      });
    },
    softDelete: (name, expected) =>
      answer(name, judgeSoftDelete(expected, viewOf(name)), (state) =>
        written(setTruncation(name, everythingTruncated), lastRevision(state)),
      ),
    tombstone: (name, expected) =>
      answer(name, judgeAppend(expected, [], viewOf(name)), () =>
        written(commit(name, [systemEvent(tombstoneType, '')], tombstoneRevision), tombstoneRevision),
      ),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    forgetRecentIds: recent.forgetAll,
  };
};
