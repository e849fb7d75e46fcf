import type { CommandResult } from '../../../application/commands/command-result.js';
import type { Fault } from '../../../application/commands/parse-command.js';
import type { Flag } from '../flags/flag.js';

/** The flag that a path of the input was typed with. A fault of a whole part is that of its first flag. */
const flagFor = (flags: readonly Flag[], path: string): string | undefined => {
  const plain = path.replace(/\[\d+\].*$/, '');
  const found =
    flags.find((flag) => flag.path === plain) ?? flags.find((flag) => flag.path.startsWith(`${plain}.`));
  if (found === undefined) return undefined;
  return found.alias === undefined ? `--${found.name}` : `--${found.alias} (--${found.name})`;
};

/** A refusal of input that was typed as flags names them, not the fields of a JSON that the caller did not write. */
export const namedByFlags = (flags: readonly Flag[], result: CommandResult): CommandResult => {
  if (result.ok || result.code !== 'input-invalid') return result;
  const named = (fault: Fault) => ({ ...fault, flag: flagFor(flags, fault.path) ?? fault.path });
  const [first, ...rest] = result.details.faults;
  const faults = [named(first), ...rest.map(named)] as const;
  const together = (language: 'es' | 'en') =>
    faults.map((each) => (each.flag === '' ? each[language] : `${each.flag}: ${each[language]}`)).join(' ');
  return { ...result, details: { faults }, message: { es: together('es'), en: together('en') } };
};
