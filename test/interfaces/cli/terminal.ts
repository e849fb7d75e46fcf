import { runCliWith } from '../../../src/interfaces/cli/run-cli.js';
import type { CliIo } from '../../../src/interfaces/cli/io.js';
import type { Opener } from '../../../src/interfaces/cli/session/opener.js';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON values on stdout, one a line. */
  readonly json: readonly unknown[];
}

export type Setting = Omit<CliIo, 'stdout' | 'stderr' | 'stdin'> & {
  readonly input?: string | Uint8Array;
  readonly columns?: number;
  /** Where a person looks at it: words instead of codes, times of the provider's zone. */
  readonly isTTY?: boolean;
};

const chunksOf = (input: string | Uint8Array): AsyncIterable<string | Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    await Promise.resolve();
    yield input;
  },
});

/** A place of its own in the environment: nothing of the machine that runs the test. */
const nowhere = { HOME: '/nowhere', LANG: 'es_MX.UTF-8' };

export const clock = '2026-11-24T18:00:00.000Z';

/** Runs `quejas` in process, and says what came out of it. */
export const runWith = async (
  opener: Opener,
  argv: readonly string[],
  { input = '', columns = 80, isTTY = false, env = {}, ...io }: Setting = {},
): Promise<Ran> => {
  let stdout = '';
  let stderr = '';
  const status = await runCliWith(
    argv,
    {
      cwd: '/nowhere',
      ...io,
      env: { ...nowhere, ...env },
      stdin: chunksOf(input),
      stdout: { write: (text) => (stdout += text), columns, isTTY },
      stderr: { write: (text) => (stderr += text), columns },
    },
    opener,
  );
  const lines = stdout.split('\n').filter((line) => line !== '');
  return {
    status,
    stdout,
    stderr,
    get json() {
      return lines.map((line): unknown => JSON.parse(line));
    },
  };
};
