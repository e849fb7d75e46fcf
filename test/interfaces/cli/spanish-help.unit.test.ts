import { describe, expect, it } from '@jest/globals';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { foreignIn } from '../../support/foreign-words.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

/** Actions of a command, shells, orders of an import and parts of a bundle, which are typed as they are in either language. */
const typedAlike = new Set([
  ...subcommands.flatMap(({ operand, secondOperand }) => [
    ...(operand?.words ?? []),
    ...(secondOperand?.words ?? []),
  ]),
  ...['file', 'time', 'bytes', 'full', 'redacted', 'next', 'checkpoint', 'zip', 'ZIP'],
]);

/** Codes with what they are called, options, addresses and names of files are typed as they are in either language. */
const withoutNames = (help: string): string =>
  help
    .replace(/\s+/g, ' ')
    .replace(/[\w-]+ = /g, '')
    .replace(/--[a-z-]+|<[^>]+>|\bquejas [a-z]+(?:-[a-z]+)*\b(?: [a-z]+)?|\bQUEJAS_\w+/g, '')
    .replace(/\b\w+:(?:RUTA|\/\/…)(?=\W)|\S*\/\S+|\b[\w-]+\.(?:db|json|md|html|xes)\b|\{[^}]*\}/g, '');

describe('the help of a command in Spanish', () => {
  it.each(subcommands.map(({ name }) => name))(
    'holds no code without its name and no English word: %s',
    async (name) => {
      const { stdout } = await runWith(fakeQuejas().opener, [name, '--help'], { columns: 200 });
      const own = stdout.slice(stdout.indexOf('\n'), stdout.indexOf('Opciones de todos los comandos:'));
      const help = withoutNames(own);
      const foreign = foreignIn(help).filter((word) => !typedAlike.has(word));
      expect({ help, foreign }).toEqual({ help, foreign: [] });
    },
  );
});
