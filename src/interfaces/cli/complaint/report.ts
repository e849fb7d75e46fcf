import { reportOutcomes, type ReportCommands } from '../../../domain/complaint/report/messages.js';
import { needed } from '../flags/flag.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const reportSubcommands: StageSubcommands<ReportCommands> = {
  concludeReport: subcommand(
    'customer-service',
    'Concluye un reporte que no es de ningún suscriptor',
    "Concludes a report that is no subscriber's",
    [
      needed('outcome', reportOutcomes, 'Qué resultó', 'What came of it'),
      needed('found', 'text', 'Lo que se encontró y se hizo (se cifra)', 'What was found and done (sealed)'),
    ],
  ),
};
