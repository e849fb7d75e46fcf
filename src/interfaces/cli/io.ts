import type { Clock } from '../../application/ports/clock.js';

/** Where text goes: a Node stream, or anything that takes text. */
export interface Sink {
  /** Takes text; `false` means that it wants to be waited for, until `drain`. */
  write(text: string): unknown;
  /** Listens to what Node streams tell; left out, writes are taken as done at once. */
  on?(event: 'drain' | 'error' | 'close', listener: (error?: Error) => void): unknown;
  /** Takes a listener back. */
  off?(event: 'drain' | 'error' | 'close', listener: (error?: Error) => void): unknown;
  /** Whether a person looks at it. */
  readonly isTTY?: boolean;
  /** Width in characters, where it is a terminal. */
  readonly columns?: number;
}

/** What the command line touches outside itself. Everything has a default: this process. */
export interface CliIo {
  /** What commands read where their input is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** What was asked for, and nothing else. */
  readonly stdout?: Sink;
  /** Faults, hints and progress. */
  readonly stderr?: Sink;
  /** Environment variables: defaults of options are read there. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths begin at. */
  readonly cwd?: string;
  /** Whether a person looks at it: tables, colours and progress. Default: what each stream says of itself. */
  readonly isTTY?: boolean;
  /** Default: the machine's clock. `--now` comes before it. */
  readonly clock?: Clock;
  /**
   * Aborted where the user interrupts: the work ends at the next safe place, and the store is closed. The call ends within a
   * second; work that has not come to such a place by then is left to itself.
   */
  readonly signal?: AbortSignal;
}
