import { languages, type Language } from '../../../domain/complaint/vocabulary.js';
import { actionLabels } from '../../../domain/texts/labels/actions.js';
import { causeLabels } from '../../../domain/texts/labels/causes.js';
import { groundLabels } from '../../../domain/texts/labels/grounds.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import { subkindLabels } from '../../../domain/texts/labels/procedures.js';
import { readWord } from '../../../domain/texts/words/read-word.js';
import { vocabularyOf, type Vocabulary } from '../../../domain/texts/words/vocabularies.js';
import { namedQueues } from '../../../queries/queue-names.js';
import { wordsIn, type Flag } from '../flags/flag.js';
import type { Operand, Subcommand } from '../program/subcommand.js';
import { shippedProfiles } from '../session/profiles.js';

/** An option as a shell offers it. */
export interface OfferedOption {
  /** `--kind`; of a yes or no both. */
  readonly names: readonly string[];
  readonly about: string;
  readonly takesValue: boolean;
  /** The words that its value is one of; none where any text will do. */
  readonly words: readonly string[];
}

/** A subcommand as a shell offers it. */
export interface OfferedCommand {
  readonly names: readonly string[];
  readonly about: string;
  /** The words that may follow its name. */
  readonly words: readonly string[];
  readonly options: readonly OfferedOption[];
}

/** Everything that a shell offers, in one language. */
export interface Offered {
  readonly commands: readonly OfferedCommand[];
  /** The options of every command. */
  readonly options: readonly OfferedOption[];
  /** What stands above the script: what it is, and how it is loaded. */
  readonly about: (load: string) => string;
}

/** A label as one word that needs no quotes: `reporte-de-falla`. */
const asOneWord = (label: string): string => label.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/** A code by its label where that is read as it again, else the code. */
const offeredWord = (
  code: string,
  allowed: readonly string[],
  labels: Vocabulary,
  language: Language,
): string => {
  const word = asOneWord(labels[code]?.[language] ?? '');
  return word !== '' && readWord(allowed, labels, word) === code ? word : code;
};

const offeredWords = (
  allowed: readonly string[],
  labels: Vocabulary | undefined,
  language: Language,
): readonly string[] =>
  labels === undefined ? allowed : allowed.map((code) => offeredWord(code, allowed, labels, language));

const queueWords: Vocabulary = { ...roleLabels, all: { es: 'todos', en: 'all' } };

const wordsOf = ({ name, type }: Flag, language: Language): readonly string[] => {
  if (type === 'cause') return offeredWords(Object.keys(causeLabels), causeLabels, language);
  if (type === 'action') return offeredWords(Object.keys(actionLabels), actionLabels, language);
  if (type === 'ground') return offeredWords(Object.keys(groundLabels), groundLabels, language);
  if (type === 'subkind') return offeredWords(Object.keys(subkindLabels), subkindLabels, language);
  if (name === 'for') return offeredWords(namedQueues, queueWords, language);
  if (name === 'provider') return shippedProfiles.map(({ id }) => id);
  const words = wordsIn(type);
  // The language is needed before labels are: it is named by its code.
  if (words === languages) return words;
  const offered = offeredWords(words, vocabularyOf(words), language);
  return typeof type === 'object' && 'pair' in type ? offered.map((word) => `${word}=`) : offered;
};

const offeredOption = (flag: Flag, language: Language): OfferedOption => {
  const { name, type, alias, about } = flag;
  const names = [name, ...(alias === undefined ? [] : [alias]), ...(type === 'yes-no' ? [`no-${name}`] : [])];
  return {
    names: names.map((each) => `--${each}`),
    about: about[language],
    takesValue: type !== 'yes-no' && type !== 'switch',
    words: wordsOf(flag, language),
  };
};

const help = { es: 'Muestra esta ayuda', en: 'Shows this help' } as const;

/** What may be typed, from the table that help is made from. */
export const offeredBy = (
  subcommands: readonly Subcommand[],
  globalFlags: readonly Flag[],
  language: Language,
): Offered => ({
  commands: subcommands.map(({ name, aliases, about, operand, secondOperand, flags, commonFlags = [] }) => ({
    names: [name, ...aliases],
    about: about[language],
    words: [operand, secondOperand].flatMap((each: Operand | undefined) => each?.words ?? []),
    options: [...flags, ...commonFlags].map((flag) => offeredOption(flag, language)),
  })),
  options: [
    ...globalFlags.map((flag) => offeredOption(flag, language)),
    { names: ['--help'], about: help[language], takesValue: false, words: [] },
  ],
  about: (load) =>
    ({
      es: `# Lo que se completa de quejas. Para cargarlo: ${load}`,
      en: `# What is completed of quejas. To load it: ${load}`,
    })[language],
});

/** Every option by name, with the commands that have it: `file --kind`. */
export const valuesOf = ({ commands, options }: Offered) => {
  const all = [
    ...commands.flatMap((command) =>
      command.options.map((option) => ({ commands: command.names.slice(0, 1), option })),
    ),
    ...options.map((option) => ({ commands: ['*'], option })),
  ];
  return all
    .filter(({ option }) => option.takesValue)
    .flatMap(({ commands: of, option }) =>
      of.flatMap((command) => option.names.map((name) => ({ command, name, words: option.words }))),
    );
};

/** Values that are alike, told once: the words, and each command and option that they are of. */
export const groupedValues = (offered: Offered) => {
  const groups = new Map<string, { readonly words: readonly string[]; readonly of: [string, string][] }>();
  for (const { command, name, words } of valuesOf(offered)) {
    const key = words.join(' ');
    const group = groups.get(key) ?? { words, of: [] };
    group.of.push([command, name]);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** The global options with a value, which may stand before a command. */
export const globalNames = ({ options }: Offered): readonly string[] =>
  options.filter(({ takesValue }) => takesValue).flatMap(({ names }) => names);

/** A text between single quotes of a shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
