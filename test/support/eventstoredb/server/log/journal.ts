import { existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { LoggedEvent } from './event.js';

/** Where a log survives its process. */
export interface Journal {
  /** Keeps a transaction before it is acknowledged. */
  readonly write: (events: readonly LoggedEvent[]) => void;
  /** Tells every event kept so far, in order. */
  readonly replay: (tell: (event: LoggedEvent) => void) => void;
}

interface Line extends Omit<LoggedEvent, 'data' | 'metadata' | 'revision'> {
  readonly data: string;
  readonly metadata: string;
  readonly revision: number | 'tombstone';
}

const toLine = (event: LoggedEvent): Line => ({
  ...event,
  data: Buffer.from(event.data).toString('base64'),
  metadata: Buffer.from(event.metadata).toString('base64'),
  revision: Number.isFinite(event.revision) ? event.revision : 'tombstone',
});

const fromLine = (line: Line): LoggedEvent => ({
  ...line,
  data: Buffer.from(line.data, 'base64'),
  metadata: Buffer.from(line.metadata, 'base64'),
  revision: line.revision === 'tombstone' ? Number.POSITIVE_INFINITY : line.revision,
});

// The server's own file: each line is what `write` made of it.
const isTransaction = (value: unknown): value is readonly Line[] => Array.isArray(value);

const parsed = (line: string): readonly Line[] => {
  const value: unknown = JSON.parse(line);
  return isTransaction(value) ? value : [];
};

const wholeLines = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  truncateSync(path, Buffer.byteLength(whole));
  return whole.split('\n').slice(0, -1);
};

/**
 * A file with one line for each transaction. A line is written whole before the append is acknowledged, so that nothing
 * acknowledged is lost with the process (it may be with the machine); a torn last line was never acknowledged.
 */
export const openJournal = (path: string): Journal => {
  const kept = wholeLines(path);
  const file = openSync(path, 'a');
  return {
    write: (events) => void writeSync(file, `${JSON.stringify(events.map(toLine))}\n`),
    replay: (tell) => {
      for (const line of kept) parsed(line).map(fromLine).forEach(tell);
    },
  };
};
