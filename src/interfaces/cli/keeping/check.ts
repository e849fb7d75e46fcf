import { flag } from '../flags/flag.js';
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
  flags: [
    flag(
      'accept-loss',
      'text',
      'Da por perdido lo que consta junto a las llaves y aquí falta, por este motivo; queda registrado',
      'Gives up what is known beside the keys and is missing here, for this reason; it is recorded',
    ),
  ],
  ifInterrupted: {
    es: 'No se cambió nada; el mismo comando empieza de nuevo.',
    en: 'Nothing was changed; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-check.js')).runCheck(session, given),
};
