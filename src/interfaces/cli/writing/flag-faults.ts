import type { CommandResult } from '../../../application/commands/command-result.js';
import type { Fault } from '../../../application/commands/parse-command.js';
import type { Flag } from '../flags/flag.js';

/** The flag that a path of the input was typed with. A fault of a whole part is that of its first flag. */
const flagFor = (flags: readonly Flag[], path: string): Flag | undefined => {
  const plain = path.replace(/\[\d+\].*$/, '');
  return flags.find((flag) => flag.path === plain) ?? flags.find((flag) => flag.path.startsWith(`${plain}.`));
};

const typed = ({ name, alias }: Flag): string =>
  alias === undefined ? `--${name}` : `--${alias} (--${name})`;

/** The form of a value that is an object in JSON, and a word on a command line. */
const money = {
  es: 'Debe ser un importe con su moneda, como 499.00 MXN.',
  en: 'It must be an amount with its currency, like 499.00 MXN.',
};

/** A refusal of input that was typed as flags names them, not the fields of a JSON that the caller did not write. */
export const namedByFlags = (flags: readonly Flag[], result: CommandResult): CommandResult => {
  if (result.ok || result.code !== 'input-invalid') return result;
  const named = (fault: Fault) => {
    const flag = flagFor(flags, fault.path);
    const isAmount = flag?.type === 'money' && fault.code === 'not-an-object';
    return { ...fault, ...(isAmount && money), flag: flag === undefined ? fault.path : typed(flag) };
  };
  const [first, ...rest] = result.details.faults;
  const faults = [named(first), ...rest.map(named)] as const;
  const together = (language: 'es' | 'en') =>
    faults.map((each) => (each.flag === '' ? each[language] : `${each.flag}: ${each[language]}`)).join(' ');
  return { ...result, details: { faults }, message: { es: together('es'), en: together('en') } };
};
