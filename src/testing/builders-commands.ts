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

/** A fault of the service, by phone at hour 0, of the subscriber `sub-1`, with the story's folio. */
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
/** Tells the folio (O-17), by phone at hour 0. */
export const communicateFolio = usually('communicateFolio', { channel: 'phone', communicatedAt: hours(0) });
/** Acknowledges in writing (C-02), by e-mail at hour 1. */
export const acknowledge = usually('acknowledge', { channel: 'email', sentAt: hours(1) });
/** Does not accept the request: the user is no customer. */
export const refuse = usually('refuse', { reason: 'not-a-customer', forUser: 'No es suscriptor.' });
/** Gives the user a *constancia*, by e-mail at hour 1. */
export const issueCertificate = usually('issueCertificate', { channel: 'email', issuedAt: hours(1) });

/** Accredits `rep-9`, an attorney-in-fact of the subscriber, with evidence and without the power to withdraw. */
export const accreditRepresentative = usually('accreditRepresentative', {
  representative: { ref: 'rep-9', name: 'Luis' },
  capacity: 'attorney-in-fact',
  evidence: ['b'.repeat(64)],
  mayWithdraw: false,
});
/** Ends the representation by `rep-9`, which was not proven. */
export const revokeRepresentative = usually('revokeRepresentative', {
  representative: 'rep-9',
  reason: 'not-proven',
});

/** Says how grave it is: `high`. */
export const classify = usually('classify', { severity: 'high' });
/** Makes it an inquiry about the contract, under the same folio (I-02). */
export const reclassify = usually('reclassify', {
  kind: 'inquiry',
  subject: 'contract',
  explanation: 'El usuario sólo pregunta.',
});
/** Routes it to `billing` for a clarification (O-31). */
export const routeToArea = usually('routeToArea', { area: 'billing', purpose: 'clarification' });
/** Routes it on to `quality` for a conciliation (O-32). */
export const rerouteToArea = usually('rerouteToArea', { area: 'quality', purpose: 'conciliation' });
/** Links it to `CON-000001-1` as a repeat. */
export const linkTo = usually('linkTo', { other: 'CON-000001-1', relationship: 'repeat' });
/** Links it to the mass outage `mo-1`. */
export const linkMassOutage = usually('linkMassOutage', { outage: 'mo-1' });

