import { flag, needed } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from '../reading/groups.js';

export const due: Subcommand = {
  name: 'due',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Cuándo vence un plazo, según un calendario y sin ninguna queja, y cómo se cuenta',
    en: 'When a term is due, by a calendar and without a complaint, and how it is counted',
  },
  flags: [
    needed('calendar', 'text', 'Archivo JSON del calendario', 'JSON file of the calendar'),
    needed('start', 'instant', 'Cuándo empieza', 'When it starts'),
    flag('minutes', 'integer', 'Plazo en minutos hábiles', 'Term in business minutes'),
    flag('business-days', 'integer', 'Plazo en días hábiles', 'Term in business days'),
    flag('fixed', 'instant', 'Fecha fijada por la autoridad', 'Due instant set by an authority'),
    flag(
      'pause',
      'texts',
      'Pausa DESDE/HASTA, o DESDE/ si sigue; puede repetirse',
      'Pause FROM/TO, or FROM/ while it lasts; may be repeated',
    ),
    flag(
      'at',
      'instant',
      'El instante de la respuesta (si falta: ahora)',
      'The instant of the answer (default: now)',
    ),
  ],
  run: async (session, given) => (await import('./run-due.js')).runDue(session, given),
};
