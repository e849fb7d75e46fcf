import {
  creditedFor,
  grantReasons,
  nothingDueReasons,
  type CompensationCommands,
} from '../../../domain/complaint/compensation/messages.js';
import type { RulingCommands } from '../../../domain/complaint/ruling/messages.js';
import { conciliationOutcomes, owed, rulings } from '../../../domain/complaint/vocabulary.js';
import { flag, needed } from '../flags/flag.js';
import { whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const rulingSubcommands: StageSubcommands<RulingCommands> = {
  rule: subcommand('ruling-officer', 'Resuelve si es procedente', 'Rules whether it is upheld', [
    needed('outcome', rulings, 'Procedente o improcedente', 'Upheld or dismissed'),
    needed('basis', 'ground', 'Cláusula de la ley o del contrato', 'Clause of law or contract'),
    needed('reasons', 'text', 'Razones (se cifran)', 'Reasons (sealed)'),
    flag(
      'undue-charge',
      'money',
      'Cuánto se cobró indebidamente, "199.00 MXN"',
      'How much was charged unduly, "199.00 MXN"',
    ),
    flag('next-instance', 'text', 'A dónde puede acudir el usuario', 'Where the user may go next'),
  ]),
  recordConciliation: subcommand(
    'competent-area',
    'Resultado de la conciliación',
    'What came of the conciliation',
    [
      needed('outcome', conciliationOutcomes, 'Cómo terminó', 'How it ended'),
      flag('agreement', 'text', 'Lo acordado (se cifra)', 'What was agreed (sealed)'),
      flag('due-at', 'instant', 'Hasta cuándo debe cumplirse', 'Until when it has to be carried out'),
    ],
  ),
  carryOutAgreement: subcommand(
    'competent-area',
    'Se cumplió lo acordado en la conciliación',
    'What was agreed in the conciliation was carried out',
    [
      needed(
        'done',
        'text',
        'Qué se hizo, para el usuario (se cifra)',
        'What was done, for the user (sealed)',
      ),
      whenDone('carried-out-at', 'Cuándo se cumplió', 'When it was carried out'),
      flag(
        'conciliation',
        'integer',
        'Cuál acuerdo, desde 1 (si hay varios, debe indicarse)',
        'Which agreement, from 1 (of several it has to be named)',
      ),
    ],
  ),
};

export const compensationSubcommands: StageSubcommands<CompensationCommands> = {
  assessCompensation: subcommand('billing', 'Calcula lo que se debe compensar', 'Assesses what is due', [
    flag('price', 'money', 'Precio del servicio, «499.00 MXN»', 'Price of the service, "499.00 MXN"'),
    flag('period-days', 'integer', 'Días que cubre el precio', 'Days that the price covers'),
    flag('from', 'instant', 'Desde cuándo se afectó el servicio', 'From when the service was affected'),
    flag('to', 'instant', 'Hasta cuándo', 'Until when'),
  ]),
  grantCompensation: subcommand('billing', 'Otorga la compensación', 'Grants the compensation', [
    needed(
      'refund',
      'money',
      'Devolución proporcional, «16.63 MXN»',
      'Proportional refund, "16.63 MXN"',
      'proportionalRefund',
    ),
    needed('bonus', 'money', 'Bonificación', 'Bonus'),
    needed('reason', grantReasons, 'Por qué se otorga', 'Why it is granted'),
    flag('billing-cutoff', 'instant', 'Corte en que se acredita', 'Cut-off by which it is credited'),
    flag(
      'reference',
      'text',
      'Referencia del pago; distingue una cortesía de otra igual',
      'Reference of the payment; tells one goodwill from another like it',
    ),
  ]),
  declareNothingDue: subcommand(
    'billing',
    'Razona que nada se debe al usuario',
    'Says, with reasons, that nothing is due to the user',
    [
      needed('of', owed, 'Qué no se debe', 'What is not due'),
      needed('reason', nothingDueReasons, 'Por qué', 'Why'),
      needed('explanation', 'text', 'Las razones (se cifran)', 'The reasons (sealed)'),
    ],
  ),
  creditCompensation: subcommand('billing', 'La compensación se acreditó', 'The compensation was credited', [
    whenDone('credited-at', 'Cuándo se acreditó', 'When it was credited'),
    flag('statement', 'text', 'Referencia del estado de cuenta', 'Reference of the statement'),
    flag(
      'reason',
      creditedFor,
      'Por qué se otorgó (si falta: lo que toca)',
      'Why it was granted (default: the one whose turn it is)',
    ),
  ]),
};
