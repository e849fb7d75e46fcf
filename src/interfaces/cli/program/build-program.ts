import { Command, type Option } from 'commander';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { fault } from '../faults.js';
import type { Flag } from '../flags/flag.js';
import type { Colours } from '../terminal/colours.js';
import { version } from '../version.js';
import { globalFlags } from './global-flags.js';
import { helpLook } from './help-look.js';
import { isList, optionsOf } from './options.js';
import type { Given, Operand, Subcommand } from './subcommand.js';

export interface Look {
  readonly language: Language;
  readonly columns: number;
  readonly colours: Colours;
  /** Takes what help prints. */
  readonly write: (text: string) => void;
}

export type Choose = (subcommand: Subcommand, given: Given) => void;

const about: Bilingual = {
  es: 'Atención de quejas y solicitudes de usuarios de telecomunicaciones, del folio a la respuesta final.',
  en: 'Handling of the complaints and requests of telecom users, from the folio to the final word.',
};

const examples: Bilingual = {
  es: `
Ejemplos:
  quejas file --provider conectared --kind falla --channel teléfono \\
    --subscriber s-1 --description "Sin señal"
  quejas assign CR-000123-0 --technician rt-3
  quejas queue --for "responsable técnico" --technician rt-3
  quejas <comando> --help`,
  en: `
Examples:
  quejas file --provider conectared --kind fault --channel phone \\
    --subscriber s-1 --description "No signal"
  quejas assign CR-000123-0 --technician rt-3
  quejas queue --for technical-lead --technician rt-3 --json
  quejas <command> --help`,
};

const commonHeading: Bilingual = { es: 'Quién y cuándo:', en: 'Who and when:' };
const usage: Bilingual = { es: '[opciones]', en: '[options]' };

/**
 * Of two values of a flag, commander would keep the last without a word; a switch has none, and says the same again. Throws
 * `option-twice` while it parses.
 */
const refuseSecond = (command: Command, { name, type }: Flag, options: readonly Option[]): void => {
  if (type === 'switch' || isList(type)) return;
  let given = false;
  for (const option of options)
    command.on(`option:${option.name()}`, () => {
      if (given) throw fault('option-twice', { name: `--${name}` });
      given = true;
    });
};

const addFlags = (command: Command, flags: readonly Flag[], language: Language, heading?: string): void => {
  for (const flag of flags) {
    const options = optionsOf(flag, language);
    for (const option of options)
      command.addOption(heading === undefined ? option : option.helpGroup(heading));
    refuseSecond(command, flag, options);
  }
};

const operandTerm = ({ required, name }: Operand, language: Language): string =>
  required ? `<${name[language]}>` : `[${name[language]}]`;

const wordIn = (given: readonly unknown[], place: number): string | undefined => {
  const word = given[place];
  return typeof word === 'string' ? word : undefined;
};

const addSubcommand = (
  program: Command,
  subcommand: Subcommand,
  language: Language,
  choose: Choose,
): void => {
  const { name, aliases, group, operand, secondOperand, flags, commonFlags = [] } = subcommand;
  const operands = [operand, secondOperand].filter((each) => each !== undefined);
  const terms = operands.map((each) => operandTerm(each, language));
  const command = program
    .command(name)
    .aliases([...aliases])
    .description(subcommand.about[language])
    .usage([usage[language], ...terms].join(' '))
    .helpOption('-h, --help', { es: 'Muestra esta ayuda', en: 'Shows this help' }[language])
    .helpGroup(group[language])
    .allowExcessArguments(false);
  for (const each of operands) command.argument(operandTerm(each, language), each.about[language]);
  addFlags(command, flags, language);
  addFlags(command, commonFlags, language, commonHeading[language]);
  command.action((...given: unknown[]) => {
    choose(subcommand, {
      operand: operand === undefined ? undefined : wordIn(given, 0),
      ...(secondOperand !== undefined && { second: wordIn(given, 1) }),
      options: command.optsWithGlobals<Record<string, unknown>>(),
    });
  });
};

/** The whole command line. Nothing is run here: what was chosen is handed to `choose`. */
export const buildProgram = (subcommands: readonly Subcommand[], look: Look, choose: Choose): Command => {
  const { language, columns, colours, write } = look;
  const program = new Command('quejas')
    .description(about[language])
    .usage({ es: '[opciones] <comando>', en: '[options] <command>' }[language])
    .version(version, '-V, --version', { es: 'Muestra la versión', en: 'Shows the version' }[language])
    .helpOption('-h, --help', { es: 'Muestra esta ayuda', en: 'Shows this help' }[language])
    .helpCommand(
      { es: 'help [comando]', en: 'help [command]' }[language],
      { es: 'La ayuda de un comando', en: 'The help of a command' }[language],
    )
    .addHelpText('after', examples[language])
    .configureHelp(helpLook(language, colours))
    .configureOutput({
      writeOut: write,
      writeErr: () => undefined,
      getOutHelpWidth: () => columns,
      getOutHasColors: () => colours.isColorSupported,
      getErrHasColors: () => false,
    })
    .exitOverride();
  addFlags(program, globalFlags, language);
  for (const subcommand of subcommands) addSubcommand(program, subcommand, language, choose);
  return program;
};
