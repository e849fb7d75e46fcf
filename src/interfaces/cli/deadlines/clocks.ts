import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from '../reading/groups.js';
import { viewerFlags } from '../reading/viewer-flags.js';

export const clocks: Subcommand = {
  name: 'clocks',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Los plazos de una solicitud: cómo van, cuándo vencen y cómo se contaron',
    en: 'The deadlines of a request: how they stand, when they are due, and how they were counted',
  },
  operand: {
    name: { es: 'folio', en: 'folio' },
    required: true,
    about: { es: 'El folio', en: 'The folio' },
  },
  flags: [
    flag('at', 'instant', 'Como iban entonces: lo que ya había ocurrido', 'As they stood: what had happened'),
    flag('known-at', 'instant', 'Con lo que se sabía entonces', 'With what was known then'),
    flag('explain', 'switch', 'Paso a paso, para contarlos a mano', 'Step by step, to count them by hand'),
    ...viewerFlags,
  ],
  run: async (session, given) => (await import('./run-clocks.js')).runClocks(session, given),
};
