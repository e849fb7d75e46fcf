import { describe, expect, it } from '@jest/globals';
import type { ComplaintEvents } from '../../../src/domain/complaint/events.js';
import { complaintEventTypes } from '../../../src/domain/complaint/evolve.js';
import { certificate, historyFor, historyLine, type HistoryEntry } from '../../../src/domain/texts/index.js';
import { at, filedRequest, hours } from '../../../src/testing/index.js';
import { about, inEnglish, setting } from './people.js';

const entry = <T extends keyof ComplaintEvents>(
  minute: number,
  type: T,
  data: ComplaintEvents[T],
): {
  readonly type: T;
  readonly data: ComplaintEvents[T];
  readonly occurredAt: HistoryEntry['occurredAt'];
} => ({
  type,
  data,
  occurredAt: at(`2026-11-24T06:${String(minute).padStart(2, '0')}:00Z`),
});

const mxn = (amount: number) => ({ amount, currency: 'MXN' });
const window = { from: at('2026-11-25T16:00:00Z'), to: at('2026-11-25T20:00:00Z') };
const amounts = { proportionalRefund: mxn(3_990), bonus: mxn(798) };
const deadline = { clock: 'C-07', cycle: 1, dueAt: hours(24), policy: 'mx@1', calendar: 'mx@1' };

/** One event of every type, with the detail that a user reads of it in Spanish; `null`: a user does not see it. */
const samePerson =
  'intervino la misma persona en la reparación y en la resolución, conforme a las reglas del proveedor';
const decidedAgain = 'decidió quien ya había intervenido, conforme a las reglas del proveedor';
const typed = { corrects: 1, reason: 'recorded-wrongly' } as const;

