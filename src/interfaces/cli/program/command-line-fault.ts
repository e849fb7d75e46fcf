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

/** A fault of commander as one of ours, with the nearest thing that exists beside it. */
export const commandLineFault = (commanderCode: string, error: unknown): ErrorWithCode<FaultCode> => {
  const message = error instanceof Error ? error.message : '';
  const code = codes[commanderCode];
  if (code === undefined) {
    if (commanderCode.startsWith('commander.')) return fault('wrong-use', { reason: message });
    throw error;
  }
  const [, near] = suggestion.exec(message) ?? [];
  const [, name = ''] = /'([^]*)'/.exec(message.replace(suggestion, '')) ?? [];
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
