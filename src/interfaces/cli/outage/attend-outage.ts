import { attributions, channels, rulings } from '../../../domain/complaint/vocabulary.js';
import { flag, needed } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const attendOutage: Subcommand = {
  name: 'attend-outage',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Atiende todas las solicitudes de una falla masiva: causa, restablecimiento, resolución y aviso; repetirlo continúa',
    en: 'Attends to all requests of a mass outage: cause, restoration, ruling and notice; repeating it goes on',
  },
  operand: {
    name: { es: 'falla', en: 'outage' },
    required: true,
    about: { es: 'La falla masiva a la que se vincularon', en: 'The mass outage they were linked to' },
  },
  flags: [
    needed('technician', 'text', 'Responsable técnico de la falla', 'Technical lead of the outage'),
    flag('actor', 'text', 'Quien lo hace en Servicio al Cliente', 'Who does it in customer service'),
    flag('ruling-officer', 'text', 'Quien resuelve', 'Who rules'),
    flag('cause', 'cause', 'Código de una causa; se puede repetir', 'Code of a cause; may be repeated'),
    flag('attribution', attributions, 'A quién es imputable', 'To whom it is attributable'),
    flag('affected-from', 'instant', 'Desde cuándo se afectó', 'From when it was affected'),
    flag('explanation', 'text', 'Explicación (cifrada)', 'Explanation (sealed)'),
    flag('action', 'action', 'Código de lo que se hizo', 'Code of what was done'),
    flag('restored-at', 'instant', 'Cuándo volvió el servicio', 'When the service was back'),
    flag('ruling', rulings, 'Procedente o improcedente', 'Upheld or dismissed'),
    flag('basis', 'ground', 'Cláusula de ley o contrato', 'Clause of law or contract'),
    flag('reasons', 'text', 'Razones (cifradas)', 'Reasons (sealed)'),
    flag('notify', 'switch', 'Con el aviso final a cada usuario', 'With the final notice to each user'),
    flag('channel', channels, 'Medio del aviso', 'Channel of the notice'),
    flag(
      'reassign',
      'switch',
      'También las que tiene otro responsable técnico',
      'Those in charge of another technical lead too',
    ),
    flag(
      'command-id',
      'text',
      'Identificador de la orden (si falta, sale de lo que se pide)',
      'Id of the order (default: it follows from what is asked)',
    ),
  ],
  ifInterrupted: {
    es: 'Lo atendido queda guardado; el mismo comando, con las mismas palabras, hace lo que falta.',
    en: 'What was attended to is stored; the same command, in the same words, does what is left.',
  },
  run: async (session, given) => (await import('./run-attend-outage.js')).runAttendOutage(session, given),
};
