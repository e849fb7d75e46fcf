import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { globalFlags } from '../../../src/interfaces/cli/program/global-flags.js';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const names = subcommands.flatMap(({ name, aliases }) => [name, ...aliases]);
const flags = [
  ...globalFlags,
  ...subcommands.flatMap(({ flags: own, commonFlags = [] }) => [...own, ...commonFlags]),
].map(({ name }) => `--${name}`);

/** Words as people type them: right ones, nearly right ones, and anything at all. */
const word = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...flags),
  fc.constantFrom(
    '--',
    '-',
    '--=',
    '--no-urgent',
    '-h',
    '-V',
    '--help',
    '--json',
    'memory:',
    'es',
    'en',
    '{}',
    '',
  ),
  fc
    .tuple(fc.constantFrom(...flags), fc.string({ unit: 'binary', maxLength: 20 }))
    .map((pair) => pair.join('=')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const ended = /^quejas: [^\n]+ \[[a-z][a-z0-9-]*\]\n$/;

describe('any command line', () => {
  it('ends with a status from 0 to 3, and says why in one line where that is not 0', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (argv) => {
        const { opener } = fakeQuejas();
        const { status, stdout, stderr } = await runWith(opener, argv, { input: '{}' });
        expect([0, 1, 2, 3]).toContain(status);
        expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
        if (status === 0) return;
        const end = argv.indexOf('--');
        if (!(end < 0 ? argv : argv.slice(0, end)).includes('--json')) expect(stderr).toMatch(ended);
        else expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ ok: false });
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
