import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { auditGroup } from '../reading/groups.js';

export const originFlag = flag(
  'origin',
  'text',
  'Nombre de la bitácora, al hacer su llave: un dominio y una ruta (si falta: PROVEEDOR/complaints)',
  'Name of the log, when its key is made: a host name and a path (default: PROVIDER/complaints)',
);

export const lastFlag = flag(
  'last',
  'text',
  'La última cabeza firmada (archivo checkpoint), para una llave que llegó sin su memoria',
  'The last signed head (a checkpoint file), for a key that came without its memory',
);

export const audit: Subcommand = {
  name: 'audit',
  aliases: [],
  group: auditGroup,
  about: {
    es: 'La bitácora: la compara con el almacén y con lo firmado, dice cómo va, firma su cabeza, cambia su llave',
    en: 'The log: compares it with the store and what was signed, tells how it stands, signs its head, changes its key',
  },
  operand: {
    name: { es: 'acción', en: 'action' },
    required: true,
    about: {
      es: 'check, status, checkpoint, rotate (llave nueva junto a la anterior) o retire (quita una anterior)',
      en: 'check, status, checkpoint, rotate (a new key beside the older one) or retire (takes an older one away)',
    },
    words: ['check', 'status', 'checkpoint', 'rotate', 'retire'],
  },
  secondOperand: {
    name: { es: 'llave', en: 'key' },
    required: false,
    about: { es: 'Con retire: el identificador de la llave', en: 'With retire: the id of the key' },
  },
  flags: [originFlag, lastFlag],
  ifInterrupted: {
    es: 'Lo que ya constaba en la bitácora queda en ella; el mismo comando sigue desde ahí.',
    en: 'What was in the log already stays there; the same command goes on from it.',
  },
  run: async (session, given) => (await import('./run-audit.js')).runAudit(session, given),
};
