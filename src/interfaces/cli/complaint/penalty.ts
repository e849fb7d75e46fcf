import type { PenaltyCommands } from '../../../domain/complaint/penalty/messages.js';
import { rulings } from '../../../domain/complaint/vocabulary.js';
import { flag, needed } from '../flags/flag.js';
import { saidBy } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const penaltySubcommands: StageSubcommands<PenaltyCommands> = {
  disputePenalty: subcommand(
    'customer-service',
    'El usuario no acepta lo que cobró la cancelación',
    'The user does not accept what the cancellation charged',
    [
      flag('amount', 'money', 'Cuánto no acepta, "199.00 MXN"', 'How much they do not accept, "199.00 MXN"'),
      needed('statement', 'text', 'Lo que dice el usuario (se cifra)', 'What the user says (sealed)'),
      ...saidBy,
    ],
  ),
  rulePenalty: subcommand(
    'ruling-officer',
    'Resuelve sobre lo que cobró la cancelación',
    'Rules on what the cancellation charged',
    [
      needed('outcome', rulings, 'Procedente o improcedente', 'Upheld or dismissed'),
      needed('basis', 'ground', 'Cláusula en que se apoya', 'Clause it rests on'),
      needed('reasons', 'text', 'Razones (se cifran)', 'Reasons (sealed)'),
      flag(
        'undue-charge',
        'money',
        'Cuánto se cobró indebidamente, "199.00 MXN"',
        'How much was charged unduly, "199.00 MXN"',
      ),
      flag('next-instance', 'text', 'A dónde puede acudir el usuario', 'Where the user may go next'),
    ],
  ),
};
