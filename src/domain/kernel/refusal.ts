import type { JsonValue } from './json.js';
import type { RejectionText } from './rejection-text.js';

/**
 * The class a refusal is of, by what its caller can do about it:
 *
 * - `invalid`: what was sent has not the form it must have, so that no rule was asked; send something else.
 * - `forbidden`: this caller may not do this, in this role or to this complaint.
 * - `not-found`: what it names is not there.
 * - `conflict`: another command came first; read again, or send the same again.
 * - `rule`: a rule of the procedure does not allow it, as things stand or in itself.
 * - `unavailable`: a part that is needed cannot answer now; try later.
 */
export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'rule' | 'unavailable';
/** Every class of a refusal. */
export const refusalKinds: readonly RefusalKind[] = [
  'invalid',
  'forbidden',
  'not-found',
  'conflict',
  'rule',
  'unavailable',
];

/** A refusal as it is declared beside the rule that gives it: its class, and what it says to a person. */
export interface RefusalEntry extends RejectionText {
  /** What the caller can do about it. */
  readonly kind: RefusalKind;
}

/** Refusals by their code, a stable name in kebab-case. */
export type RefusalTable = Readonly<Record<string, RefusalEntry>>;

/** The names that a text leaves to be filled in: `folio` and `ruling` of a text with `{folio}` and `{ruling}`. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The details of a refusal: those that its texts are filled in with. A text that names another one makes it be there. */
export type DetailsOf<Entry extends RefusalEntry> = {
  readonly [Name in NamesIn<Entry['es']> | NamesIn<Entry['en']>]: JsonValue;
};
