import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { restGroup } from '../reading/groups.js';

const shells = ['bash', 'zsh', 'fish'] as const;

/** The subcommand that writes what a shell completes, of every subcommand there is. */
export const completionOf = (all: () => readonly Subcommand[]): Subcommand => ({
  name: 'completion',
  aliases: [],
  group: restGroup,
  about: {
    es: 'Lo que su intérprete de comandos completa con el tabulador: comandos, opciones y palabras',
    en: 'What your shell completes with the tab key: commands, options and words',
  },
  operand: {
    name: { es: 'intérprete', en: 'shell' },
    required: true,
    about: { es: shells.join(', '), en: shells.join(', ') },
    words: shells,
  },
  flags: [],
  run: async (session, { operand = '' }) => {
    const { runCompletion } = await import('./run-completion.js');
    await runCompletion(session, operand, all());
    return done;
  },
});
