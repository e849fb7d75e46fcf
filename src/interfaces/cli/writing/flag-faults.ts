import type { CommandResult } from '../../../application/commands/command-result.js';
import { isJsonObject } from '../../../application/schema/json-object.js';
import type { JsonValue } from '../../../domain/kernel/json.js';
import type { Flag } from '../flags/flag.js';

interface InputFault {
  readonly path: string;
  readonly es: string;
  readonly en: string;
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';

const faultOf = (value: JsonValue): readonly InputFault[] => {
  if (!isJsonObject(value)) return [];
  const { path, es, en } = value;
  return isText(path) && isText(es) && isText(en) ? [{ path, es, en }] : [];
};

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** The flag that a path of the input was typed with. A fault of a whole part is that of its first flag. */
const flagFor = (flags: readonly Flag[], path: string): string | undefined => {
  const plain = path.replace(/\[\d+\].*$/, '');
  const found =
    flags.find((flag) => flag.path === plain) ?? flags.find((flag) => flag.path.startsWith(`${plain}.`));
  return found === undefined ? undefined : `--${found.name}`;
};

/** A refusal of input that was typed as flags names them, not the fields of a JSON that nobody wrote. */
export const namedByFlags = (flags: readonly Flag[], result: CommandResult): CommandResult => {
  if (result.ok || result.code !== 'input-invalid') return result;
  const faults = result.details['faults'];
  const found = isList(faults) ? faults.flatMap(faultOf) : [];
  if (found.length === 0) return result;
  const named = found.map(({ path, es, en }) => ({ at: flagFor(flags, path) ?? path, es, en }));
  const together = (language: 'es' | 'en') =>
    named.map((each) => (each.at === '' ? each[language] : `${each.at}: ${each[language]}`)).join(' ');
  return { ...result, message: { es: together('es'), en: together('en') } };
};
