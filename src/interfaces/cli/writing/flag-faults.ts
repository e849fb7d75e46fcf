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
  es: 'Debe ser un importe, como 499, $1,499.50 o 499.00 USD.',
  en: 'It must be an amount, like 499, $1,499.50 or 499.00 USD.',
};

const moment = {
  es: 'Debe ser una fecha y hora, como 2026-12-21 10:00 o 21/12/2026 10:00, en la hora del proveedor y de los años 2000 a 2200.',
  en: "It must be a date and time, like 2026-12-21 10:00 or 21/12/2026 10:00, in the provider's time and in the years 2000 to 2200.",
};

const formOf = (
  flag: Flag | undefined,
  { code }: Fault,
): { readonly es: string; readonly en: string } | undefined => {
  if (flag?.type === 'money' && code === 'not-an-object') return money;
  return flag?.type === 'instant' && code === 'not-an-instant' ? moment : undefined;
};

/** A refusal of input that was typed as flags names them, not the fields of a JSON that the caller did not write. */
export const namedByFlags = (flags: readonly Flag[], result: CommandResult): CommandResult => {
  if (result.ok || result.code !== 'input-invalid') return result;
  const named = (fault: Fault) => {
    const flag = flagFor(flags, fault.path);
    return { ...fault, ...formOf(flag, fault), flag: flag === undefined ? fault.path : typed(flag) };
  };
  const [first, ...rest] = result.details.faults;
  const faults = [named(first), ...rest.map(named)] as const;
  const together = (language: 'es' | 'en') =>
    faults.map((each) => (each.flag === '' ? each[language] : `${each.flag}: ${each[language]}`)).join(' ');
  return { ...result, details: { faults }, message: { es: together('es'), en: together('en') } };
};
