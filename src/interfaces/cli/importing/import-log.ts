import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const importLog: Subcommand = {
  name: 'import-log',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Pasa un registro de eventos (XES) por los mismos comandos, con sus horas de entonces',
    en: 'Runs an event log (XES) through the same commands, with the times it gives',
  },
  operand: {
    name: { es: 'archivo', en: 'file' },
    required: true,
    about: { es: 'El registro: .xes o .xes.gz', en: 'The log: .xes or .xes.gz' },
  },
  flags: [
    flag(
      'mapping',
      'text',
      'Reglas: helpdesk, repair-example o un archivo JSON (si falta: las que cubren el registro)',
      'Rules: helpdesk, repair-example or a JSON file (default: those that cover the log)',
    ),
    flag('limit', 'integer', 'Sólo los primeros casos', 'Only the first cases'),
    flag(
      'concurrency',
      'integer',
      'Casos a la vez, de 1 a 1024 (si falta: 64)',
      'Cases at a time, 1 to 1024 (default: 64)',
    ),
    flag(
      'order',
      ['file', 'time'],
      'Orden de los eventos de un caso: el del archivo (si falta) o el de sus horas',
      'Order of the events of a case: that of the file (default) or that of their times',
    ),
  ],
  ifInterrupted: {
    es: 'Lo importado queda guardado; el mismo comando sigue con lo que falta y no repite nada.',
    en: 'What was imported is stored; the same command goes on with what is missing and repeats nothing.',
  },
  run: async (session, given) => (await import('./run-import-log.js')).runImportLog(session, given),
};
