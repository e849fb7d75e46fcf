import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from '../reading/groups.js';

export const sla: Subcommand = {
  name: 'sla',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'El tablero: lo que vence, plazos cumplidos e incumplidos, y cuánto se tardó',
    en: 'The board: what falls due, deadlines met and missed, and how long it took',
  },
  flags: [
    flag('at', 'instant', 'Como iban entonces: lo que ya había ocurrido', 'As they stood: what had happened'),
    flag('known-at', 'instant', 'Con lo que se sabía entonces', 'With what was known then'),
    flag(
      'html',
      'text',
      'Archivo en que se escribe como página, con los folios abiertos',
      'File that it is written to as a page, with the open folios',
    ),
  ],
  ifInterrupted: {
    es: 'No se cambió nada; el mismo comando empieza de nuevo.',
    en: 'Nothing was changed; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-sla.js')).runSla(session, given),
};
