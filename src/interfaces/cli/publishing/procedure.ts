import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from '../reading/groups.js';

export const procedure: Subcommand = {
  name: 'procedure',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'El procedimiento público de atención de quejas, a partir de lo que se aplica. No necesita almacén',
    en: 'The public complaint procedure, from what is run. Needs no store',
  },
  flags: [
    flag(
      'html',
      'text',
      'Archivo en que se escribe como página, para publicarla o imprimirla',
      'File that it is written to as a page, to publish or print',
    ),
    flag('text', 'switch', 'Como texto (si falta todo: así)', 'As text (default)'),
  ],
  run: async (session, given) => (await import('./run-procedure.js')).runProcedure(session, given),
};
