import { accept, reject } from '../../kernel/decision.js';
import type { Recorded } from '../../kernel/message.js';
import { compensationOwed } from '../compensation/affected-period.js';
import type { ComplaintContext } from '../context.js';
import type { Facets } from '../facets.js';
import { freshDetails, freshFacets } from '../fresh-start.js';
import { firstOf } from '../guards.js';
import { onRecord } from '../on-record.js';
import { noHolders } from '../follow-up/holders.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { Ending } from '../vocabulary.js';
import type { EndingCommands, EndingEvents } from './messages.js';
import { reopeningUntil } from './reopening-window.js';

/** What an authority looks into is not ended by the provider (I-17). The user may still withdraw. */
const beforeAnAuthority = ({ facets, folio }: FiledComplaint) =>
  facets.proceedings > 0 ? reject('proceeding-open', { folio }) : null;

const nothingUnanswered = (
  reason: EndingCommands['lapse']['reason'],
  { facets: { openRequests, restoration, visit }, folio }: FiledComplaint,
) => {
  const unanswered =
    reason === 'no-access' ? visit === 'failed' : openRequests > 0 || restoration === 'requested';
  return unanswered ? null : reject('nothing-unanswered', { folio });
};

/** What was contested within the window may be reopened after it. */
const tooLate = (complaint: FiledComplaint, { occurredAt }: ComplaintContext) => {
  const until = complaint.facets.contested ? null : reopeningUntil(complaint);
  return until !== null && occurredAt > until
    ? reject('reopening-window-over', { folio: complaint.folio, until })
    : null;
};

const ends = (ending: Ending) => ({
  card: (_data: unknown, _card: unknown, { occurredAt }: Pick<Recorded, 'occurredAt'>) => ({
    facets: { ending },
    endedAt: occurredAt,
  }),
});

/** The technical lead stays in charge through a reopening. */
const diagnosisAgain = ({ diagnosis, track }: Facets): Facets['diagnosis'] => {
  const byTechnician = track !== null && tracks[track].causeBy === 'technical-lead';
  return diagnosis === 'assigned' || (diagnosis === 'verified' && byTechnician) ? 'assigned' : 'none';
};

export const ending = defineStage<EndingEvents, EndingCommands>()({
  events: {
    Withdrawn: { explanation: 'subscriber' },
    Lapsed: {},
    MarkedDuplicate: {},
    Closed: {},
    Reopened: { explanation: 'subscriber' },
  },
  commands: {
    withdraw: ['user', 'customer-service'],
    lapse: ['system', 'customer-service'],
    markDuplicate: ['customer-service'],
    close: ['customer-service', 'system'],
    reopen: ['user', 'customer-service'],
  },
  decide: {
    withdraw: ({ reason, explanation }, { filing }) =>
      accept({ type: 'Withdrawn', data: { reason }, personal: { [filing.subscriber]: { explanation } } }),

    lapse: (data, complaint) =>
      firstOf(beforeAnAuthority(complaint), nothingUnanswered(data.reason, complaint)) ??
      accept({ type: 'Lapsed', data }),

    markDuplicate: (data, complaint) =>
      data.of === complaint.folio
        ? reject('duplicate-of-itself', { folio: complaint.folio })
        : (beforeAnAuthority(complaint) ?? accept({ type: 'MarkedDuplicate', data })),

    /** Only after the final word (I-12), the compensation that is due (I-16) and any proceeding (I-17). */
    close: (_none, complaint, { occurredAt }) => {
      const { facets, finalWord, folio } = complaint;
      if (finalWord === null) return reject('no-final-word', { folio });
      if (facets.final === 'failed') return reject('final-word-not-arrived', { folio });
      const refusal = beforeAnAuthority(complaint);
      if (refusal !== null) return refusal;
      if (compensationOwed(complaint, occurredAt)) return reject('compensation-not-granted', { folio });
      return accept({ type: 'Closed', data: { reason: finalWord.reason } });
    },

    /**
     * From any end within the window of the recorded terms (C-22), and from a ruling or a final word before closing.
     * What ended as a duplicate or was not accepted comes back only where that was a mistake.
     */
    reopen: ({ reason, explanation }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      const { ending } = facets;
      if (ending === 'open' && facets.final === 'none' && facets.ruling === 'none')
        return reject('nothing-to-reopen', { folio });
      const neverWorkedOn = ending === 'duplicate' || ending === 'not-accepted';
      if (neverWorkedOn && reason !== 'closed-by-mistake')
        return reject('only-by-mistake', { folio, ending });
      return (
        tooLate(complaint, context) ??
        accept({
          type: 'Reopened',
          data: { cycle: facets.cycle + 1, reason },
          personal: { [filing.subscriber]: { explanation } },
        })
      );
    },
  },
  evolve: {
    Withdrawn: ends('withdrawn'),
    Lapsed: ends('lapsed'),
    MarkedDuplicate: {
      card: ends('duplicate').card,
      details: ({ of }, _state, recorded) => ({ duplicate: { of, ...onRecord(recorded) } }),
    },
    Closed: ends('closed'),
    /** Every pause ended with the cycle before (I-15). Work begins anew, but for what a correction left standing. */
    Reopened: {
      card: ({ cycle, reason }, { facets, requests }) => ({
        facets: {
          ...(reason === 'corrected' ? {} : { ...freshFacets, diagnosis: diagnosisAgain(facets) }),
          openRequests: 0,
          hold: null,
          escalation: 0,
          contested: false,
          ending: 'open',
          cycle,
        },
        requests: { ...requests, open: [] },
        escalationDueAt: null,
        holders: noHolders,
        endedAt: null,
      }),
      details: ({ reason }) => ({
        ...(reason === 'corrected' ? {} : freshDetails),
        duplicate: null,
        rated: false,
      }),
    },
  },
  refusals: {
    'nothing-unanswered': {
      kind: 'rule',
      es: 'El usuario no debe ninguna respuesta ni acceso en {folio}.',
      en: 'The user owes no answer and no access in {folio}.',
    },
    'proceeding-open': {
      kind: 'rule',
      es: 'La solicitud {folio} no puede terminarse mientras la conoce una autoridad.',
      en: 'Request {folio} may not be ended while it is before an authority.',
    },
    'final-word-not-arrived': {
      kind: 'rule',
      es: 'La respuesta final de {folio} no llegó al usuario; debe enviarse de nuevo antes de cerrar.',
      en: 'The final word on {folio} did not reach the user; it must be sent again before closing.',
    },
    'nothing-to-reopen': {
      kind: 'rule',
      es: 'La solicitud {folio} sigue en trámite: no hay nada que reabrir.',
      en: 'Request {folio} is still being worked on: there is nothing to reopen.',
    },
    'only-by-mistake': {
      kind: 'rule',
      es: 'La solicitud {folio} terminó como «{ending}»; sólo se reabre si eso fue un error.',
      en: 'Request {folio} ended as "{ending}"; it is reopened only where that was a mistake.',
    },
    'reopening-window-over': {
      kind: 'rule',
      es: 'El plazo para reabrir la solicitud {folio} terminó el {until}.',
      en: 'The time to reopen request {folio} ended on {until}.',
    },
    'compensation-not-granted': {
      kind: 'rule',
      es: 'No puede cerrarse {folio} sin otorgar la compensación que corresponde al usuario.',
      en: 'Request {folio} may not be closed before the compensation due to the user is granted.',
    },
  },
});
