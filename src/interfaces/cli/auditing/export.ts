import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { auditGroup } from '../reading/groups.js';
import { originFlag } from './audit.js';

export const exportBundle: Subcommand = {
  name: 'export',
  aliases: [],
  group: auditGroup,
  about: {
    es: 'Escribe el paquete para el regulador: la bitácora firmada, sus pruebas y un informe. Sin datos personales, salvo que se pidan',
    en: 'Writes the bundle for the regulator: the signed log, its proofs and a report. Without personal data, unless asked for',
  },
  operand: {
    name: { es: 'paquete', en: 'bundle' },
    required: true,
    about: {
      es: 'Una carpeta vacía o nueva, o un archivo .zip nuevo',
      en: 'A folder that is empty or new, or a new .zip file',
    },
  },
  flags: [
    flag(
      'from',
      'instant',
      'Sólo lo registrado desde entonces, a partir de la última cabeza firmada antes',
      'Only what was recorded since then, from the last head that was signed before',
    ),
    flag(
      'to',
      'instant',
      'Sólo lo registrado hasta entonces, hasta la primera cabeza firmada después',
      'Only what was recorded until then, up to the first head that was signed after',
    ),
    flag('folio', 'text', 'Sólo los eventos de este folio', 'Only the events of this folio'),
    flag(
      'profile',
      ['redacted', 'full'],
      'Cómo van las personas: por seudónimo y con sus datos cifrados (si falta), o además con sus llaves, envueltas para --recipient',
      'How persons are told: by pseudonyms and with their data encrypted (default), or with their keys too, wrapped to --recipient',
    ),
    flag(
      'recipient',
      'text',
      'Con --profile full: archivo con la llave pública del destinatario (X25519, PEM)',
      'With --profile full: the file with the recipient’s public key (X25519, PEM)',
    ),
    originFlag,
  ],
  ifInterrupted: {
    es: 'No hay paquete a medias con ese nombre (lo que termine en .partial- y el nombre puede borrarse); el mismo comando empieza de nuevo.',
    en: 'There is no half bundle under that name (what ends in .partial- and the name may be removed); the same command begins again.',
  },
  run: async (session, given) => (await import('./run-export.js')).runExport(session, given),
};
