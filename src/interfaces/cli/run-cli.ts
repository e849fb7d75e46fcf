import { earlyWishesOf, type EarlyWishes } from './early-wishes.js';
import type { ExitStatus } from './exit-status.js';
import { fault } from './faults.js';
import type { CliIo } from './io.js';
import { parseArgv } from './program/parse-argv.js';
import { subcommands } from './subcommands.js';
import { printVersion } from './reading/version.js';
import { reportFault } from './report-fault.js';
import { createSession, endsOf, spaceOf, type Ends } from './session/create-session.js';
import type { Opener } from './session/opener.js';
import { jsonLine } from './terminal/json-line.js';
import { isBrokenPipe } from './terminal/output.js';

const run = async (
  argv: readonly string[],
  io: CliIo,
  ends: Ends,
  wishes: EarlyWishes,
  opener: Opener,
): Promise<ExitStatus> => {
  const { columns, colours } = spaceOf(io, ends);
  const asked = parseArgv(argv, subcommands, { language: wishes.language, columns, colours });
  if (asked.kind === 'help') {
    await ends.out.write(wishes.json ? jsonLine({ help: asked.text }) : asked.text);
    return 0;
  }
  const { options } = asked.kind === 'run' ? asked.given : { options: { json: wishes.json } };
  const session = createSession(io, ends, wishes, options, opener);
  try {
    if (asked.kind === 'run') {
      const { soonInterrupted } = await import('./program/soon-interrupted.js');
      return await soonInterrupted(asked.subcommand.run(session, asked.given), session, asked.subcommand);
    }
    await printVersion(session);
    return 0;
  } finally {
    session.working.end();
  }
};

const isText = (word: unknown): word is string => typeof word === 'string';

/** The words of a command line; undefined for what a host without a compiler may give instead. */
const wordsIn = (argv: unknown): readonly string[] | undefined =>
  Array.isArray(argv) && argv.every(isText) ? argv : undefined;

const noWords = (): Promise<ExitStatus> =>
  Promise.reject(fault('wrong-use', { reason: "argv: ['show', folio, …]" }));

/** The command line with another way to the library: for tests. */
export const runCliWith = async (argv: readonly string[], io: CliIo, opener: Opener): Promise<ExitStatus> => {
  const ends = endsOf(io);
  const words = wordsIn(argv);
  const wishes = earlyWishesOf(words ?? [], ends.env);
  try {
    return await (words === undefined ? noWords() : run(words, io, ends, wishes, opener)).catch(
      (error: unknown) => {
        // What cannot be written is no fault of what was read: the part that was at work may take it for one.
        const found = ends.out.faultIn(error) ?? ends.err.faultIn(error) ?? error;
        if (isBrokenPipe(found)) throw found;
        return reportFault(found, wishes, ends);
      },
    );
  } catch (error) {
    // The reader has left, or cannot be written to: the fault cannot be told.
    return isBrokenPipe(error) ? 0 : 3;
  } finally {
    ends.out.release();
    ends.err.release();
  }
};