const everything: readonly (readonly [HistoryEntry, string | null])[] = [
  [entry(0, 'Filed', filedRequest()), 'Se recibió la solicitud (reporte de falla, por teléfono).'],
  [
    entry(0, 'FolioAssigned', { folio: 'CR-000042-7', label: 'folio', assignedAt: hours(0) }),
    'Se le asignó su número (CR-000042-7).',
  ],
  [
    entry(0, 'FolioCommunicated', { channel: 'phone', communicatedAt: hours(0) }),
    'Se dio a conocer el número al usuario (por teléfono).',
  ],
  [
    entry(0, 'AcknowledgementSent', { channel: 'email', sentAt: hours(0) }),
    'Se envió acuse de recibo (por correo electrónico).',
  ],
  [
    entry(0, 'NotAccepted', { reason: 'out-of-scope' }),
    'No se admitió la solicitud (asunto ajeno al proveedor).',
  ],
  [
    entry(0, 'CertificateIssued', { channel: 'in-person', issuedAt: hours(0) }),
    'Se expidió una constancia (en persona).',
  ],
  [entry(0, 'Classified', { severity: 'high' }), null],
  [entry(0, 'ReportConcluded', { outcome: 'attended' }), 'Se concluyó el reporte (se atendió).'],
  [
    entry(0, 'PenaltyDisputed', { amount: mxn(19_900) }),
    'El usuario no aceptó lo que cobró la cancelación ($199.00 MXN).',
  ],
  [
    entry(0, 'PenaltyRuled', { outcome: 'upheld', basis: 'clause-12' }),
    'Se resolvió sobre lo que cobró la cancelación (procedente; fundamento: cláusula 12 del contrato de servicio, sobre cancelación).',
  ],
  [
    entry(0, 'RepresentativeAccredited', {
      representative: 'p-1',
      represents: 's-1',
      capacity: 'attorney-in-fact',
      mayWithdraw: false,
    }),
    'Se acreditó un representante (apoderado).',
  ],
  [
    entry(0, 'RepresentativeRevoked', { representative: 'p-1', represents: 's-1', reason: 'revoked' }),
    'Terminó una representación (la parte lo revocó).',
  ],
  [
    entry(0, 'Reclassified', { from: 'fault', kind: 'inquiry', subject: 'contract' }),
    'Cambió el tipo de solicitud (consulta).',
  ],
  [
    entry(0, 'RoutedToArea', { area: 'area-9', purpose: 'conciliation' }),
    'Se turnó al área competente (conciliación).',
  ],
  [
    entry(0, 'ReroutedToArea', { from: 'area-9', area: 'area-8', purpose: 'repair' }),
    'Se turnó a otra área (reparaciones).',
  ],
  [entry(0, 'LinkedTo', { other: 'CR-000001-1', relationship: 'repeat' }), null],
  [entry(0, 'MassOutageLinked', { outage: 'mo-1' }), 'Se relacionó con una falla general.'],
  [
    entry(0, 'TechnicianAssigned', { technician: 'rt-1', owner: 'cs-1', reason: 'first' }),
    'Se asignó un responsable técnico.',
  ],
  [entry(0, 'CaseReassigned', { owner: 'cs-2' }), null],
  [entry(0, 'CaseTaken', { role: 'billing', holder: 'bi-1' }), null],
  [entry(0, 'CaseGivenBack', { role: 'billing', holder: 'bi-1' }), null],
  [
    entry(0, 'ContactMade', { direction: 'to-user', channel: 'messaging', contactedAt: hours(0) }),
    'Hubo contacto con el usuario: por mensaje (WhatsApp).',
  ],
  [entry(0, 'InformationRequested', { request: 1 }), 'Se pidió información al usuario.'],
  [entry(0, 'InformationReceived', { requests: [1] }), 'Se recibió información del usuario.'],
  [entry(0, 'PutOnHold', { reason: 'parts' }), 'Se puso en espera (en espera de refacciones).'],
  [entry(0, 'Resumed', { reason: 'parts' }), 'Se reanudó.'],
  [entry(0, 'NoteAdded', { visibility: 'user' }), 'Se agregó una nota.'],
  [entry(0, 'NoteAdded', { visibility: 'staff' }), null],
  [
    entry(0, 'EvidenceAttached', {
      attachment: { sha256: 'a'.repeat(64), mediaType: 'image/png', size: 1, personal: true },
    }),
    'Se agregó un archivo.',
  ],
  [entry(0, 'WorkOrderOpened', { workOrder: 'wo-1' }), 'Se abrió una orden de trabajo.'],
  [
    entry(0, 'VisitRequested', { visit: 1, purpose: 'equipment' }),
    'Se pidió una visita (entrega o retiro de equipo).',
  ],
  [
    entry(0, 'VisitScheduled', { visit: 1, visitor: 'rt-1', window, purpose: 'repair' }),
    'Se programó una visita (miércoles 25 de noviembre de 2026, de 10:00 a 14:00 h).',
  ],
  [
    entry(0, 'VisitNotified', { visit: 1, channel: 'phone', notifiedAt: hours(0) }),
    'Se avisó de la visita al usuario (por teléfono).',
  ],
  [
    entry(0, 'VisitRescheduled', { visit: 1, visitor: 'rt-1', window, by: 'user' }),
    'Se cambió el horario de la visita (miércoles 25 de noviembre de 2026, de 10:00 a 14:00 h).',
  ],
  [entry(0, 'VisitCompleted', { visit: 1, startedAt: hours(0), endedAt: hours(1) }), 'Se realizó la visita.'],
  [
    entry(0, 'VisitFailed', { visit: 1, reason: 'no-access', failedAt: hours(0) }),
    'No se pudo realizar la visita (sin acceso al domicilio).',
  ],
  [entry(0, 'VisitCancelled', { visit: 1, by: 'user' }), 'Se canceló la visita (a petición del usuario).'],
  [entry(0, 'VisitCancelled', { visit: 1, by: 'provider' }), 'Se canceló la visita (por el proveedor).'],
  [
    entry(0, 'CauseVerified', { causes: ['cut-fibre', 'x-y'], faultFound: true, attribution: 'provider' }),
    'Se verificaron las causas (fibra cortada; causa registrada sin nombre).',
  ],
  [
    entry(0, 'Repaired', { action: 'spliced', atHome: false, restoredAt: hours(0) }),
    'Se corrigió la falla (se empalmó la fibra).',
  ],
  [
    entry(0, 'RepairReported', { outcome: 'repaired' }),
    'El responsable técnico informó a Servicio al Cliente (falla corregida).',
  ],
  [
    entry(0, 'RestorationConfirmationRequested', { requestedAt: hours(0) }),
    'Se pidió al usuario confirmar el restablecimiento.',
  ],
  [
    entry(0, 'RestorationConfirmed', { by: 'measurement', confirmedAt: hours(0) }),
    'Se confirmó el restablecimiento (lo confirmó una medición).',
  ],
  [entry(0, 'RestorationDisputed', { disputedAt: hours(0) }), 'El usuario indicó que la falla sigue.'],
  [
    entry(0, 'Ruled', { outcome: 'dismissed', basis: 'x', cause: 1, policy: 'mx', policyVersion: 1 }),
    'Se resolvió la solicitud (improcedente; fundamento: x).',
  ],
  [
    entry(0, 'ConciliationRecorded', { outcome: 'agreed' }),
    'Se llevó a cabo la conciliación (hubo acuerdo).',
  ],
  [
    entry(0, 'CompensationAssessed', {
      ...amounts,
      affected: { from: hours(0), to: hours(1) },
      price: mxn(39_900),
      periodDays: 30,
    }),
    'Se calculó la compensación ($47.88 MXN).',
  ],
  [
    entry(0, 'CompensationGranted', { ...amounts, reason: 'goodwill' }),
    'Se otorgó la compensación ($47.88 MXN, como cortesía).',
  ],
  [entry(0, 'CompensationCredited', { creditedAt: hours(0) }), 'Se acreditó la compensación.'],
  [
    entry(0, 'CompensationCredited', { creditedAt: hours(0), reason: 'balance' }),
    'Se acreditó la compensación (saldo de la cancelación).',
  ],
  [
    entry(0, 'UserNotified', {
      folio: 'x',
      causes: [],
      cause: 1,
      outcome: 'upheld',
      ruling: 2,
      restoration: 'confirmed',
      recipient: 'subscriber',
      channel: 'web',
      sentAt: hours(0),
    }),
    'Se notificó el resultado al usuario (procedente, por nuestra página web).',
  ],
  [
    entry(0, 'NotificationDelivered', { notice: 1, final: true, channel: 'post', deliveredAt: hours(0) }),
    'Se comprobó la entrega de un aviso (por correo postal).',
  ],
  [
    entry(0, 'NotificationFailed', {
      notice: 1,
      final: true,
      channel: 'post',
      failedAt: hours(0),
      reason: 'bounced',
    }),
    'No se pudo entregar un aviso (el mensaje fue devuelto).',
  ],
  [
    entry(0, 'AnswerProvided', { channel: 'phone', answeredAt: hours(0), outcome: 'answered' }),
    'Se contestó al usuario (por teléfono).',
  ],
  [
    entry(0, 'CancellationExecuted', { folio: 'x', effectiveAt: window.from, channel: 'phone' }),
    'Se ejecutó la cancelación (surte efecto el 25 de noviembre de 2026, 10:00 h).',
  ],
  [
    entry(0, 'FurtherNoticeGiven', { about: ['ending'], channel: 'email', sentAt: hours(0) }),
    'Se comunicó al usuario lo que resultó (cómo terminó; por correo electrónico).',
  ],
  [
    entry(0, 'FurtherNoticeGiven', {
      about: ['compensation', 'arco'],
      channel: 'messaging',
      sentAt: hours(0),
    }),
    'Se comunicó al usuario lo que resultó: compensación, lo que pidió sobre sus datos; por mensaje (WhatsApp).',
  ],
  [
    entry(0, 'ResolutionCarriedOut', { authority: 'PROFECO', reference: 'PFC-1', carriedOutAt: hours(0) }),
    'Se cumplió lo resuelto o acordado ante la autoridad (PFC-1).',
  ],
  [
    entry(0, 'AgreementCarriedOut', { conciliation: 3, carriedOutAt: hours(0) }),
    'Se cumplió lo acordado en la conciliación.',
  ],
  [entry(0, 'SatisfactionRated', { rating: 4 }), 'El usuario calificó la atención (4/5).'],
  [entry(0, 'SuspensionCured', { curedAt: hours(0) }), 'Se resolvió la causa de la suspensión.'],
  [entry(0, 'Reconnected', { reconnectedAt: hours(0), physical: true }), 'Se reconectó el servicio.'],
  [
    entry(0, 'Escalated', { level: 3, trigger: 'time', target: 'someone' }),
    'La solicitud subió de nivel (dirección).',
  ],
  [entry(0, 'ReopeningDeclined', { nextInstance: 'PROFECO' }), 'Se negó la reapertura (PROFECO).'],
  [
    entry(0, 'ReopeningDeclined', { nextInstance: 'PROFECO', exception: 'separation-of-duties' }),
    'Se negó la reapertura (PROFECO; decidió quien ya había intervenido, conforme a las reglas del proveedor).',
  ],
  [
    entry(0, 'AuthorityProceedingOpened', { authority: 'PROFECO', reference: 'PFC-1' }),
    'Se abrió un expediente ante la autoridad (PROFECO, PFC-1).',
  ],
  [
    entry(0, 'AuthorityRequirementReceived', {
      authority: 'PROFECO',
      requirement: 1,
      reference: 'PFC-1',
      dueAt: hours(9),
    }),
    'Se recibió un requerimiento de la autoridad (PFC-1).',
  ],
  [
    entry(0, 'AuthorityRequirementAnswered', {
      authority: 'PROFECO',
      reference: 'PFC-1',
      requirement: 1,
      answeredAt: hours(9),
    }),
    'Se respondió a la autoridad (PFC-1).',
  ],
  [
    entry(0, 'AuthorityHearingSet', { authority: 'PROFECO', reference: 'PFC-1', hearingAt: window.from }),
    'Se fijó la fecha de la audiencia (25 de noviembre de 2026, 10:00 h).',
  ],
  [
    entry(0, 'AuthorityHearingHeld', { authority: 'PROFECO', reference: 'PFC-1', heldAt: hours(9) }),
    'Se celebró la audiencia (PFC-1).',
  ],
  [
    entry(0, 'AuthorityResolved', { authority: 'PROFECO', reference: 'PFC-1', outcome: 'for-user' }),
    'La autoridad resolvió (a favor del usuario).',
  ],
  [entry(0, 'LegalHoldPlaced', { hold: 'lh-1', basis: 'x' }), null],
  [entry(0, 'LegalHoldLifted', { hold: 'lh-1' }), null],
  [entry(0, 'ArcoRequested', { right: 'access' }), 'El usuario ejerció un derecho sobre sus datos (acceso).'],
  [
    entry(0, 'ArcoAnswered', { request: 1, outcome: 'refused', answeredAt: at('2026-11-24T15:00:00Z') }),
    'Se respondió lo que el usuario pidió sobre sus datos (no procede).',
  ],
  [entry(0, 'SlaWarned', { ...deadline, percent: 80 }), null],
  [entry(0, 'SlaBreached', deadline), 'Venció un plazo sin cumplirse.'],
  [entry(0, 'StaffAlerted', { ...deadline, act: 'breach', upTo: 1 }), null],
  [
    entry(0, 'ClocksRecomputed', { policy: 'mx', policyVersion: 2, calendars: [], reason: 'correction' }),
    'Se calcularon de nuevo los plazos.',
  ],
  [
    entry(0, 'NothingDue', { of: 'compensation', reason: 'service-not-affected' }),
    'Se razonó que nada se debe al usuario (el servicio no se vio afectado).',
  ],
  [entry(0, 'Withdrawn', { reason: 'no-longer-wanted' }), 'El usuario desistió (ya no lo desea).'],
  [
    entry(0, 'Lapsed', { reason: 'no-answer' }),
    'Concluyó por falta de seguimiento del usuario (el usuario no contestó).',
  ],
  [
    entry(0, 'MarkedDuplicate', { of: 'CR-000001-1', toldTo: ['s-1'] }),
    'Se marcó como duplicada (CR-000001-1).',
  ],
  [entry(0, 'MarkedDuplicate', { of: '', toldTo: [] }), 'Se marcó como duplicada.'],
  [entry(0, 'Closed', { reason: 'notified' }), 'Se cerró la solicitud (se notificó al usuario).'],
  [entry(0, 'Reopened', { cycle: 2, reason: 'fault-persists' }), 'Se reabrió la solicitud (la falla sigue).'],
  [
    entry(0, 'RulingCorrected', { ...typed, outcome: 'upheld', basis: 'x', cause: 3 }),
    'Se corrigió la resolución registrada (procedente; fundamento: x; se había registrado mal).',
  ],
  [
    entry(0, 'RulingCorrected', {
      ...typed,
      outcome: 'upheld',
      basis: 'x',
      cause: 3,
      exception: 'separation-of-duties',
    }),
    `Se corrigió la resolución registrada (procedente; fundamento: x; se había registrado mal; ${decidedAgain}).`,
  ],
  [
    entry(0, 'Repaired', {
      action: 'spliced',
      atHome: false,
      restoredAt: hours(0),
      exception: 'separation-of-duties',
    }),
    `Se corrigió la falla (se empalmó la fibra; ${samePerson}).`,
  ],
  [
    entry(0, 'Ruled', {
      outcome: 'dismissed',
      basis: 'x',
      cause: 3,
      policy: 'x',
      policyVersion: 1,
      exception: 'separation-of-duties',
    }),
    `Se resolvió la solicitud (improcedente; fundamento: x; ${decidedAgain}).`,
  ],
  [
    entry(0, 'PenaltyRuled', { outcome: 'dismissed', basis: 'clause-12', exception: 'separation-of-duties' }),
    `Se resolvió sobre lo que cobró la cancelación (improcedente; fundamento: cláusula 12 del contrato de servicio, sobre cancelación; ${decidedAgain}).`,
  ],
  [
    entry(0, 'AnswerProvided', { channel: 'web', answeredAt: hours(0), outcome: 'not-possible' }),
    'Se contestó al usuario (no fue posible, por nuestra página web).',
  ],
  [
    entry(0, 'StatementReceived', { kind: 'second-report', channel: 'web', statedAt: hours(0) }),
    'El usuario manifestó algo más (reportó lo mismo otra vez, por nuestra página web).',
  ],
  [
    entry(0, 'VisitCompleted', { visit: 1, startedAt: hours(0), endedAt: hours(0), unannounced: true }),
    'Se realizó la visita (sin aviso previo al usuario).',
  ],
  [
    entry(0, 'CauseCorrected', {
      corrects: 1,
      reason: 'learned-later',
      causes: ['cut-fibre', 'storm'],
      faultFound: true,
      attribution: 'provider',
    }),
    'Se corrigieron las causas registradas (fibra cortada; tormenta; se supo después).',
  ],
  [
    entry(0, 'RestorationCorrected', { ...typed, restoredAt: hours(24) }),
    'Se corrigió la hora del restablecimiento (3 de marzo de 2026, 09:00 h; se había registrado mal).',
  ],
  [
    entry(0, 'CompensationCorrected', {
      ...typed,
      proportionalRefund: { amount: 3_990, currency: 'MXN' },
      bonus: { amount: 798, currency: 'MXN' },
    }),
    'Se corrigió la compensación registrada ($47.88 MXN; se había registrado mal).',
  ],
  [
    entry(0, 'CreditCorrected', { ...typed, of: 'goodwill', credited: true, creditedAt: hours(24) }),
    'Se corrigió el abono registrado (3 de marzo de 2026, 09:00 h; se había registrado mal).',
  ],
  [
    entry(0, 'CreditCorrected', { ...typed, of: 'goodwill', credited: false }),
    'Se corrigió el abono registrado (no se había acreditado; se había registrado mal).',
  ],
  [
    entry(0, 'CancellationCorrected', { ...typed, effectiveAt: hours(24), channel: 'email' }),
    'Se corrigió la cancelación registrada (surte efecto el 3 de marzo de 2026, 09:00 h; se había registrado mal).',
  ],
  [
    entry(0, 'ResolutionCorrected', {
      ...typed,
      authority: 'PROFECO',
      reference: 'PFC-1',
      outcome: 'for-user',
      resolvedAt: hours(24),
    }),
    'Se corrigió lo registrado de una resolución de la autoridad (a favor del usuario; se había registrado mal).',
  ],
  [
    entry(0, 'ConciliationCorrected', { ...typed, outcome: 'not-agreed' }),
    'Se corrigió lo registrado de una conciliación (no hubo acuerdo; se había registrado mal).',
  ],
  [
    entry(0, 'DeliveryCorrected', { ...typed, from: 4, notice: 4, delivered: false, final: true }),
    'Se corrigió lo registrado de una entrega (no se había entregado; se había registrado mal).',
  ],
  [
    entry(0, 'DeliveryCorrected', {
      ...typed,
      from: 4,
      notice: 5,
      delivered: true,
      final: true,
      channel: 'email',
      deliveredAt: hours(24),
    }),
    'Se corrigió lo registrado de una entrega (3 de marzo de 2026, 09:00 h; se había registrado mal).',
  ],
  [
    entry(0, 'VisitCorrected', { ...typed, visit: 1, outcome: 'completed', endedAt: hours(24) }),
    'Se corrigió lo registrado de una visita (se realizó, 3 de marzo de 2026, 09:00 h; se había registrado mal).',
  ],
  [
    entry(0, 'VisitCorrected', { ...typed, visit: 1, outcome: 'user-absent', endedAt: hours(24) }),
    'Se corrigió lo registrado de una visita (usuario ausente, 3 de marzo de 2026, 09:00 h; se había registrado mal).',
  ],
  [
    entry(0, 'TechnicianCorrected', { ...typed, from: 'rt-1', technician: 'rt-2' }),
    'Se corrigió el responsable técnico registrado (se había registrado mal).',
  ],
  [
    entry(0, 'MassOutageCorrected', { ...typed, from: 'mo-1' }),
    'Se corrigió la falla general con la que se relacionó (se había registrado mal).',
  ],
  [
    entry(0, 'DuplicateCorrected', { ...typed, from: 'CR-000001-1', of: 'CR-000002-8', toldTo: [] }),
    'Se corrigió de cuál solicitud es duplicada (CR-000002-8; se había registrado mal).',
  ],
  [
    entry(0, 'DuplicateCorrected', { ...typed, from: '', of: '', toldTo: [] }),
    'Se corrigió de cuál solicitud es duplicada (se había registrado mal).',
  ],
];

