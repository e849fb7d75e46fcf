import type { Instant } from '../../domain/kernel/instant.js';

/** One line of another system's log: what was done, when, and by whom. */
export interface LogEvent {
  readonly activity: string;
  readonly timestamp: Instant;
  /** The person or machine that did it, as the log names them. */
  readonly resource?: string;
  /** `lifecycle:transition` (IEEE 1849): `start`, `complete`, … */
  readonly transition?: string;
  /** Everything else the log says of it, by its key. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** One case of a log, with its events in the order of the file, which is the true order. */
export interface LogCase {
  readonly id: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly events: readonly LogEvent[];
}

/** A log that can be read more than once: first to see whether all of it can be read, then to import it. */
export interface EventLog {
  /** Throws a coded error `log-…` at the first thing in the file that is not as it should be. */
  readonly cases: () => AsyncIterable<LogCase>;
}
