import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const check: Subcommand = {
  name: 'check',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Compara archivo, eventos, folios y renglones del almacén, y dice lo primero que no cuadra',
    en: 'Compares file, events, folios and rows of the store, and tells the first thing that does not fit',
  },
  flags: [],
  run: async (session) => (await import('./run-check.js')).runCheck(session),
};
