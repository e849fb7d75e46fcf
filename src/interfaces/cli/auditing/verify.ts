import { flag, type Flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { auditGroup } from '../reading/groups.js';

/** Who is trusted: without either, the bundle itself. */
export const trustFlags: readonly Flag[] = [
  flag(
    'policy',
    'text',
    'En quién se confía: un archivo C2SP tlog-policy que llegó por otro medio',
    'Who is trusted: a C2SP tlog-policy file that came another way',
  ),
  flag(
    'vkey',
    'text',
    'La llave del proveedor que llegó por otro medio: nombre+identificador+base64',
    "The provider's key that came another way: name+id+base64",
  ),
];

export const verify: Subcommand = {
  name: 'verify',
  aliases: [],
  group: auditGroup,
  about: {
    es: 'Verifica un paquete para el regulador: que nada fue cambiado ni quitado. No necesita almacén',
    en: 'Verifies a bundle for the regulator: that nothing was changed or left out. Needs no store',
  },
  operand: {
    name: { es: 'paquete', en: 'bundle' },
    required: true,
    about: { es: 'La carpeta o el ZIP', en: 'The folder or the ZIP' },
  },
  flags: [
    ...trustFlags,
    flag(
      'from',
      'text',
      'Una cabeza anterior de la bitácora (archivo checkpoint): se prueba que ésta la continúa',
      'An earlier head of the log (a checkpoint file): this one is shown to continue it',
    ),
  ],
  ifInterrupted: {
    es: 'No se cambió nada; el mismo comando empieza de nuevo.',
    en: 'Nothing was changed; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-verify.js')).runVerify(session, given),
};
