import { flag, needed } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { auditGroup } from '../reading/groups.js';
import { trustFlags } from './verify.js';

export const replay: Subcommand = {
  name: 'replay',
  aliases: [],
  group: auditGroup,
  about: {
    es: 'Lo que era cierto en un instante, y lo que se sabía: una solicitud, la cola o los números, en JSON canónico',
    en: 'What was true at an instant, and what was known: a request, the queue or the numbers, as canonical JSON',
  },
  flags: [
    flag('folio', 'text', 'Una solicitud', 'One request'),
    flag('queue', 'switch', 'La cola de todo el trabajo', 'The queue of all work'),
    flag('sla', 'switch', 'Los números de los plazos', 'The numbers of the deadlines'),
    needed('at', 'instant', 'Lo que ya había ocurrido entonces', 'What had happened by then'),
    flag('known-at', 'instant', 'Con lo que se sabía entonces', 'With what was known then'),
    flag(
      'bundle',
      'text',
      'De un paquete, después de verificarlo; no necesita almacén',
      'From a bundle, once it is verified; needs no store',
    ),
    ...trustFlags,
  ],
  ifInterrupted: {
    es: 'No se cambió nada; el mismo comando empieza de nuevo.',
    en: 'Nothing was changed; the same command begins again.',
  },
  run: async (session, given) => (await import('./run-replay.js')).runReplay(session, given),
};
