import { describe, expect, it } from '@jest/globals';
import type { Flag } from '../../../src/interfaces/cli/flags/flag.js';
import { globalFlags } from '../../../src/interfaces/cli/program/global-flags.js';
import { isList } from '../../../src/interfaces/cli/program/options.js';
import { parseArgv } from '../../../src/interfaces/cli/program/parse-argv.js';
import type { Subcommand } from '../../../src/interfaces/cli/program/subcommand.js';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { coloursFor } from '../../../src/interfaces/cli/terminal/colours.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const look = { language: 'en', columns: 80, colours: coloursFor(false, {}) } as const;

const flagsOf = ({ flags, commonFlags = [] }: Subcommand): readonly Flag[] => [
  ...flags,
  ...commonFlags,
  ...globalFlags,
];

const formsOf = ({ name, type, alias }: Flag): readonly string[] => {
  if (type === 'switch') return [`--${name}`];
  if (type === 'yes-no') return [`--${name}`, `--no-${name}`];
  return [name, ...(alias === undefined ? [] : [alias])].map((each) => `--${each}=x`);
};

/** Everything that a person may type to give a flag twice. */
const pairsOf = (flag: Flag): readonly (readonly string[])[] =>
  formsOf(flag).flatMap((one) => formsOf(flag).map((other) => [one, other]));

/** The code that a command line of one subcommand is refused by; `null` where it is understood. */
const codeOf = (subcommand: Subcommand, words: readonly string[]): string | null => {
  const operands = [subcommand.operand, subcommand.secondOperand].flatMap((each) =>
    each === undefined ? [] : ['x'],
  );
  try {
    parseArgv([subcommand.name, ...operands, ...words], [subcommand], look);
    return null;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'none';
  }
};

describe('a flag that is given twice', () => {
  it.each(subcommands.map((each) => [each.name, each] as const))(
    'is refused where it takes one value, and taken where it takes several or none: quejas %s',
    (_name, subcommand) => {
      for (const flag of flagsOf(subcommand))
        for (const pair of pairsOf(flag))
          expect([pair, codeOf(subcommand, pair)]).toEqual([
            pair,
            isList(flag.type) || flag.type === 'switch' ? null : 'option-twice',
          ]);
    },
  );

  it('is named, and told in JSON where that is asked for', async () => {
    const { stderr } = await runWith(fakeQuejas().opener, ['due', '--minutes', '5', '--minutes', '6']);
    expect(stderr).toBe('quejas: «--minutes» se indicó más de una vez. [option-twice]\n');
    const { status, json } = await runWith(fakeQuejas().opener, [
      'queue',
      '--json',
      '--for=all',
      '--for=all',
    ]);
    expect(status).toBe(2);
    expect(json).toEqual([{ ok: false, code: 'option-twice', message: expect.any(String) }]);
  });

  it('is refused before and after the command alike', async () => {
    const { stderr } = await runWith(fakeQuejas().opener, ['--store', 'memory:', 'queue', '--store=memory:']);
    expect(stderr).toContain('[option-twice]');
  });
});