const zone = 'America/Mexico_City';

describe('A correction in the history (O-34)', () => {
  it('says when it was made, beside the time of what it corrects', () => {
    const event = entry(0, 'RulingCorrected', {
      ...typed,
      outcome: 'upheld',
      basis: 'Cláusula 3.',
      cause: 3,
    });
    const recordedAt = at('2026-11-26T16:12:00Z');
    expect(historyFor([{ ...event, recordedAt }], zone, 'es')).toEqual([
      '- 24 de noviembre de 2026, 00:00 h: Se corrigió la resolución registrada (procedente; fundamento: Cláusula 3; se había registrado mal; corregido el 26 de noviembre de 2026, 10:12 h).',
    ]);
    expect(historyFor([{ ...event, recordedAt }], zone, 'en')).toEqual([
      '- 24 November 2026, 00:00: The recorded ruling was corrected (upheld; basis: Cláusula 3; it had been recorded wrongly; corrected on 26 November 2026, 10:12).',
    ]);
  });
});

describe('A withdrawal in the history (O-34)', () => {
  it.each([
    [{ kind: 'user' }, 'El usuario desistió', 'The user withdrew the request'],
    [
      { kind: 'reporter' },
      'Desistió quien presentó la solicitud',
      'The one who filed the request withdrew it',
    ],
    [
      { kind: 'representative', capacity: 'attorney-in-fact' },
      'Desistió, en nombre del usuario, quien le representa, como apoderado',
      'The user’s representative withdrew the request, as attorney-in-fact',
    ],
    [
      { kind: 'representative', capacity: 'other' },
      'Desistió, en nombre del usuario, quien le representa',
      'The user’s representative withdrew the request',
    ],
  ] as const)('says whose it was, and in what capacity: %j', (by, es, en) => {
    const event = { ...entry(0, 'Withdrawn', { reason: 'no-longer-wanted' }), by };
    expect(historyFor([event], zone, 'es')).toEqual([
      `- 24 de noviembre de 2026, 00:00 h: ${es} (ya no lo desea).`,
    ]);
    expect(historyFor([event], zone, 'en').join('')).toContain(`: ${en} (`);
  });

  it('tells what was given up by it', () => {
    const event = entry(0, 'Withdrawn', {
      reason: 'no-longer-wanted',
      waives: ['compensation', 'agreement'],
    });
    expect(historyFor([event], zone, 'es')).toEqual([
      '- 24 de noviembre de 2026, 00:00 h: El usuario desistió (ya no lo desea; con renuncia a: compensación, acuerdo).',
    ]);
  });
});

