import { systemClock } from '../../../infrastructure/shared/system/system-clock.js';
import type { EarlyWishes } from '../early-wishes.js';
import { choiceOption, momentOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { languages } from '../../../domain/complaint/vocabulary.js';
import type { CliIo, Sink } from '../io.js';
import { coloursFor, columnsOf } from '../terminal/colours.js';
import { outputAlone, outputTo, type Output } from '../terminal/output.js';
import { stillWorking } from '../terminal/still-working.js';
import type { Opener } from './opener.js';
import type { Session } from './session.js';

/** The process's own ends, where the caller gave no others. */
export interface Ends {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly out: Output;
  readonly err: Output;
  readonly env: NonNullable<CliIo['env']>;
}

export const endsOf = ({
  stdout = process.stdout,
  stderr = process.stderr,
  env = process.env,
}: CliIo): Ends => ({
  stdout,
  stderr,
  out: outputTo(stdout),
  err: outputTo(stderr),
  env,
});

/** How tables and help are laid out for the reader. */
export const spaceOf = (io: CliIo, { stdout, env }: Ends): Session['space'] => {
  const isTTY = io.isTTY ?? stdout.isTTY === true;
  return { isTTY, columns: columnsOf(stdout), colours: coloursFor(isTTY, env) };
};

/** A session for the options of one command line. Throws `instant-invalid`, `choice-invalid`. */
export const createSession = (
  io: CliIo,
  ends: Ends,
  wishes: EarlyWishes,
  options: Options,
  opener: Opener,
): Session => {
  const now = momentOption(options, 'now');
  const language = choiceOption(options, 'lang', languages) ?? wishes.language;
  const milliseconds = () => performance.now();
  const seesProgress = io.isTTY ?? ends.stderr.isTTY === true;
  const working = stillWorking({ sink: ends.stderr, seen: seesProgress, language, milliseconds });
  return {
    ...wishes,
    language,
    json: options['json'] === true,
    out: outputAlone(ends.out, working),
    err: outputAlone(ends.err, working),
    space: spaceOf(io, ends),
    progressSink: ends.stderr,
    seesProgress,
    milliseconds,
    working,
    stdin: io.stdin ?? process.stdin,
    env: ends.env,
    cwd: io.cwd ?? process.cwd(),
    clockIn: async (clocks) => {
      if (now === undefined) return io.clock ?? systemClock;
      const at = await now(clocks);
      return () => at;
    },
    clockIsRight: options['clockIsRight'] === true,
    signal: io.signal ?? new AbortController().signal,
    opener,
    globals: {
      store: textOf(options, 'store'),
      rows: textOf(options, 'rows'),
      keys: textOf(options, 'keys'),
      provider: textOf(options, 'provider'),
    },
  };
};
