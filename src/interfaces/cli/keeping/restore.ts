import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';
import { copyOperand, replaceFlag } from './back-up.js';

export const restore: Subcommand = {
  name: 'restore',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Pone una copia en el lugar del almacén, que nadie debe tener abierto',
    en: 'Puts a copy in the place of the store, which nobody may have open',
  },
  operand: copyOperand,
  flags: [replaceFlag],
  ifInterrupted: {
    es: 'El almacén queda como estaba, o restaurado por completo; el mismo comando empieza de nuevo.',
    en: 'The store is as it was, or restored whole; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-restore.js')).runRestore(session, given),
};
