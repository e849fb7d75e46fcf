import { needed } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { auditGroup } from '../reading/groups.js';
import { trustFlags } from './verify.js';

export const reveal: Subcommand = {
  name: 'reveal',
  aliases: [],
  group: auditGroup,
  about: {
    es: 'Abre un paquete completo (--profile full) con la llave del destinatario: lo que dijeron las personas, un evento por línea en JSON',
    en: 'Opens a full bundle (--profile full) with its recipient’s key: what persons said, one event a line as JSON',
  },
  operand: {
    name: { es: 'paquete', en: 'bundle' },
    required: true,
    about: { es: 'Una carpeta o un archivo .zip', en: 'A folder or a .zip file' },
  },
  flags: [
    needed(
      'recipient-key',
      'text',
      'Archivo con la llave privada (X25519, PEM) cuya mitad pública se dio al proveedor',
      'The file with the private key (X25519, PEM) whose public half the provider was given',
    ),
    ...trustFlags,
  ],
  run: async (session, given) => (await import('./run-reveal.js')).runReveal(session, given),
};
