import type { ExitStatus } from './exit-status.js';
import type { CliIo } from './io.js';
import { runCliWith } from './run-cli.js';
import type { Opener } from './session/opener.js';

export type { ExitStatus } from './exit-status.js';
export type { Clock } from '../../application/ports/clock.js';
export type { Instant } from '../../domain/kernel/instant.js';
export type { CliIo, Sink } from './io.js';

/** A host without a compiler may give what is none: then this process is meant. */
const ioOf = (given: CliIo | null): CliIo => (typeof given === 'object' ? (given ?? {}) : {});

/** Loads the library once something is to be opened: help needs none of it. */
const opener: Opener = {
  open: async (place) => (await import('./session/library-opener.js')).libraryOpener.open(place),
};

/**
 * The command line `quejas` in process: `argv` without Node and script. Never throws and never ends the process; the
 * promise gives the exit status: 0 done, 1 refused or a fault found, 2 wrong use or bad input, 3 a part cannot be used.
 */
export const runCli = (argv: readonly string[], io: CliIo = {}): Promise<ExitStatus> =>
  runCliWith(argv, ioOf(io), opener);
