import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const keys: Subcommand = {
  name: 'keys',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'El llavero: lo copia mientras se usa, lo restaura, lo revisa, cambia su llave maestra, rehace su índice. Guárdelo, y sus copias, lejos del almacén',
    en: 'The key vault: copies it while it is in use, restores it, checks it, changes its master key, makes its index anew. Keep it, and its copies, away from the store',
  },
  operand: {
    name: { es: 'acción', en: 'action' },
    required: true,
    about: {
      es: 'backup, restore, check, rotate (llave maestra nueva; con QUEJAS_MASTER_KEY, la de QUEJAS_NEXT_MASTER_KEY), reindex (rehace con lo presentado el índice de teléfonos y correos) o adopt (el almacén sigue con este llavero, aunque falten llaves)',
      en: 'backup, restore, check, rotate (a new master key; with QUEJAS_MASTER_KEY, that of QUEJAS_NEXT_MASTER_KEY), reindex (makes the index of phones and addresses anew from the filings) or adopt (the store goes on with this vault, though keys are missing)',
    },
    words: ['backup', 'restore', 'check', 'rotate', 'reindex', 'adopt'],
  },
  secondOperand: {
    name: { es: 'archivo', en: 'file' },
    required: false,
    about: {
      es: 'Con backup y restore: el archivo de la copia',
      en: 'With backup and restore: the file of the copy',
    },
  },
  flags: [
    flag(
      'replace',
      'switch',
      'Reemplaza lo que ya hay ahí. Sin esto, restore solo agrega al llavero las llaves que le faltan; las que tiene se quedan. Con o sin esto, una llave destruida sigue destruida',
      'Replaces what is there already. Without it, restore only adds the keys that the vault lacks; those it has stay. With or without it, a destroyed key stays destroyed',
    ),
  ],
  run: async (session, given) => (await import('./run-keys.js')).runKeys(session, given),
};
