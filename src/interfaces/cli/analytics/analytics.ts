import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const analytics: Subcommand = {
  name: 'analytics',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Escribe tablas y registros de eventos para analistas, sin datos personales',
    en: 'Writes tables and event logs for analysts, without personal data',
  },
  operand: {
    name: { es: 'carpeta', en: 'folder' },
    required: true,
    about: {
      es: 'Dónde: una carpeta vacía, o una exportación anterior, que se reemplaza',
      en: 'Where: an empty folder, or an earlier export, which is replaced',
    },
  },
  flags: [
    flag(
      'format',
      'text',
      'Formatos separados por comas: csv, parquet, ocel, xes (si falta: todos)',
      'Formats, separated by commas: csv, parquet, ocel, xes (default: all)',
    ),
    flag(
      'from',
      'instant',
      'Sólo hechos desde entonces, y las solicitudes de las que son',
      'Only events from then on, and the complaints that they are of',
    ),
    flag('to', 'instant', 'Sólo hechos anteriores', 'Only events before then'),
    flag(
      'at',
      'instant',
      'Como estaban entonces: lo que ya había ocurrido',
      'As they stood: what had happened',
    ),
    flag('known-at', 'instant', 'Con lo que se sabía entonces', 'With what was known then'),
    flag(
      'salt',
      'text',
      'Con la misma sal salen los mismos seudónimos (si falta: otros cada vez)',
      'The same salt gives the same pseudonyms (default: others each time)',
    ),
    flag(
      'folios',
      'switch',
      'También los folios, por los que se puede encontrar a una persona',
      'The folios too, by which a person may be found',
    ),
  ],
  ifInterrupted: {
    es: 'En la carpeta no quedó nada a medias; el mismo comando empieza de nuevo.',
    en: 'Nothing is left half done in the folder; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-analytics.js')).runAnalytics(session, given),
};
