import type { Clock } from '../../application/ports/clock.js';

/** Where text goes: a Node stream, or anything that takes text. */
export interface Sink {
  write(text: string): unknown;
  on?(event: 'drain' | 'error' | 'close', listener: (error?: Error) => void): unknown;
  off?(event: 'drain' | 'error' | 'close', listener: (error?: Error) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What the command line touches outside itself. Everything has a default: this process. */
export interface CliIo {
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  readonly stdout?: Sink;
  readonly stderr?: Sink;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Whether somebody looks at it: tables, colours and progress. Default: what each stream says of itself. */
  readonly isTTY?: boolean;
  /** Default: the machine's clock. `--now` comes before it. */
  readonly clock?: Clock;
  /** Aborted where the user interrupts: the work ends at the next safe place, and the store is closed. */
  readonly signal?: AbortSignal;
}
