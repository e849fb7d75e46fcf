import { flag, needed } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const migrate: Subcommand = {
  name: 'migrate',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Copia todo a otro almacén y lo compara; repetirlo continúa. Las llaves se quedan donde están: el nuevo almacén usa las mismas',
    en: 'Copies everything to another store and compares; repeating it goes on. The keys stay where they are: the new store uses the same',
  },
  flags: [
    needed(
      'from',
      'text',
      'El origen, que sólo se lee: sqlite:RUTA, esdb://… o kurrentdb://…',
      'The source, which is only read: sqlite:PATH, esdb://… or kurrentdb://…',
    ),
    needed('to', 'text', 'El destino: lo mismo', 'The target: the same'),
    flag(
      'namespace',
      'texts',
      'Sólo los flujos de este prefijo; se puede repetir (si falta: todo el archivo, o los de un servidor sin prefijo)',
      'Only streams of this namespace; may be repeated (default: the whole file, or those of a server without one)',
    ),
  ],
  ifInterrupted: {
    es: 'Lo copiado queda en el destino; el mismo comando copia lo que falta.',
    en: 'What was copied stays at the destination; the same command copies what is missing.',
  },
  run: async (session, given) => (await import('./run-migrate.js')).runMigrate(session, given),
};
