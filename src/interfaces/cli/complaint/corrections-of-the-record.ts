import { authorityOutcomes } from '../../../domain/complaint/authority/messages.js';
import { correctionReasons, type CorrectionCommands } from '../../../domain/complaint/correction/messages.js';
import { conciliationOutcomes, rulings, visitOutcomes } from '../../../domain/complaint/vocabulary.js';
import { grantParts } from '../../../domain/complaint/compensation/messages.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import { flag, needed } from '../flags/flag.js';
import { chosenChannel, forUser, foundCause } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

const why = [
  needed('reason', correctionReasons, 'Por qué se corrige', 'Why it is corrected'),
  needed('explanation', 'text', 'Qué se registró mal (se cifra)', 'What was recorded wrongly (sealed)'),
];

export const correctionSubcommands: StageSubcommands<CorrectionCommands> = {
  correctRuling: subcommand(
    'ruling-officer',
    'La resolución fue otra que la registrada',
    'The ruling was another one than recorded',
    [
      needed('outcome', rulings, 'Procedente o improcedente', 'Upheld or dismissed'),
      needed('basis', 'ground', 'Cláusula de la ley o del contrato', 'Clause of law or contract'),
      needed('reasons', 'text', 'Razones (se cifran)', 'Reasons (sealed)'),
      flag('next-instance', 'text', 'A dónde puede acudir el usuario', 'Where the user may go next'),
      ...why,
    ],
  ),
  correctCause: subcommand(
    'technical-lead',
    'Las causas fueron otras que las verificadas',
    'The causes were others than verified',
    [...foundCause, forUser, ...why],
  ),
  correctRestoration: subcommand(
    'technical-lead',
    'El servicio volvió a otra hora',
    'The service was back at another time',
    [needed('restored-at', 'instant', 'Cuándo volvió el servicio', 'When the service was back'), ...why],
  ),
  correctCompensation: subcommand(
    'billing',
    'Se otorgó otra compensación que la registrada',
    'Another compensation was granted than recorded',
    [
      flag(
        'of',
        grantParts,
        'Qué parte se corrige (si falta: la del tiempo sin servicio)',
        'Which part is corrected (default: that for the time without service)',
      ),
      needed(
        'refund',
        'money',
        'Devolución de todo el ciclo, «16.63 MXN»',
        'Refund of the whole cycle, "16.63 MXN"',
        'proportionalRefund',
      ),
      needed('bonus', 'money', 'Bonificación de todo el ciclo', 'Bonus of the whole cycle'),
      ...why,
    ],
  ),
  correctCredit: subcommand(
    'billing',
    'El abono fue otro que el registrado, o no se hizo',
    'It was credited otherwise than recorded, or never',
    [
      needed(
        'credit',
        'integer',
        `Número del abono: la revisión, en la historia, del hecho que lo registró («${eventLabels.CompensationCredited.es}»)`,
        'Number of the credit: the revision, in the history, of the event that recorded it (CompensationCredited)',
      ),
      needed('credited', 'yes-no', 'Si se acreditó', 'Whether it was credited'),
      flag(
        'credited-at',
        'instant',
        'Cuándo se acreditó (si falta: cuando consta)',
        'When it was credited (default: as recorded)',
      ),
      flag(
        'statement',
        'text',
        'Referencia del estado de cuenta (si falta: la que consta)',
        'Reference of the statement (default: as recorded)',
      ),
      ...why,
    ],
  ),
  correctCancellation: subcommand(
    'customer-service',
    'La cancelación fue otra que la registrada',
    'The cancellation was another one than recorded',
    [
      needed('effective-at', 'instant', 'Cuándo surte efecto', 'When it takes effect'),
      chosenChannel,
      flag(
        'balance',
        'money',
        'Saldo: a cargo, o a favor si es negativo',
        'Balance: owed, or due to the user where negative',
      ),
      ...why,
    ],
  ),
  correctResolution: subcommand(
    'legal',
    'La autoridad resolvió otra cosa que la registrada',
    'The authority resolved something else than recorded',
    [
      needed('authority', 'text', 'Autoridad que la conoce', 'The authority before which it is'),
      needed('reference', 'text', 'Expediente de la autoridad', "The authority's reference"),
      needed('outcome', authorityOutcomes, 'Cómo terminó', 'How it ended'),
      flag(
        'resolved-at',
        'instant',
        'Cuándo resolvió (si falta: como consta)',
        'When it resolved (default: as recorded)',
      ),
      flag(
        'due-at',
        'instant',
        'Hasta cuándo debe cumplirse (si falta: como consta)',
        'Until when it has to be carried out (default: as recorded)',
      ),
      flag('agreement', 'text', 'Lo convenido (se cifra)', 'What was agreed (sealed)'),
      ...why,
    ],
  ),
  correctConciliation: subcommand(
    'competent-area',
    'De la conciliación resultó otra cosa que la registrada',
    'Something else came of the conciliation than recorded',
    [
      flag(
        'recorded-as',
        'integer',
        'Cuál: la revisión, en la historia, del hecho que la registró (de varias hay que decirla)',
        'Which one: the revision, in the history, of the event that recorded it (of several it has to be named)',
      ),
      needed('outcome', conciliationOutcomes, 'Qué resultó', 'What came of it'),
      flag(
        'due-at',
        'instant',
        'Hasta cuándo debe cumplirse lo acordado (si falta: como consta)',
        'Until when what was agreed has to be carried out (default: as recorded)',
      ),
      flag(
        'agreement',
        'text',
        'Lo acordado (se cifra; si falta: como consta)',
        'What was agreed (sealed; default: as recorded)',
      ),
      ...why,
    ],
  ),
  correctDelivery: subcommand(
    'customer-service',
    'La entrega fue otra que la registrada, o no la hubo',
    'The delivery was another one than recorded, or never was',
    [
      needed(
        'delivery',
        'integer',
        `Número de la entrega: la revisión, en la historia, del hecho que la registró («${eventLabels.NotificationDelivered.es}»)`,
        'Number of the delivery: the revision, in the history, of the event that recorded it (NotificationDelivered)',
      ),
      needed('delivered', 'yes-no', 'Si se entregó', 'Whether it was delivered'),
      flag(
        'notice',
        'integer',
        'Número del aviso que se entregó (si falta: como consta)',
        'Number of the notice that was delivered (default: as recorded)',
      ),
      chosenChannel,
      flag(
        'delivered-at',
        'instant',
        'Cuándo se entregó (si falta: como consta)',
        'When it was delivered (default: as recorded)',
      ),
      ...why,
    ],
  ),
  correctVisit: subcommand(
    'customer-service',
    'De la visita resultó otra cosa que la registrada',
    'Something else came of the visit than recorded',
    [
      needed('visit', 'integer', 'Número de la visita', 'Number of the visit'),
      needed('outcome', visitOutcomes, 'Se hizo, o por qué no', 'It took place, or why it did not'),
      flag(
        'started-at',
        'instant',
        'Cuándo empezó, si se hizo (si falta: como consta)',
        'When it began, where it took place (default: as recorded)',
      ),
      flag(
        'ended-at',
        'instant',
        'Cuándo terminó o se intentó (si falta: como consta)',
        'When it ended or was tried in vain (default: as recorded)',
      ),
      ...why,
    ],
  ),
  correctTechnician: subcommand(
    'customer-service',
    'El responsable técnico era otro',
    'The technical lead was another one',
    [
      needed('technician', 'text', 'Seudónimo del responsable técnico', 'Pseudonym of the technical lead'),
      ...why,
    ],
  ),
  correctMassOutage: subcommand(
    'customer-service',
    'Pertenece a otra falla general, o a ninguna',
    'It belongs to another mass outage, or to none',
    [
      needed(
        'from',
        'text',
        'Referencia de la falla general con la que se relacionó',
        'Reference of the outage that it was linked to',
      ),
      flag(
        'outage',
        'text',
        'Referencia de la que le corresponde (si falta: ninguna)',
        'Reference of the one that it belongs to (default: none)',
      ),
      ...why,
    ],
  ),
  correctDuplicate: subcommand(
    'customer-service',
    'Es duplicada de otra que la registrada',
    'It is a duplicate of another one than recorded',
    [needed('of', 'text', 'Folio de la que sigue', 'Folio of the one that goes on'), ...why],
  ),
};
