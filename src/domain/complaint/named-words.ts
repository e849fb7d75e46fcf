import { reject } from '../kernel/decision.js';
import type { RefusalTable } from '../kernel/refusal.js';
import type { ComplaintContext } from './context.js';

type Looked = Pick<ComplaintContext, 'words' | 'imported'>;

/** Why a word cannot stand where a user will read it. */
export const namedWordsRefusals = {
  'cause-unnamed': {
    kind: 'rule',
    es: 'El usuario leería una causa sin nombre: {words}. Use una causa conocida, o agréguela con su nombre al vocabulario del perfil del proveedor.',
    en: 'The user would read a cause without a name: {words}. Use a known cause, or add it with its name to the vocabulary of the provider’s profile.',
  },
  'action-unnamed': {
    kind: 'rule',
    es: 'El usuario leería una corrección sin nombre: {words}. Use una conocida, o agréguela con su nombre al vocabulario del perfil del proveedor.',
    en: 'The user would read a correction without a name: {words}. Use a known one, or add it with its name to the vocabulary of the provider’s profile.',
  },
  'ground-unnamed': {
    kind: 'rule',
    es: 'El usuario no entendería el fundamento «{words}»: escríbalo completo, como «cláusula 10 del contrato», o use uno del vocabulario.',
    en: 'The user would not understand the ground "{words}": write it out, such as "clause 10 of the contract", or use one of the vocabulary.',
  },
} as const satisfies RefusalTable;

/** Prose has words: one of them at least four letters long, and a space. */
const isProse = (text: string): boolean => /\p{L}{4}/u.test(text) && /\S\s+\S/u.test(text);

const withoutName = (known: readonly string[], codes: readonly string[]): readonly string[] =>
  codes.filter((code) => !known.includes(code));

/** Refuses causes that have no label, for the user reads them (O-24). */
export const unnamedCauses = (causes: readonly string[], { words, imported }: Looked) => {
  if (words === undefined || imported === true) return null;
  const without = withoutName(words.causes, causes);
  return without.length === 0 ? null : reject('cause-unnamed', { words: without });
};

/** Refuses a correction that has no label, for the user reads it (O-21). */
export const unnamedAction = (action: string, { words, imported }: Looked) =>
  words === undefined || imported === true || words.actions.includes(action)
    ? null
    : reject('action-unnamed', { words: [action] });

/** Refuses a ground that is neither a word with a label nor prose, for the user reads it (O-25). */
export const unnamedGround = (basis: string, { words, imported }: Looked) =>
  words === undefined || imported === true || words.grounds.includes(basis) || isProse(basis)
    ? null
    : reject('ground-unnamed', { words: basis });
