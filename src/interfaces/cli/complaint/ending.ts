import {
  alertedActs,
  type DeadlinesCommands,
  recomputeReasons,
} from '../../../domain/complaint/deadlines/messages.js';
import { waivables } from '../../../domain/complaint/vocabulary.js';
import { type EndingCommands, reopeningReasons } from '../../../domain/complaint/ending/messages.js';
import { flag, needed } from '../flags/flag.js';
import { explanation, saidBy } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const endingSubcommands: StageSubcommands<EndingCommands> = {
  withdraw: subcommand('customer-service', 'El usuario desiste', 'The user takes it back', [
    needed(
      'reason',
      ['solved-by-itself', 'no-longer-wanted', 'other'],
      'Por qué desiste',
      'Why it is taken back',
    ),
    flag('waives', { anyOf: waivables }, 'A qué renuncia el usuario', 'What the user does without'),
    explanation,
    ...saidBy,
  ]),
  lapse: subcommand(
    'customer-service',
    'Concluye por falta de seguimiento',
    'Lapses: the user did not follow up',
    [needed('reason', ['no-answer', 'no-access'], 'Qué no dio el usuario', 'What the user did not give')],
  ),
  markDuplicate: subcommand('customer-service', 'Es la misma que otra', 'It is the same as another one', [
    needed('of', 'text', 'Folio de la que sigue', 'Folio of the one that goes on'),
  ]),
  close: subcommand('customer-service', 'Cierra la solicitud', 'Closes the request', []),
  reopen: subcommand(
    'customer-service',
    'Reabre la solicitud con el mismo folio',
    'Reopens the request under its folio',
    [needed('reason', reopeningReasons, 'Por qué se reabre', 'Why it is reopened'), explanation, ...saidBy],
  ),
};

const deadline = [
  needed('clock', 'text', 'Reloj, C-07', 'Clock, C-07'),
  needed('cycle', 'integer', 'Ciclo, desde 1', 'Cycle, from 1'),
  flag('run', 'integer', 'Cuál vez en ese ciclo, desde 1', 'Which time in that cycle, from 1'),
  needed('due-at', 'instant', 'Cuándo vence', 'When it is due'),
  needed('policy', 'text', 'Política, id@versión', 'Policy, id@version'),
  needed('calendar', 'text', 'Calendario, id@versión', 'Calendar, id@version'),
];

export const deadlinesSubcommands: StageSubcommands<DeadlinesCommands> = {
  warnOfDeadline: subcommand('system', 'Un plazo está por vencer', 'A deadline is near', [
    ...deadline,
    needed('percent', 'integer', 'Por ciento del plazo', 'Per cent of the term'),
  ]),
  recordBreach: subcommand('system', 'Un plazo venció', 'A deadline was missed', deadline),
  recordAlert: subcommand('system', 'Se avisó al personal de un plazo', 'Staff was told of a deadline', [
    needed('act', alertedActs, 'De qué se avisó', 'What it was told of'),
    flag('level', 'integer', 'Por ciento del plazo, o nivel', 'Per cent of the term, or level'),
    flag('clock', 'text', 'Reloj, C-07', 'Clock, C-07'),
    needed('cycle', 'integer', 'Ciclo, desde 1', 'Cycle, from 1'),
    flag('run', 'integer', 'Cuál vez en ese ciclo, desde 1', 'Which time in that cycle, from 1'),
    needed('up-to', 'integer', 'Último evento del que se avisó', 'Last event that it was told of'),
    flag('digest', 'text', 'Clave del resumen', 'Key of the digest'),
  ]),
  recomputeClocks: subcommand('system', 'Los plazos se cuentan de nuevo', 'Deadlines are counted anew', [
    flag('policy', 'text', 'Política (si falta: la de hoy)', "Policy (default: today's)"),
    flag(
      'policy-version',
      'integer',
      'Versión de la política (si falta: la de hoy)',
      "Version of the policy (default: today's)",
    ),
    flag(
      'calendar',
      'texts',
      'Calendario, id@versión; se puede repetir (el que falte: el de hoy)',
      "Calendar, id@version; may be repeated (any left out: today's)",
      'calendars',
    ),
    needed('reason', recomputeReasons, 'Por qué se calculan de nuevo', 'Why they are computed anew'),
  ]),
};
