import { fault } from '../faults.js';
import type { Flag } from '../flags/flag.js';
import { globalFlags } from './global-flags.js';
import type { Subcommand } from './subcommand.js';

const takesValue = ({ type }: Flag): boolean => type !== 'switch' && type !== 'yes-no';

/** The flags, as typed, that are followed by a value wherever they are known. */
const flagsWithValue = (subcommands: readonly Subcommand[]): ReadonlySet<string> => {
  const all = [
    ...globalFlags,
    ...subcommands.flatMap(({ flags, commonFlags = [] }) => [...flags, ...commonFlags]),
  ];
  const names = (flags: readonly Flag[]): string[] =>
    flags.flatMap(({ name, alias }) => [`--${name}`, ...(alias === undefined ? [] : [`--${alias}`])]);
  const bare = new Set(names(all.filter((flag) => !takesValue(flag))));
  return new Set(names(all.filter(takesValue)).filter((name) => !bare.has(name)));
};

/**
 * Looks for a flag whose value was left out, so that the next flag would be taken for it: `--store --json`. A value that
 * begins with a hyphen is given after an equals sign. Throws `option-value-missing`.
 */
export const refuseSwallowedFlag = (argv: readonly string[], subcommands: readonly Subcommand[]): void => {
  const wanting = flagsWithValue(subcommands);
  for (const [index, word] of argv.entries()) {
    if (word === '--') return;
    if (wanting.has(word) && /^--[a-z]/.test(argv[index + 1] ?? ''))
      throw fault('option-value-missing', { name: word });
  }
};
