import { recipients, type NoticeCommands } from '../../../domain/complaint/notice/messages.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import { flag, needed } from '../flags/flag.js';
import { channel, chosenChannel, saidBy, whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

/** Facts that send a word to the user, those that are proven most. */
const sending = ['UserNotified', 'AnswerProvided', 'VisitNotified', 'FolioCommunicated'] as const;

const notice = needed(
  'notice',
  'integer',
  `Número del aviso: la revisión, en la historia, del hecho que lo envió (${sending.map((type) => `«${eventLabels[type].es}»`).join(', ')}…)`,
  `Number of the notice: the revision, in the history, of the event that sent it (${sending.join(', ')}…)`,
);
const failures = ['bounced', 'unreachable', 'refused', 'other'];
const answers = ['answered', 'acknowledged', 'done', 'not-possible'];

export const noticeSubcommands: StageSubcommands<NoticeCommands> = {
  notifyUser: subcommand(
    'customer-service',
    'Notifica al usuario la respuesta final',
    'Notifies the user of the final word',
    [
      flag(
        'recipient',
        recipients,
        'A quién (si falta: a quien nombra el procedimiento)',
        'Whom (default: the one whom the procedure names)',
      ),
      chosenChannel,
      whenDone('sent-at', 'Cuándo se envió', 'When it was sent'),
      flag(
        'impossible-reason',
        'text',
        'Por qué no se puede restablecer el servicio',
        'Why the service cannot be restored',
        'restorationImpossible.reason',
      ),
      flag(
        'impossible-offer',
        ['compensation', 'cancellation'],
        'Qué se ofrece entonces',
        'What is offered then',
        'restorationImpossible.offer',
      ),
    ],
    ['notify'],
  ),
  recordDelivery: subcommand('customer-service', 'El aviso llegó', 'The notice arrived', [
    notice,
    channel,
    whenDone('delivered-at', 'Cuándo llegó', 'When it arrived'),
    flag(
      'letter-subject',
      'text',
      'Asunto del aviso, como se envió (se cifra)',
      'Subject of the notice as it was sent (sealed)',
      'letter.subject',
    ),
    flag(
      'letter-body',
      'text',
      'Texto del aviso, como se envió (se cifra)',
      'Text of the notice as it was sent (sealed)',
      'letter.body',
    ),
  ]),
  recordDeliveryFailure: subcommand('customer-service', 'El aviso no llegó', 'The notice did not arrive', [
    notice,
    channel,
    needed('reason', failures, 'Por qué no llegó', 'Why it did not arrive'),
    whenDone('failed-at', 'Cuándo falló la entrega', 'When the delivery failed'),
  ]),
  provideAnswer: subcommand(
    'customer-service',
    'Contesta una consulta, sugerencia o trámite',
    'Answers an inquiry, a suggestion or a procedure',
    [
      needed('outcome', answers, 'Qué se le contesta', 'What the answer is'),
      needed('answer', 'text', 'La respuesta (se cifra)', 'The answer (sealed)'),
      chosenChannel,
      whenDone('answered-at', 'Cuándo se contestó', 'When it was answered'),
    ],
    ['answer'],
  ),
  executeCancellation: subcommand(
    'customer-service',
    'La cancelación surtió efecto',
    'The cancellation took effect',
    [
      whenDone('effective-at', 'Desde cuándo surte efecto', 'From when it is in effect'),
      chosenChannel,
      flag(
        'balance',
        'money',
        'Saldo: a cargo, o a favor si es negativo',
        'Balance: owed, or due to the user where negative',
      ),
    ],
  ),
  giveFurtherNotice: subcommand(
    'customer-service',
    'Comunica al usuario lo demás que resultó: cómo terminó, una compensación, un acuerdo, el cumplimiento de una resolución',
    'Tells the user what else came of it: how it ended, a compensation, an agreement, a resolution that was carried out',
    [chosenChannel, whenDone('sent-at', 'Cuándo se envió', 'When it was sent')],
  ),
  rate: subcommand('user', 'El usuario califica la atención', 'The user rates the attention', [
    needed('rating', 'integer', 'De 1 (peor) a 5', 'From 1 (worst) to 5'),
    flag('comment', 'text', 'Comentario (se cifra)', 'Comment (sealed)'),
    ...saidBy,
  ]),
};
