import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const projections: Subcommand = {
  name: 'projections',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Los renglones de las consultas: cómo van, pausarlos y reanudarlos, volver a hacerlos de los eventos, compararlos con ellos',
    en: 'The rows of queries: how they do, pausing and resuming them, making them from the events again, comparing them with these',
  },
  operand: {
    name: { es: 'acción', en: 'action' },
    required: true,
    about: {
      es: 'list, pause, resume, replay (en el mismo lugar), rebuild (al lado de los que se consultan), switch, drop o verify',
      en: 'list, pause, resume, replay (in place), rebuild (beside those that are read), switch, drop or verify',
    },
    words: ['list', 'pause', 'resume', 'replay', 'rebuild', 'switch', 'drop', 'verify'],
  },
  secondOperand: {
    name: { es: 'nombre', en: 'name' },
    required: false,
    about: {
      es: 'La proyección (list y verify: si falta, todas)',
      en: 'The projection (list and verify: all without it)',
    },
  },
  flags: [
    flag(
      'projection-version',
      'integer',
      'Su versión (si falta: la de este programa)',
      'Its version (default: that of this program)',
    ),
    flag(
      'live',
      'switch',
      'Con drop: también la que está en uso, que se vuelve a hacer al abrir el almacén',
      'With drop: also the one in use, which is made anew when the store is opened',
    ),
  ],
  ifInterrupted: {
    es: 'Los eventos no se tocaron. Los renglones que se consultan sirven, o la próxima consulta los pone al día; el mismo comando empieza de nuevo.',
    en: 'No event was touched. The rows that are read will do, or the next query brings them up to date; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-projections.js')).runProjections(session, given),
};