/** Assigns the technical lead `rt-1` (O-18). */
export const assignTechnician = usually('assignTechnician', { technician: 'rt-1' });
/** Gives the case to another owner in customer service, `cs-2`. */
export const reassignCase = usually('reassignCase', { owner: 'cs-2' });
/** Takes the case on. */
export const takeCase = usually('takeCase', {});
/** Gives the case back. */
export const giveBackCase = usually('giveBackCase', {});
/** The provider called the user, at hour 1. */
export const recordContact = usually('recordContact', {
  direction: 'to-user',
  channel: 'phone',
  contactedAt: hours(1),
});
/** Asks the user something; the answer's clocks wait for it (I-15). */
export const requestInformation = usually('requestInformation', { question: '¿Qué luces ve en el módem?' });
/** The user answers what was asked. */
export const receiveInformation = usually('receiveInformation', { answer: 'Sólo la roja.' });
/** The user says more about it by e-mail, at hour 3, though nothing was asked. */
export const recordStatement = usually('recordStatement', {
  kind: 'further-words',
  channel: 'email',
  statedAt: hours(3),
  statement: 'También falla el teléfono.',
});
/** Waits for a supplier, which pauses no clock. */
export const putOnHold = usually('putOnHold', { reason: 'supplier' });
/** Ends the hold. */
export const resume = usually('resume', {});
/** A note for the staff alone. */
export const addNote = usually('addNote', { visibility: 'staff', note: 'Llamar por la tarde.' });
/** Attaches a picture of 1,024 bytes that shows nothing personal. */
export const attachEvidence = usually('attachEvidence', {
  attachment: { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', size: 1024, personal: false },
});
/** Opens the work order `wo-1`. */
export const openWorkOrder = usually('openWorkOrder', { workOrder: 'wo-1' });

/** Asks for a visit to inspect (O-28). */
export const requestVisit = usually('requestVisit', { purpose: 'inspection' });
/** Arranges a visit by `rt-1` for hours 30 to 34 (O-29). */
export const scheduleVisit = usually('scheduleVisit', {
  visitor: 'rt-1',
  window: { from: hours(30), to: hours(34) },
  purpose: 'inspection',
});
/** Tells the user of visit 1 (O-30), by phone at hour 24. */
export const notifyVisit = usually('notifyVisit', { visit: 1, channel: 'phone', notifiedAt: hours(24) });
/** The provider moves visit 1 to hours 54 to 58; it must be notified again (I-14). */
export const rescheduleVisit = usually('rescheduleVisit', {
  visit: 1,
  window: { from: hours(54), to: hours(58) },
  by: 'provider',
});
/** Visit 1 took place, hours 30 to 31. */
export const completeVisit = usually('completeVisit', { visit: 1, startedAt: hours(30), endedAt: hours(31) });
/** Visit 1 failed at hour 31, the user being absent. */
export const failVisit = usually('failVisit', { visit: 1, reason: 'user-absent', failedAt: hours(31) });
/** The user cancels visit 1. */
export const cancelVisit = usually('cancelVisit', { visit: 1, by: 'user' });

/** Verifies a cut fibre as the cause, put down to the user (O-19). */
export const verifyCause = usually('verifyCause', {
  causes: ['cut-fibre'],
  faultFound: true,
  attribution: 'user',
});
/** Splices the fibre; the service is back at hour 6 (O-20). */
export const repair = usually('repair', { action: 'spliced', atHome: false, restoredAt: hours(6) });
/** Tells customer service that it is repaired (O-22). */
export const reportRepair = usually('reportRepair', { outcome: 'repaired' });
/** Asks the user whether the service is back, at hour 7. */
export const requestRestorationConfirmation = usually('requestRestorationConfirmation', {
  requestedAt: hours(7),
});
/** The user confirms at hour 7 that the service is back. */
export const confirmRestoration = usually('confirmRestoration', { by: 'user', confirmedAt: hours(7) });
/** The user denies at hour 7 that the service is back. */
export const disputeRestoration = usually('disputeRestoration', { disputedAt: hours(7) });

/** Upholds the request, with basis and reasons (O-25, I-08). */
export const rule = usually('rule', {
  outcome: 'upheld',
  basis: 'contract, clause 10',
  reasons: 'La falla existió y es imputable a la red.',
});
/** Records a conciliation that ended in agreement. */
export const recordConciliation = usually('recordConciliation', { outcome: 'agreed' });
/** What was agreed in the conciliation was carried out at hour 12. */
export const carryOutAgreement = usually('carryOutAgreement', {
  carriedOutAt: hours(12),
  done: 'Se condonó el recargo en la factura de marzo.',
});
/** Has the amounts worked out by the rule (I-16). */
export const assessCompensation = usually('assessCompensation', {});
/** Grants 39.90 MXN and a bonus of 7.98 MXN, in centavos (I-16). */
export const grantCompensation = usually('grantCompensation', {
  proportionalRefund: { amount: 3_990, currency: 'MXN' },
  bonus: { amount: 798, currency: 'MXN' },
  reason: 'attributable-to-provider',
});
/** Says that the service was not affected, so that nothing is due (I-16). */
export const declareNothingDue = usually('declareNothingDue', {
  of: 'compensation',
  reason: 'service-not-affected',
  explanation: 'Sólo fallaba una luz del módem.',
});
/** Credits what was granted, at hour 10. */
export const creditCompensation = usually('creditCompensation', { creditedAt: hours(10) });

/** Sends the subscriber the final notice, at hour 8 (O-23..O-26). */
export const notifyUser = usually('notifyUser', { recipient: 'subscriber', sentAt: hours(8) });
/** What was sent at revision 0 arrived by phone, at hour 9. */
export const recordDelivery = usually('recordDelivery', {
  notice: 0,
  channel: 'phone',
  deliveredAt: hours(9),
});
/** What was sent at revision 0 did not arrive by phone, at hour 9. */
export const recordDeliveryFailure = usually('recordDeliveryFailure', {
  notice: 0,
  channel: 'phone',
  failedAt: hours(9),
  reason: 'unreachable',
});
/** Answers the user, at hour 8. */
export const provideAnswer = usually('provideAnswer', {
  answer: 'Su plan incluye 100 Mb/s.',
  answeredAt: hours(8),
  outcome: 'answered',
});
/** The cancellation takes effect at hour 8. */
export const executeCancellation = usually('executeCancellation', { effectiveAt: hours(8) });
/** Tells the user at hour 12 what came of it beside the final word. */
export const giveFurtherNotice = usually('giveFurtherNotice', { sentAt: hours(12) });
/** The user rates the handling with 4. */
export const rate = usually('rate', { rating: 4 });

/** The cause of a suspension is cured at hour 1: reconnection counts from there (C-20). */
export const cureSuspension = usually('cureSuspension', { curedAt: hours(1) });
/** The service is connected again at hour 2, without physical work. */
export const reconnect = usually('reconnect', { reconnectedAt: hours(2), physical: false });

/** The user does not accept 199.00 MXN of what the cancellation charged. */
export const disputePenalty = usually('disputePenalty', {
  amount: { amount: 19_900, currency: 'MXN' },
  statement: 'El plazo forzoso ya había terminado.',
});
/** The user is right about it. */
export const rulePenalty = usually('rulePenalty', {
  outcome: 'upheld',
  basis: 'clause-12',
  reasons: 'El plazo terminó en marzo.',
});

/** What was reported was attended to. */
export const concludeReport = usually('concludeReport', {
  outcome: 'attended',
  found: 'Se levantó el cable.',
});

/** The user escalates to a supervisor, level 1. */
export const escalate = usually('escalate', { level: 1, trigger: 'user', target: 'supervisor' });
/** The ending that the user contests stands. */
export const declineReopening = usually('declineReopening', {
  reasons: 'Lo que se pide de nuevo ya se resolvió con las mismas pruebas.',
});
/** PROFECO opens the proceeding `PFC-1`; the case cannot close meanwhile (I-17). */
export const openAuthorityProceeding = usually('openAuthorityProceeding', {
  authority: 'PROFECO',
  reference: 'PFC-1',
});
/** The authority demands something in `PFC-1`, due at hour 72. */
export const receiveAuthorityRequirement = usually('receiveAuthorityRequirement', {
  reference: 'PFC-1',
  dueAt: hours(72),
});
/** The first requirement in `PFC-1` was answered at hour 1. */
export const answerAuthorityRequirement = usually('answerAuthorityRequirement', {
  reference: 'PFC-1',
  requirement: 1,
  answeredAt: hours(1),
});
/** The hearing in `PFC-1` is at hour 96. */
export const setAuthorityHearing = usually('setAuthorityHearing', {
  reference: 'PFC-1',
  hearingAt: hours(96),
});
/** The hearing in `PFC-1` was held at hour 1. */
export const recordAuthorityHearing = usually('recordAuthorityHearing', {
  reference: 'PFC-1',
  heldAt: hours(1),
});
/** The proceeding `PFC-1` ends in an agreement. */
export const resolveAuthorityProceeding = usually('resolveAuthorityProceeding', {
  reference: 'PFC-1',
  outcome: 'agreement',
});
/** What was resolved or agreed in `PFC-1` was carried out at hour 12. */
export const carryOutResolution = usually('carryOutResolution', {
  reference: 'PFC-1',
  carriedOutAt: hours(12),
  done: 'Se devolvió el cargo en la factura de marzo.',
});
/** Places the legal hold `lh-1`. */
export const placeLegalHold = usually('placeLegalHold', { hold: 'lh-1', basis: 'PFC-1' });
/** Lifts the legal hold `lh-1`. */
export const liftLegalHold = usually('liftLegalHold', { hold: 'lh-1' });
/** Asks for access to personal data (C-25). */
export const requestArco = usually('requestArco', { right: 'access' });
/** Grants what was asked of personal data (C-25). */
export const answerArco = usually('answerArco', { outcome: 'granted', answeredAt: hours(12) });

/** Warns that 80 % of the time to repair (C-07) is over. */
export const warnOfDeadline = usually('warnOfDeadline', {
  clock: 'C-07',
  cycle: 1,
  dueAt: hours(24),
  policy: 'mx@1',
  calendar: 'mx@1',
  percent: 80,
});
/** Records that the time to repair (C-07), due at hour 24, was missed (I-24). */
export const recordBreach = usually('recordBreach', {
  clock: 'C-07',
  cycle: 1,
  dueAt: hours(24),
  policy: 'mx@1',
  calendar: 'mx@1',
});
/** Records that staff was told that the time to repair (C-07) was missed. */
export const recordAlert = usually('recordAlert', { act: 'breach', clock: 'C-07', cycle: 1, upTo: 1 });
/** Counts the deadlines anew by version 2 of the policy. */
export const recomputeClocks = usually('recomputeClocks', {
  policy: 'mx',
  policyVersion: 2,
  calendars: ['mx@2'],
  reason: 'policy-change',
});

/** The user withdraws: it was solved by itself. */
export const withdraw = usually('withdraw', { reason: 'solved-by-itself' });
/** Ends it for want of the user's answer. */
export const lapse = usually('lapse', { reason: 'no-answer' });
/** Ends it as a duplicate of `CON-000001-1`. */
export const markDuplicate = usually('markDuplicate', { of: 'CON-000001-1' });
/** Closes it (I-12). */
export const close = usually('close', {});
/** Reopens it under the same folio: the fault persists (C-22). */
export const reopen = usually('reopen', { reason: 'fault-persists' });

const mistake = { reason: 'recorded-wrongly', explanation: 'Se capturó en otro folio.' } as const;

/** The ruling was to dismiss; the clerk had recorded another one. */
export const correctRuling = usually('correctRuling', {
  outcome: 'dismissed',
  basis: 'contract, clause 12',
  reasons: 'La falla es del equipo propio del usuario.',
  ...mistake,
});
/** The cause was a node of the provider's own network, learned later. */
export const correctCause = usually('correctCause', {
  causes: ['node-failure'],
  faultFound: true,
  attribution: 'provider',
  affectedFrom: hours(0),
  ...mistake,
  reason: 'learned-later',
});
/** The service was back at hour 7, not at hour 6. */
export const correctRestoration = usually('correctRestoration', { restoredAt: hours(7), ...mistake });
/** All that was granted is 49.90 MXN and a bonus of 9.98 MXN, in centavos. */
export const correctCompensation = usually('correctCompensation', {
  proportionalRefund: { amount: 4_990, currency: 'MXN' },
  bonus: { amount: 998, currency: 'MXN' },
  ...mistake,
});
/** It never reached the account: the statement was another request's. */
export const correctCredit = usually('correctCredit', { credit: 3, credited: false, ...mistake });
/** The cancellation took effect at hour 9, and 12.50 MXN are due to the user. */
export const correctCancellation = usually('correctCancellation', {
  effectiveAt: hours(9),
  balance: { amount: -1_250, currency: 'MXN' },
  ...mistake,
});
/** PROFECO resolved file `PFC-1` for the user. */
export const correctResolution = usually('correctResolution', {
  authority: 'PROFECO',
  reference: 'PFC-1',
  outcome: 'for-user',
  ...mistake,
});
/** No agreement was reached. */
export const correctConciliation = usually('correctConciliation', { outcome: 'not-agreed', ...mistake });
/** The letter never arrived. */
export const correctDelivery = usually('correctDelivery', { delivery: 3, delivered: false, ...mistake });
/** The provider missed it; the clerk had put it down to the user. */
export const correctVisit = usually('correctVisit', { visit: 1, outcome: 'provider-missed', ...mistake });
/** `rt-2` had it all along. */
export const correctTechnician = usually('correctTechnician', { technician: 'rt-2', ...mistake });
/** It never belonged to the mass outage `mo-1`. */
export const correctMassOutage = usually('correctMassOutage', { from: 'mo-1', ...mistake });
/** It is the duplicate of `CON-000002-8`. */
export const correctDuplicate = usually('correctDuplicate', { of: 'CON-000002-8', ...mistake });
