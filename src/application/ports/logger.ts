import type { JsonObject } from '../../domain/kernel/json.js';

/** Where the library says what happens. It never says a personal value. */
export interface Logger {
  /** What went as it should, such as a command accepted. */
  readonly debug: (message: string, fields?: JsonObject) => void;
  /** What the rules refused. */
  readonly info: (message: string, fields?: JsonObject) => void;
  /** What an operator should look at, though work goes on, such as rows that are behind. */
  readonly warn: (message: string, fields?: JsonObject) => void;
  /** What ended and does not go on by itself, such as a feed whose handler failed. */
  readonly error: (message: string, fields?: JsonObject) => void;
}

const nothing = (): void => undefined;

/** Says nothing. */
export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
