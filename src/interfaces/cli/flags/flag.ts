import type { Bilingual } from '../../../domain/texts/language.js';

/**
 * What a flag's value stands for. An array: one of these words. `pair`: `A=B`, given as often as wanted. `yes-no`:
 * `--x` or `--no-x`; `switch`: `--x` alone. `area`: one of the provider's, by id or name; `place`: a reference, by its name;
 * `cause` (given as often as wanted) and `action`: by code or name; `ground` too, or written out;
 * `subkind`: a doubt, or a procedure, by code or name.
 */
export type FlagType =
  | 'text'
  | 'texts'
  | 'integer'
  | 'integers'
  | 'yes-no'
  | 'switch'
  | 'instant'
  | 'money'
  | 'json'
  | 'area'
  | 'place'
  | 'cause'
  | 'action'
  | 'ground'
  | 'subkind'
  | { readonly pair: readonly [string, string]; readonly words?: readonly string[] }
  | { readonly anyOf: readonly string[] }
  | readonly string[];

export const isWords = (type: FlagType): type is readonly string[] => Array.isArray(type);

/** The words that a value of that type is one of, or several; none where any text will do. */
export const wordsIn = (type: FlagType): readonly string[] => {
  if (typeof type === 'string') return [];
  if (isWords(type)) return type;
  return 'pair' in type ? (type.words ?? []) : type.anyOf;
};

/** A flag of a subcommand, and where in the command's JSON its value goes. */
export interface Flag {
  /** As it is typed, without the two hyphens. */
  readonly name: string;
  readonly type: FlagType;
  readonly about: Bilingual;
  /** Path in the JSON, `window.from`. */
  readonly path: string;
  readonly required: boolean;
  /** Another name for the same flag. */
  readonly alias?: string;
}

/** A flag's name as one JavaScript name: `received-at`, `receivedAt`. */
export const camelCase = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A JavaScript name as it is typed on a command line: `verifyCause`, `verify-cause`. */
export const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A flag that may be left out. */
export const flag = (
  name: string,
  type: FlagType,
  es: string,
  en: string,
  path: string = camelCase(name),
): Flag => ({ name, type, about: { es, en }, path, required: false });

/** A flag without which the command is incomplete. The command itself refuses it then, with every fault at once. */
export const needed = (...given: Parameters<typeof flag>): Flag => ({ ...flag(...given), required: true });
