import { describe, expect, it } from '@jest/globals';
import { isCommandType, parseCommand } from '../../../src/application/commands/parse-command.js';
import { isInstant } from '../../../src/domain/kernel/instant.js';
import { roleMatrix } from '../../../src/domain/complaint/role-matrix.js';
import { complaintSubcommands } from '../../../src/interfaces/cli/complaint/index.js';
import { kebabCase } from '../../../src/interfaces/cli/flags/flag.js';
import { fakeQuejas } from './fake-quejas.js';
import { wordsFor } from './sample-values.js';
import { clock, runWith } from './terminal.js';

const commands = Object.entries(complaintSubcommands).flatMap(([name, spec]) =>
  isCommandType(name) ? [{ name, typed: kebabCase(name), spec }] : [],
);

const now = (text: string) => {
  if (!isInstant(text)) throw new Error(text);
  return text;
};

/** Runs a command line against a library that only reads its input, as the real one would. */
const sent = async (argv: readonly string[]) => {
  const fake = fakeQuejas();
  const ran = await runWith(fake.opener, [...argv, '--store', 'memory:', '--now', clock, '--json']);
  const [call] = fake.calls;
  return { ran, given: call?.given ?? [] };
};

describe('every command of the complaint', () => {
  it('is a subcommand of its own', () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(roleMatrix).sort());
  });

  it.each(commands)('$typed: is done by default in a role that may', ({ name, spec }) => {
    expect(roleMatrix[name]).toContain(spec.role);
  });

  it.each(commands)(
    '$typed: takes every field of its command by a flag, and no other',
    async ({ name, typed, spec }) => {
      const { given } = await sent([
        typed,
        ...(name === 'file' ? [] : ['CR-000123-0']),
        ...spec.flags.flatMap(wordsFor),
      ]);
      expect(given[1]).toBe(name);
      expect(parseCommand(name, given[2], now(clock))).toMatchObject({ ok: true });
    },
  );

  /** A filing names its subscriber, or says that it is a report of none. */
  const besides = (name: string): readonly (readonly string[])[] =>
    name === 'file'
      ? [
          ['--subscriber', 's-1'],
          ['--report', 'anonymous'],
        ]
      : [[]];

  it.each(commands)('$typed: is complete with the flags it calls required', async ({ name, typed, spec }) => {
    const required = spec.flags.filter((flag) => flag.required).flatMap(wordsFor);
    const folio = name === 'file' ? [] : ['CR-000123-0'];
    for (const one of besides(name)) {
      const { given } = await sent([typed, ...folio, ...required, ...one]);
      expect(parseCommand(name, given[2], now(clock))).toMatchObject({ ok: true });
    }
  });

  it.each(commands)(
    '$typed: without its required flags is refused for each of them',
    async ({ name, typed, spec }) => {
      const { given } = await sent([typed, ...(name === 'file' ? [] : ['CR-000123-0'])]);
      const parsed = parseCommand(name, given[2], now(clock));
      const faults = parsed.ok ? [] : parsed.details.faults.map(({ path }) => path);
      const required = spec.flags.filter((flag) => flag.required).map(({ path }) => path);
      const missed = required.filter(
        (path) => !faults.some((fault) => path === fault || path.startsWith(`${fault}.`)),
      );
      expect(missed).toEqual([]);
      expect(faults.length === 0).toBe(required.length === 0);
    },
  );
});