describe('A user reads the history of their own request (O-34, O-35)', () => {
  it.each(everything.map(([event, expected]) => [event.type, event, expected] as const))(
    '%s',
    (_type, event, expected) => {
      const lines = historyFor([event], zone, 'es');
      expect(lines).toEqual(expected === null ? [] : [`- 24 de noviembre de 2026, 00:00 h: ${expected}`]);
    },
  );

  it('which knows every type of event', () => {
    expect([...new Set(everything.map(([{ type }]) => type))].sort()).toEqual(
      [...complaintEventTypes].sort(),
    );
  });

  it('without the pseudonyms of those who work on it, in either language', () => {
    for (const language of ['es', 'en'] as const)
      for (const [event] of everything)
        expect(historyLine(event, zone, language)).not.toMatch(/rt-1|cs-\d|area-\d|someone|wo-1|mo-1|lh-1/u);
  });

  it('in the order in which it happened', () => {
    const lines = historyFor(
      [
        entry(9, 'Resumed', { reason: 'parts' }),
        entry(5, 'PutOnHold', { reason: 'parts' }),
        entry(5, 'MassOutageLinked', { outage: 'mo-1' }),
      ],
      zone,
      'en',
    );
    expect(lines).toEqual([
      '- 24 November 2026, 00:05: It was put on hold (waiting for parts).',
      '- 24 November 2026, 00:05: It was linked to a mass outage.',
      '- 24 November 2026, 00:09: It was resumed.',
    ]);
  });

  it('with what was said there, or a neutral word for it', () => {
    const note = { ...entry(0, 'NoteAdded', { visibility: 'user' }) };
    expect(historyLine({ ...note, said: 'Llamé.\n- 1 de enero: nada.' }, zone, 'es')).toBe(
      '- 24 de noviembre de 2026, 00:00 h: Se agregó una nota.\n  Llamé.\n  - 1 de enero: nada.',
    );
    expect(historyLine({ ...note, said: null }, zone, 'es')).toBe(
      '- 24 de noviembre de 2026, 00:00 h: Se agregó una nota.\n  (texto suprimido para proteger datos personales)',
    );
  });

  it('a user does not read what the staff notes for itself', () => {
    const notes = (visibility: 'staff' | 'user') =>
      historyFor([entry(0, 'NoteAdded', { visibility })], zone, 'es');
    expect(notes('staff')).toEqual([]);
    expect(notes('user')).toHaveLength(1);
  });
});

