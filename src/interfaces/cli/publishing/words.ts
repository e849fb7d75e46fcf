import { wordSorts } from '../../../domain/complaint/vocabulary.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from '../reading/groups.js';

/** The lists that can be asked for. */
const wordLists = [...wordSorts, 'events'] as const;

export const words: Subcommand = {
  name: 'words',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Causas, correcciones, fundamentos, trámites y tipos de evento que se pueden nombrar, con lo propio del proveedor. No necesita almacén',
    en: 'Causes, actions, grounds, procedures and types of event that can be named, with those of the provider. Needs no store',
  },
  operand: {
    name: { es: 'lista', en: 'list' },
    required: false,
    about: { es: `${wordLists.join(', ')} (si falta: todas)`, en: `${wordLists.join(', ')} (default: all)` },
    words: wordLists,
  },
  flags: [],
  run: async (session, given) => (await import('./run-words.js')).runWords(session, given, wordLists),
};
