import type { DiagnosisCommands } from '../../../domain/complaint/diagnosis/messages.js';
import type { RepairCommands } from '../../../domain/complaint/repair/messages.js';
import type { ServiceCommands } from '../../../domain/complaint/service/messages.js';
import { flag, needed } from '../flags/flag.js';
import { explanation, forUser, foundCause, saidBy, whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const diagnosisSubcommands: StageSubcommands<DiagnosisCommands> = {
  verifyCause: subcommand('technical-lead', 'Verifica las causas', 'Verifies the causes', [
    ...foundCause,
    explanation,
    forUser,
  ]),
};

export const repairSubcommands: StageSubcommands<RepairCommands> = {
  repair: subcommand('technical-lead', 'La falla se corrigió', 'The fault was repaired', [
    needed('action', 'action', 'Código de lo que se hizo', 'Code of what was done'),
    flag('at-home', 'yes-no', 'En el domicilio (si falta: no)', "At the user's home (default: no)"),
    whenDone('restored-at', 'Cuándo volvió el servicio', 'When the service was back'),
    flag('part', 'texts', 'Refacción usada; se puede repetir', 'Part used; may be repeated', 'parts'),
    flag('contract', 'text', 'Contrato conforme al cual se corrigió', 'Contract the correction conforms to'),
    explanation,
    forUser,
  ]),
  reportRepair: subcommand('technical-lead', 'Informa a Servicio al Cliente', 'Reports to customer service', [
    needed(
      'outcome',
      ['repaired', 'no-repair-needed', 'repair-impossible', 'not-ours'],
      'Cómo quedó',
      'How it was left',
    ),
    explanation,
  ]),
  requestRestorationConfirmation: subcommand(
    'customer-service',
    'Pregunta al usuario si el servicio volvió',
    'Asks the user whether the service is back',
    [whenDone('requested-at', 'Cuándo se le preguntó', 'When the user was asked')],
  ),
  confirmRestoration: subcommand('customer-service', 'El servicio volvió', 'The service is back', [
    needed('by', ['user', 'measurement'], 'Cómo se sabe', 'How it is known'),
    whenDone('confirmed-at', 'Cuándo se supo', 'When it was known'),
    ...saidBy,
  ]),
  disputeRestoration: subcommand(
    'customer-service',
    'El usuario dice que no volvió',
    'The user says it is not back',
    [whenDone('disputed-at', 'Cuándo lo dijo', 'When the user said so'), explanation, ...saidBy],
  ),
};

export const serviceSubcommands: StageSubcommands<ServiceCommands> = {
  cureSuspension: subcommand(
    'customer-service',
    'Cesó la causa de la suspensión',
    'The cause of the suspension is cured',
    [whenDone('cured-at', 'Cuándo cesó', 'When it was cured')],
  ),
  reconnect: subcommand('customer-service', 'El servicio se reconectó', 'The service was connected again', [
    needed('physical', 'yes-no', 'Con trabajo en sitio', 'With work on site'),
    whenDone('reconnected-at', 'Cuándo se reconectó', 'When it was connected again'),
  ]),
};
