import { reject } from '../../kernel/decision.js';
import type { RefusalTable } from '../../kernel/refusal.js';
import { onRecord } from '../on-record.js';
import { proven } from '../unproven.js';
import type { NoticeEvents } from './messages.js';
import type { Recorded } from '../../kernel/message.js';
import type { ComplaintState, Delivery, FiledComplaint, Unproven } from '../state.js';

/** What stands against saying the final word again, and against a proof of delivery. */
export const deliveryRefusals = {
  'final-word-sent': {
    kind: 'rule',
    es: 'El usuario ya recibió la respuesta final de {folio}; para seguir hay que reabrirla.',
    en: 'The user has had the final word on {folio}; to go on, reopen it.',
  },
  'no-such-notice': {
    kind: 'not-found',
    es: 'En {folio} no hay ningún aviso con el número {notice}; los números de sus avisos: {known}.',
    en: 'There is no notice of number {notice} in {folio}; the numbers of its notices: {known}.',
  },
  'already-delivered': {
    kind: 'rule',
    es: 'La entrega del aviso {notice} de {folio} ya está probada.',
    en: 'The delivery of notice {notice} of {folio} is already proven.',
  },
} as const satisfies RefusalTable;

/** A proof names a notice that was sent. */
export const unknownNotice = (notice: number, { sent, folio }: FiledComplaint) =>
  sent.includes(notice) ? null : reject('no-such-notice', { folio, notice, known: sent });

/** Whether a notice is the final word. */
export const isFinal = (notice: number, { finalWord }: Pick<ComplaintState, 'finalWord'>): boolean =>
  finalWord?.revision === notice;

/** The final word is delivered once. */
export const deliveredBefore = (notice: number, complaint: FiledComplaint) =>
  isFinal(notice, complaint) && complaint.facets.final === 'delivered'
    ? reject('already-delivered', { folio: complaint.folio, notice })
    : null;

/** What a proof settles: it is unsettled where the proof turns out to be none. */
export const settledBy = (
  notice: number,
  { unproven, unreached, finalWord, facets }: ComplaintState,
): Pick<Delivery, 'told' | 'finalBefore'> => {
  const told: Unproven | undefined = unproven[notice];
  const stood = facets.final === 'failed' ? ('failed' as const) : ('sent' as const);
  return {
    ...(told !== undefined && { told }),
    ...(isFinal(notice, { finalWord }) && { finalBefore: { stood, unreached } }),
  };
};

/** The state once a notice is proven to have arrived. */
export const onceDelivered = (
  { notice, final, channel, deliveredAt }: NoticeEvents['NotificationDelivered'],
  state: ComplaintState,
  recorded: Recorded,
): Partial<Pick<ComplaintState, 'unreached' | 'unproven' | 'deliveries'>> => ({
  ...(final && { unreached: [] }),
  ...proven(notice, state),
  deliveries: [
    ...state.deliveries,
    {
      delivery: recorded.revision,
      notice,
      channel,
      deliveredAt,
      ...settledBy(notice, state),
      ...onRecord(recorded),
    },
  ],
});
