import { errorOf, type ErrorWithCode } from '../../../application/errors/coded-error.js';
import { fault, type FaultCode, type UsageCode } from '../faults.js';

/** What commander finds wrong with a command line, in our words. */
const codes: Readonly<Record<string, UsageCode>> = {
  'commander.unknownOption': 'option-unknown',
  'commander.unknownCommand': 'command-unknown',
  'commander.missingArgument': 'argument-missing',
  'commander.optionMissingArgument': 'option-value-missing',
  'commander.excessArguments': 'arguments-too-many',
  'commander.help': 'command-missing',
};

/** The last of the alternatives that commander would have taken, without its own words around them. */
const suggestion = /\n\(Did you mean (?:one of )?([a-z0-9, -]+)\?\)$/;

/** A command that was begun and not written to its end: of several, the shortest. */
const begunBy = (name: string, commands: readonly string[]): string | undefined => {
  const [shortest] = commands.filter((each) => each.startsWith(name)).sort((a, b) => a.length - b.length);
  return name.length < 2 ? undefined : shortest;
};

/** What may have been meant. */
const nearTo = (name: string, message: string, commands: readonly string[]): string | undefined =>
  begunBy(name, commands) ?? suggestion.exec(message)?.[1];

/** A fault of commander as one of ours, with the nearest thing that exists beside it. */
export const commandLineFault = (
  commanderCode: string,
  error: unknown,
  commands: readonly string[],
): ErrorWithCode<FaultCode> => {
  const message = error instanceof Error ? error.message : '';
  const code = codes[commanderCode];
  if (code === undefined) {
    if (commanderCode.startsWith('commander.')) return fault('wrong-use', { reason: message });
    throw error;
  }
  const [, name = ''] = /'([^]*)'/.exec(message.replace(suggestion, '')) ?? [];
  const near = nearTo(name, message, code === 'command-unknown' ? commands : []);
  const found = fault(code, { name, ...(near === undefined ? {} : { near }) }, error);
  if (near === undefined) return found;
  const { es, en } = found.text;
  return errorOf(
    code,
    found.kind,
    { es: `${es} ¿Quiso decir ${near}?`, en: `${en} Did you mean ${near}?` },
    found.details,
    error,
  );
};
