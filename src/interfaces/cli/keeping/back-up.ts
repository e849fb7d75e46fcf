import { flag } from '../flags/flag.js';
import type { Operand, Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const copyOperand: Operand = {
  name: { es: 'archivo', en: 'file' },
  required: true,
  about: { es: 'El archivo de la copia', en: 'The file of the copy' },
};

export const replaceFlag = flag(
  'replace',
  'switch',
  'Reemplaza lo que ya hay ahí',
  'Replaces what is there already',
);

export const backup: Subcommand = {
  name: 'backup',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Copia el almacén mientras se usa; las llaves no van en la copia',
    en: 'Copies the store while it is in use; the keys are not in the copy',
  },
  operand: copyOperand,
  flags: [replaceFlag],
  ifInterrupted: {
    es: 'No hay copia a medias con ese nombre; el mismo comando empieza de nuevo.',
    en: 'There is no half copy under that name; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-back-up.js')).runBackUp(session, given),
};
