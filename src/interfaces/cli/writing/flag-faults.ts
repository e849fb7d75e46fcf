import type { CommandResult } from '../../../application/commands/command-result.js';
import type { Fault } from '../../../application/commands/parse-command.js';
import { relationshipLabels } from '../../../domain/texts/labels/endings.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { wordsIn, type Flag } from '../flags/flag.js';

/**
 * The flag that a path of the input was typed with. A fault of a whole part is that of its first flag, one of a part of what
 * a flag says that of the flag.
 */
const flagFor = (flags: readonly Flag[], path: string): Flag | undefined => {
  const plain = path.replace(/\[\d+\].*$/, '');
  return (
    flags.find((flag) => flag.path === plain) ??
    flags.find((flag) => flag.path.startsWith(`${plain}.`)) ??
    flags.find((flag) => plain.startsWith(`${flag.path}.`))
  );
};

const typed = ({ name, alias, type, path }: Flag, at: string): string => {
  // What was typed as JSON is told with the place in it.
  if (type === 'json' && at !== path) return `--${name} ${at.slice(path.length).replace(/^\./, '')}`;
  return alias === undefined ? `--${name}` : `--${alias} (--${name})`;
};

/** The form of a value that is an object in JSON, and a word on a command line. */
const money: Bilingual = {
  es: 'Debe ser un importe, como 499, $1,499.50 o 499.00 USD.',
  en: 'It must be an amount, like 499, $1,499.50 or 499.00 USD.',
};

/** Input counts in centavos, a person does not. */
const moneyTooMuch: Bilingual = {
  es: 'Ese importe es demasiado grande, o aquí no puede ser negativo.',
  en: 'That amount is too large, or may not be negative here.',
};

const moneyNothing: Bilingual = {
  es: 'Debe ser un importe mayor que cero, como 499, $1,499.50 o 499.00 USD.',
  en: 'It must be an amount of more than nothing, like 499, $1,499.50 or 499.00 USD.',
};

const place: Bilingual = {
  es: 'Debe ser el nombre de un lugar o su referencia, como «Boca del Río» o boca-del-rio.',
  en: 'It must be the name of a place or its reference, like "Boca del Río" or boca-del-rio.',
};

const wholeNumber: Bilingual = {
  es: 'Debe ser un número entero, en cifras solas, como 30.',
  en: 'It must be a whole number, in digits alone, like 30.',
};

const list: Bilingual = { es: 'Debe ser una lista en JSON: [{…}].', en: 'It must be a list in JSON: [{…}].' };

const subkind: Bilingual = {
  es: 'Debe ser «duda», el nombre de un trámite (se enumeran con quejas words procedures) o un código en minúsculas con guiones.',
  en: 'It must be "doubt", the name of a procedure (quejas words procedures lists them) or a code in lower case with hyphens.',
};

const pair = (flag: Flag): Bilingual => {
  const isRelation = wordsIn(flag.type).length > 0;
  const example = (kind: string): string => (isRelation ? `${kind}=CR-000123-0` : 'PROFECO=12345');
  const { es, en } = relationshipLabels.related;
  return {
    es: `Debe tener dos partes unidas por =, como ${example(es)}.`,
    en: `It must have two parts joined by =, like ${example(en)}.`,
  };
};

const moment: Bilingual = {
  es: 'Debe ser una fecha y hora, como 2026-12-21 10:00 o 21/12/2026 10:00, en la hora del proveedor y de los años 2000 a 2200.',
  en: "It must be a date and time, like 2026-12-21 10:00 or 21/12/2026 10:00, in the provider's time and in the years 2000 to 2200.",
};

/** The right form of what a flag of a type takes, by the fault that the command finds with it. */
const forms: Readonly<Record<string, { readonly [C in Fault['code']]?: Bilingual }>> = {
  money: {
    'not-an-object': money,
    'not-a-currency': money,
    'number-out-of-range': moneyTooMuch,
    'nothing-or-less': moneyNothing,
  },
  instant: { 'not-an-instant': moment },
  integer: { 'not-a-whole-number': wholeNumber },
  integers: { 'not-a-whole-number': wholeNumber },
  place: { 'not-a-reference': place },
  json: { 'not-a-list': list },
  subkind: { 'not-a-code': subkind },
};

const formOf = (flag: Flag | undefined, { code }: Fault): Bilingual | undefined => {
  if (flag === undefined) return undefined;
  if (typeof flag.type === 'string') return forms[flag.type]?.[code];
  return 'pair' in flag.type && code === 'not-an-object' ? pair(flag) : undefined;
};

/** A refusal of input that was typed as flags names them, not the fields of a JSON that the caller did not write. */
export const namedByFlags = (flags: readonly Flag[], result: CommandResult): CommandResult => {
  if (result.ok || result.code !== 'input-invalid') return result;
  const named = (fault: Fault) => {
    const flag = flagFor(flags, fault.path);
    return {
      ...fault,
      ...formOf(flag, fault),
      flag: flag === undefined ? fault.path : typed(flag, fault.path),
    };
  };
  const [first, ...rest] = result.details.faults;
  const faults = [named(first), ...rest.map(named)] as const;
  const together = (language: 'es' | 'en') =>
    faults.map((each) => (each.flag === '' ? each[language] : `${each.flag}: ${each[language]}`)).join(' ');
  return { ...result, details: { faults }, message: { es: together('es'), en: together('en') } };
};
