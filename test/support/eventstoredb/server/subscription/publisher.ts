import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '../log/event-log.js';
import type { LoggedEvent } from '../log/event.js';

/** One who is told of what was committed. */
export interface LiveReader {
  readonly tell: (events: readonly LoggedEvent[]) => void;
  /** Resolves once the reader's client has taken what it was sent. */
  readonly ready: () => Promise<void>;
}

/** How long, in milliseconds, one slow client holds back what others are told. */
const patience = 5;

/** Tells live subscriptions of each commit, one commit in a turn, never within the append itself. */
export interface Publisher {
  /** Returns what ends the telling. */
  readonly join: (reader: LiveReader) => () => void;
  readonly stop: () => void;
}

export const createPublisher = (log: EventLog): Publisher => {
  const readers = new Set<LiveReader>();
  let waiting: (readonly LoggedEvent[])[] = [];
  let isPublishing = false;
  let isStopped = false;

  const publish = async (): Promise<void> => {
    isPublishing = true;
    await nextTurn();
    while (waiting.length > 0 && !isStopped) {
      const commits = waiting;
      waiting = [];
      for (const events of commits) {
        for (const reader of [...readers]) reader.tell(events);
        const allReady = Promise.all([...readers].map((reader) => reader.ready()));
        await Promise.race([allReady, pause(patience, undefined, { ref: false })]);
      }
    }
    isPublishing = false;
  };

  const leave = log.onCommit((events) => {
    if (readers.size === 0) return;
    waiting.push(events);
    if (!isPublishing) void publish();
  });

  return {
    join: (reader) => {
      readers.add(reader);
      return () => void readers.delete(reader);
    },
    stop: () => {
      isStopped = true;
      leave();
    },
  };
};
