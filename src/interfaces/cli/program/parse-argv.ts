import { fault } from '../faults.js';
import { buildProgram, type Look } from './build-program.js';
import { commandLineFault } from './command-line-fault.js';
import type { Given, Subcommand } from './subcommand.js';
import { refuseSwallowedFlag } from './swallowed-flag.js';

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly subcommand: Subcommand; readonly given: Given };

/** How commander ends a parse: a code, and whether it was what the user wanted. */
const endOf = (error: unknown): { readonly code: string; readonly wanted: boolean } =>
  typeof error === 'object' && error !== null && 'code' in error && 'exitCode' in error
    ? { code: String(error.code), wanted: error.exitCode === 0 }
    : { code: '', wanted: false };

/** Reads a command line. Throws a coded fault where it makes no sense. */
export const parseArgv = (
  argv: readonly string[],
  subcommands: readonly Subcommand[],
  look: Omit<Look, 'write'>,
): Asked => {
  refuseSwallowedFlag(argv, subcommands);
  const written: string[] = [];
  const chosen: Asked[] = [];
  const program = buildProgram(
    subcommands,
    { ...look, write: (text) => written.push(text) },
    (subcommand, given) => chosen.push({ kind: 'run', subcommand, given }),
  );
  const help = (): Asked => ({ kind: 'help', text: written.join('') });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    const { code, wanted } = endOf(error);
    if (code === 'commander.version') return { kind: 'version' };
    if (wanted) return help();
    if (code === 'commander.help' && argv.length === 0) {
      program.outputHelp();
      return help();
    }
    const [, asked] = program.args;
    if (code === 'commander.help' && asked !== undefined) throw fault('command-unknown', { name: asked });
    throw commandLineFault(
      code,
      error,
      program.commands.map((command) => command.name()),
    );
  }
  const [asked] = chosen;
  if (asked === undefined) throw fault('command-missing');
  return asked;
};
