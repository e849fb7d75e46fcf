import { type VisitCommands, visitPurposes } from '../../../domain/complaint/visit/messages.js';
import { visitFailures } from '../../../domain/complaint/vocabulary.js';
import { flag, needed } from '../flags/flag.js';
import { channel, saidBy, whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

const visit = needed('visit', 'integer', 'Número de la visita, desde 1', 'Number of the visit, from 1');
const purpose = needed('purpose', visitPurposes, 'Para qué', 'What for');
const by = needed('by', ['user', 'provider'], 'Quién lo pidió', 'Who asked for it');
const report = flag('report', 'text', 'Informe (se cifra)', 'Report (sealed)');
const window = [
  needed('from', 'instant', 'Desde cuándo se espera', 'From when it is expected', 'window.from'),
  needed('to', 'instant', 'Hasta cuándo', 'Until when', 'window.to'),
];

const visitorName = flag(
  'visitor-name',
  'text',
  'Nombre de quien acude, para el usuario (se cifra)',
  'Name of the visitor, for the user (sealed)',
);

export const visitSubcommands: StageSubcommands<VisitCommands> = {
  requestVisit: subcommand('customer-service', 'Se pidió una visita', 'A visit was requested', [
    purpose,
    ...saidBy,
  ]),
  scheduleVisit: subcommand('customer-service', 'Programa una visita', 'Schedules a visit', [
    needed('visitor', 'text', 'Seudónimo de quien acude', 'Pseudonym of the visitor'),
    ...window,
    purpose,
    visitorName,
    flag('address', 'text', 'Domicilio (se cifra)', 'Address (sealed)'),
  ]),
  notifyVisit: subcommand(
    'customer-service',
    'Se avisó de la visita al usuario',
    'The user was told of the visit',
    [visit, channel, whenDone('notified-at', 'Cuándo se avisó', 'When the user was notified')],
  ),
  rescheduleVisit: subcommand('customer-service', 'Cambia el horario de la visita', 'Moves the visit', [
    visit,
    ...window,
    by,
    ...saidBy,
    flag('visitor', 'text', 'Seudónimo de quien acude, si cambia', 'Pseudonym of the visitor, where another'),
    visitorName,
  ]),
  completeVisit: subcommand('technical-lead', 'La visita se hizo', 'The visit took place', [
    visit,
    needed('started-at', 'instant', 'Cuándo empezó', 'When it began'),
    whenDone('ended-at', 'Cuándo terminó', 'When it ended'),
    flag('unannounced', 'yes-no', 'Se hizo sin aviso al usuario', 'It took place without notice'),
    report,
  ]),
  failVisit: subcommand('technical-lead', 'La visita no se pudo hacer', 'The visit failed', [
    visit,
    needed('reason', visitFailures, 'Por qué no se hizo', 'Why it did not take place'),
    whenDone('failed-at', 'Cuándo se intentó', 'When it was tried'),
    flag('unannounced', 'yes-no', 'Se intentó sin aviso al usuario', 'It was tried without notice'),
    report,
  ]),
  cancelVisit: subcommand('customer-service', 'Cancela la visita', 'Cancels the visit', [
    visit,
    by,
    ...saidBy,
  ]),
};
