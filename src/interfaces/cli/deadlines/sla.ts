import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from '../reading/groups.js';

export const sla: Subcommand = {
  name: 'sla',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Cómo van los plazos de todas las solicitudes: cumplidos, incumplidos, y cuánto se tardó',
    en: 'How the deadlines of all requests stand: met, missed, and how long it took',
  },
  flags: [
    flag('at', 'instant', 'Como iban entonces: lo que ya había ocurrido', 'As they stood: what had happened'),
    flag('known-at', 'instant', 'Con lo que se sabía entonces', 'With what was known then'),
  ],
  run: async (session, given) => (await import('./run-sla.js')).runSla(session, given),
};
