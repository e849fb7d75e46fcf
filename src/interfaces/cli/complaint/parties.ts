import {
  capacities,
  revocationReasons,
  type PartiesCommands,
} from '../../../domain/complaint/parties/messages.js';
import { flag, needed } from '../flags/flag.js';
import { explanation, saidBy } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const partiesSubcommands: StageSubcommands<PartiesCommands> = {
  accreditRepresentative: subcommand(
    'customer-service',
    'Acredita a quien representa a una parte',
    'Accredits a representative of a party',
    [
      needed(
        'representative',
        'text',
        'Seudónimo de quien representa',
        'Pseudonym of the representative',
        'representative.ref',
      ),
      flag(
        'representative-name',
        'text',
        'Su nombre (se cifra)',
        'Their name (sealed)',
        'representative.name',
      ),
      flag(
        'representative-phone',
        'text',
        'Su teléfono (se cifra)',
        'Their phone (sealed)',
        'representative.phone',
      ),
      flag(
        'representative-email',
        'text',
        'Su correo (se cifra)',
        'Their e-mail (sealed)',
        'representative.email',
      ),
      flag(
        'represents',
        'text',
        'A qué parte representa; si falta, al suscriptor',
        'Party who is represented; where absent, the subscriber',
      ),
      needed('capacity', capacities, 'Con qué carácter actúa', 'In what capacity they act'),
      flag(
        'evidence',
        'texts',
        'SHA-256 de lo que lo acredita; se puede repetir',
        'SHA-256 of what proves it; may be repeated',
      ),
      flag(
        'may-withdraw',
        'yes-no',
        'Tiene facultad para desistirse y renunciar; si falta, no',
        'Has the power to withdraw and to waive; where absent, no',
      ),
      ...saidBy,
    ],
  ),
  revokeRepresentative: subcommand(
    'customer-service',
    'Termina una representación',
    'Ends a representation',
    [
      needed('representative', 'text', 'Seudónimo de quien representa', 'Pseudonym of the representative'),
      needed('reason', revocationReasons, 'Por qué termina', 'Why it ends'),
      explanation,
      ...saidBy,
    ],
  ),
};