const given = {
  ...about,
  subject: 'service',
  defect: 'failure',
  channel: 'phone',
  status: 'inProgress',
  contract: 'ct-1',
  subscriber: 'María López',
  reporter: 'Luis López',
  description: 'No hay servicio.\nDesde ayer.',
  history: [
    entry(45, 'Filed', filedRequest()),
    entry(45, 'FolioAssigned', {
      folio: 'CR-000042-7',
      label: 'número de seguimiento',
      assignedAt: hours(0),
    }),
    entry(46, 'Classified', { severity: 'high' }),
    { ...entry(47, 'InformationRequested', { request: 1 }), said: '¿Qué luces ve?' },
  ],
  issuedAt: at('2026-12-01T18:00:00Z'),
} as const;

describe('A certificate of the request [CARTA n.23]', () => {
  it('has all that a user may see, subscriber and reporter apart (O-36)', () => {
    expect(certificate(setting(), given)).toEqual({
      subject: 'Constancia de su reporte de falla. Número de seguimiento: CR-000042-7',
      body: `CONSTANCIA

Proveedor: Conectared
Número de seguimiento: CR-000042-7
Tipo de solicitud: reporte de falla (servicio, falla)
Suscriptor: María López
Reportó: Luis López
Contrato: ct-1
Recibida: 24 de noviembre de 2026, 00:45 h, por teléfono
Estado: en trámite

Solicitud:
  No hay servicio.
  Desde ayer.

Historia:
- 24 de noviembre de 2026, 00:45 h: Se recibió la solicitud (reporte de falla, por teléfono).
- 24 de noviembre de 2026, 00:45 h: Se le asignó su número (CR-000042-7).
- 24 de noviembre de 2026, 00:47 h: Se pidió información al usuario.
  ¿Qué luces ve?

Las horas corresponden a la hora del centro.

La expide Centro de Servicio al Cliente, Conectared, el 1 de diciembre de 2026, 12:00 h. El usuario tiene derecho a recibir constancia de cada reclamación, solicitud, gestión o incidencia.`,
    });
  });

  it('a certificate stands without what was erased', () => {
    const less = { ...given, contract: undefined, defect: undefined, reporter: undefined };
    expect(certificate(inEnglish, { ...less, subscriber: null, description: null, history: [] })).toEqual({
      subject: 'Certificate of your fault report. Folio number: CR-000042-7',
      body: `CERTIFICATE

Provider: Emenet
Folio number: CR-000042-7
Kind of request: fault report (service)
Subscriber: (text erased to protect personal data)
Received: 24 November 2026, 00:45, by phone
Status: in progress

Request:
  (text erased to protect personal data)

History:

Times are central Mexico time.

Issued by Customer Service Area, Emenet on 1 December 2026, 12:00. The user has a right to a certificate of every claim, request, step or incident.`,
    });
  });

  it('says of no remedy that one is asked for where that cannot be read: with what was sealed, it may not be there', () => {
    const withheld = { withheld: true } as const;
    for (const remedySought of [withheld, null, { unreadable: 'key-missing' }] as const) {
      const { body } = certificate(setting(), { ...given, description: withheld, remedySought });
      expect(body).toContain(
        'Solicitud:\n  (reservado a las partes y a quienes atienden la solicitud)\n\nHistoria:',
      );
      expect(body).not.toContain('Lo que pide');
    }
    const { body } = certificate(setting(), { ...given, remedySought: 'Que lo reparen.' });
    expect(body).toContain('Lo que pide:\n  Que lo reparen.');
  });

  it('names no subject where none of the list is meant', () => {
    const other = { ...given, kind: 'inquiry', subject: 'other', defect: undefined } as const;
    expect(certificate(setting(), other).body).toContain('\nTipo de solicitud: consulta\n');
    expect(certificate(inEnglish, other).body).toContain('\nKind of request: inquiry\n');
  });

  it('in which the user’s own words cannot pass for ours', () => {
    const description = 'x\n\nEstado: cerrada\nHistoria:\n- Se pagó.\u001b[2J';
    const { body } = certificate(setting(), { ...given, description, subscriber: 'A\nEstado: cerrada' });
    expect(body.split('\n').filter((line) => /^(Estado|Historia|- Se)/u.test(line))).toEqual([
      'Estado: en trámite',
      'Historia:',
    ]);
    expect(body).not.toContain('\u001b');
  });
});
