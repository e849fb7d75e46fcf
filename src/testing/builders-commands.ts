import type { ComplaintCommands, ComplaintCommandType } from '../domain/complaint/commands.js';
import { folio } from './builders-events.js';
import { hours } from './builders-times.js';

/** A command with the data it usually has; the specification says what is different. */
const usually =
  <C extends ComplaintCommandType>(type: C, usual: ComplaintCommands[C]) =>
  (over: Partial<ComplaintCommands[C]> = {}): { readonly type: C; readonly data: ComplaintCommands[C] } => ({
    type,
    data: { ...usual, ...over },
  });

export const file = usually('file', {
  kind: 'fault',
  subject: 'service',
  channel: 'phone',
  receivedAt: hours(0),
  severity: 'normal',
  language: 'es',
  subscriber: { ref: 'sub-1', name: 'Ana', phone: '+52 55 0000 0000' },
  description: 'No tengo servicio desde ayer.',
  folio,
});
export const communicateFolio = usually('communicateFolio', { channel: 'phone', communicatedAt: hours(0) });
export const acknowledge = usually('acknowledge', { channel: 'email', sentAt: hours(1) });
export const refuse = usually('refuse', { reason: 'not-a-customer', explanation: 'No es suscriptor.' });
export const issueCertificate = usually('issueCertificate', { channel: 'email', issuedAt: hours(1) });

export const classify = usually('classify', { severity: 'high' });
export const reclassify = usually('reclassify', {
  kind: 'inquiry',
  subject: 'contract',
  explanation: 'El usuario sólo pregunta.',
});
export const routeToArea = usually('routeToArea', { area: 'billing', purpose: 'clarification' });
export const rerouteToArea = usually('rerouteToArea', { area: 'quality', purpose: 'conciliation' });
export const linkTo = usually('linkTo', { other: 'CON-000001-1', relationship: 'repeat' });
export const linkMassOutage = usually('linkMassOutage', { outage: 'mo-1' });

export const assignTechnician = usually('assignTechnician', { technician: 'rt-1' });
export const reassignCase = usually('reassignCase', { owner: 'cs-2' });
export const recordContact = usually('recordContact', {
  direction: 'to-user',
  channel: 'phone',
  contactedAt: hours(1),
});
export const requestInformation = usually('requestInformation', { question: '¿Qué luces ve en el módem?' });
export const receiveInformation = usually('receiveInformation', { answer: 'Sólo la roja.' });
export const putOnHold = usually('putOnHold', { reason: 'supplier' });
export const resume = usually('resume', {});
export const addNote = usually('addNote', { visibility: 'staff', note: 'Llamar por la tarde.' });
export const attachEvidence = usually('attachEvidence', {
  attachment: { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', size: 1024, personal: false },
});
export const openWorkOrder = usually('openWorkOrder', { workOrder: 'wo-1' });

export const requestVisit = usually('requestVisit', { purpose: 'inspection' });
export const scheduleVisit = usually('scheduleVisit', {
  visitor: 'rt-1',
  window: { from: hours(30), to: hours(34) },
  purpose: 'inspection',
});
export const notifyVisit = usually('notifyVisit', { visit: 1, channel: 'phone', notifiedAt: hours(2) });
export const rescheduleVisit = usually('rescheduleVisit', {
  visit: 1,
  window: { from: hours(54), to: hours(58) },
  by: 'provider',
});
export const completeVisit = usually('completeVisit', { visit: 1, startedAt: hours(30), endedAt: hours(31) });
export const failVisit = usually('failVisit', { visit: 1, reason: 'user-absent', failedAt: hours(31) });
export const cancelVisit = usually('cancelVisit', { visit: 1, by: 'user' });

export const verifyCause = usually('verifyCause', {
  causes: ['cut-fibre'],
  faultFound: true,
  attribution: 'third-party',
});
export const repair = usually('repair', { action: 'spliced', atHome: false, restoredAt: hours(6) });
export const reportRepair = usually('reportRepair', { outcome: 'repaired' });
export const requestRestorationConfirmation = usually('requestRestorationConfirmation', {
  requestedAt: hours(7),
});
export const confirmRestoration = usually('confirmRestoration', { by: 'user', confirmedAt: hours(7) });
export const disputeRestoration = usually('disputeRestoration', { disputedAt: hours(7) });

export const rule = usually('rule', {
  outcome: 'upheld',
  basis: 'contract, clause 10',
  reasons: 'La falla existió y es imputable a la red.',
});
export const recordConciliation = usually('recordConciliation', { outcome: 'agreed' });
export const assessCompensation = usually('assessCompensation', {});
export const grantCompensation = usually('grantCompensation', {
  proportionalRefund: { amount: 3_990, currency: 'MXN' },
  bonus: { amount: 798, currency: 'MXN' },
  reason: 'attributable-to-provider',
});
export const creditCompensation = usually('creditCompensation', { creditedAt: hours(10) });

export const notifyUser = usually('notifyUser', { recipient: 'subscriber', sentAt: hours(8) });
export const recordDelivery = usually('recordDelivery', {
  notice: 0,
  channel: 'phone',
  deliveredAt: hours(9),
});
export const recordDeliveryFailure = usually('recordDeliveryFailure', {
  notice: 0,
  channel: 'phone',
  failedAt: hours(9),
  reason: 'unreachable',
});
export const provideAnswer = usually('provideAnswer', {
  answer: 'Su plan incluye 100 Mb/s.',
  answeredAt: hours(8),
  outcome: 'answered',
});
export const executeCancellation = usually('executeCancellation', { effectiveAt: hours(8) });
export const rate = usually('rate', { rating: 4 });

export const cureSuspension = usually('cureSuspension', { curedAt: hours(1) });
export const reconnect = usually('reconnect', { reconnectedAt: hours(2), physical: false });

export const escalate = usually('escalate', { level: 1, trigger: 'user', target: 'supervisor' });
export const openAuthorityProceeding = usually('openAuthorityProceeding', {
  authority: 'PROFECO',
  reference: 'PFC-1',
});
export const receiveAuthorityRequirement = usually('receiveAuthorityRequirement', {
  reference: 'PFC-1',
  dueAt: hours(72),
});
export const resolveAuthorityProceeding = usually('resolveAuthorityProceeding', {
  reference: 'PFC-1',
  outcome: 'agreement',
});
export const placeLegalHold = usually('placeLegalHold', { hold: 'lh-1', basis: 'PFC-1' });
export const liftLegalHold = usually('liftLegalHold', { hold: 'lh-1' });
export const requestArco = usually('requestArco', { right: 'access' });

export const warnOfDeadline = usually('warnOfDeadline', {
  clock: 'C-07',
  cycle: 1,
  dueAt: hours(24),
  policy: 'mx@1',
  calendar: 'mx@1',
  percent: 80,
});
export const recordBreach = usually('recordBreach', {
  clock: 'C-07',
  cycle: 1,
  dueAt: hours(24),
  policy: 'mx@1',
  calendar: 'mx@1',
});
export const recomputeClocks = usually('recomputeClocks', {
  policy: 'mx',
  policyVersion: 2,
  calendars: ['mx@2'],
  reason: 'policy-change',
});

export const withdraw = usually('withdraw', { reason: 'solved-by-itself' });
export const lapse = usually('lapse', { reason: 'no-answer' });
export const markDuplicate = usually('markDuplicate', { of: 'CON-000001-1' });
export const close = usually('close', {});
export const reopen = usually('reopen', { reason: 'fault-persists' });
