import type { Command, Help } from 'commander';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Colours } from '../terminal/colours.js';

/** Titles that commander writes by itself. */
const titles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argumentos:',
    'Options:': 'Opciones:',
    'Global Options:': 'Opciones de todos los comandos:',
    'Commands:': 'Ayuda:',
  },
  // Every command of ours stands under a heading of its own; only `help` is left here.
  en: { 'Commands:': 'Help:' },
};

/** How help looks: titles in the reader's language, the aliases of a command beside its name. */
export const helpLook = (language: Language, colours: Colours): Partial<Help> => ({
  showGlobalOptions: true,
  styleTitle: (title) => colours.bold(titles[language][title] ?? title),
  styleOptionText: (text) => colours.cyan(text),
  styleSubcommandText: (text) => colours.cyan(text),
  subcommandTerm: (command: Command) => [command.name(), ...command.aliases()].join(', '),
});
