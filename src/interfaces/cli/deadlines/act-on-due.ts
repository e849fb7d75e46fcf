import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const actOnDue: Subcommand = {
  name: 'run-due',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Registra lo que ya venció: avisos de plazo, incumplimientos, escalamientos y lo que concluye por falta de seguimiento; prográmelo, o llámelo seguido',
    en: 'Records what has fallen due: warnings of deadlines, breaches, escalations, lapses; schedule it, or call it often',
  },
  flags: [flag('dry-run', 'switch', 'No registra nada: sólo cuenta', 'Records nothing: it only counts')],
  ifInterrupted: {
    es: 'Lo registrado queda; el siguiente run-due hace lo que falta.',
    en: 'What was recorded stays; the next run-due does what is left.',
  },
  run: async (session, given) => (await import('./run-act-on-due.js')).runActOnDue(session, given),
};
