import type { Language, Owed, Tellable, VisitOutcome, Waivable } from '../../complaint/vocabulary.js';
import type { CreditedFor, GrantPart } from '../../complaint/compensation/messages.js';
import type { AlertedAct, RecomputeReason } from '../../complaint/deadlines/messages.js';
import type { ComplaintEvents } from '../../complaint/events.js';
import type { Recipient } from '../../complaint/notice/messages.js';
import type { TrackId } from '../../complaint/tracks.js';
import type { Labels } from '../language.js';
import { compensationLabels } from './outcomes.js';
import { visitFailureLabels } from './work.js';

/** What people read for which way a request goes. */
export const trackLabels: Labels<TrackId> = {
  fault: { es: 'reporte de falla', en: 'fault report' },
  'technical-complaint': { es: 'queja técnica', en: 'technical complaint' },
  'other-complaint': { es: 'queja no técnica', en: 'complaint that is not technical' },
  clarification: { es: 'aclaración', en: 'clarification' },
  inquiry: { es: 'consulta', en: 'inquiry' },
  suggestion: { es: 'sugerencia', en: 'suggestion' },
  cancellation: { es: 'solicitud de cancelación', en: 'cancellation request' },
  procedure: { es: 'trámite', en: 'procedure' },
};

/** What people read for how far a visit has come. */
export const visitStageLabels: Labels<
  'requested' | 'scheduled' | 'notified' | 'completed' | 'failed' | 'cancelled'
> = {
  requested: { es: 'pedida', en: 'requested' },
  scheduled: { es: 'programada', en: 'scheduled' },
  notified: { es: 'avisada al usuario', en: 'told to the user' },
  completed: { es: 'realizada', en: 'completed' },
  failed: { es: 'no realizada', en: 'failed' },
  cancelled: { es: 'cancelada', en: 'cancelled' },
};

/** What people read for what came of a visit. */
export const visitOutcomeLabels: Labels<VisitOutcome> = {
  completed: { es: 'se realizó', en: 'it took place' },
  ...visitFailureLabels,
};

/** What people read for who asked that a visit be moved or called off. */
export const visitChangedByLabels: Labels<ComplaintEvents['VisitCancelled']['by']> = {
  user: { es: 'usuario', en: 'user' },
  provider: { es: 'proveedor', en: 'provider' },
};

/** What people read for who reached out to whom. */
export const directionLabels: Labels<ComplaintEvents['ContactMade']['direction']> = {
  'to-user': { es: 'al usuario', en: 'to the user' },
  'from-user': { es: 'del usuario', en: 'from the user' },
};

/** What people read for who sees a note. */
export const visibilityLabels: Labels<ComplaintEvents['NoteAdded']['visibility']> = {
  staff: { es: 'personal', en: 'staff' },
  user: { es: 'usuario', en: 'user' },
};

/** What people read for whom the final word is written to. */
export const recipientLabels: Labels<Recipient> = {
  subscriber: { es: 'suscriptor', en: 'subscriber' },
  reporter: { es: 'quien reporta', en: 'who reports' },
  representative: { es: 'representante', en: 'representative' },
};

/** What people read for what is offered where the service cannot be restored. */
export const offerLabels: Labels<'compensation' | 'cancellation'> = {
  compensation: { es: 'compensación', en: 'compensation' },
  cancellation: { es: 'cancelación', en: 'cancellation' },
};

/** What people read for what the user may do without. */
export const waivableLabels: Labels<Waivable> = {
  compensation: { es: 'compensación', en: 'compensation' },
  'undue-charge': { es: 'cargo indebido', en: 'undue charge' },
  agreement: { es: 'acuerdo', en: 'agreement' },
};

/** What people read for what a user is told beside the final word. */
export const tellableLabels: Labels<Tellable> = {
  ending: { es: 'cómo terminó', en: 'how it ended' },
  compensation: { es: 'compensación', en: 'compensation' },
  agreement: { es: 'acuerdo', en: 'agreement' },
  resolution: { es: 'resolución de la autoridad', en: "the authority's resolution" },
  penalty: { es: 'lo que cobró la cancelación', en: 'what the cancellation charged' },
  'next-instance': { es: 'a dónde puede acudir', en: 'where to go next' },
  arco: { es: 'lo que pidió sobre sus datos', en: 'what was asked of their data' },
  reopening: { es: 'por qué no se reabre', en: 'why it is not reopened' },
};

/** What people read for what may be owed to the user. */
export const owedLabels: Labels<Owed> = {
  compensation: waivableLabels.compensation,
  'undue-charge': waivableLabels['undue-charge'],
};

/** What people read for the parts of what is granted. */
export const grantPartLabels: Labels<GrantPart> = {
  compensation: { es: 'por el tiempo sin servicio', en: 'for the time without service' },
  'undue-charge': { es: 'por cargo indebido', en: 'for an undue charge' },
  goodwill: { es: 'como cortesía', en: 'as goodwill' },
};

/** What people read for what a statement shows. */
export const creditedForLabels: Labels<CreditedFor> = {
  ...compensationLabels,
  balance: { es: 'saldo de la cancelación', en: 'balance of the cancellation' },
};

/** What people read for why deadlines were counted anew. */
export const recomputeLabels: Labels<RecomputeReason> = {
  'policy-change': { es: 'cambió la política', en: 'the policy changed' },
  'calendar-change': { es: 'cambió el calendario', en: 'the calendar changed' },
  'late-fact': { es: 'un hecho se supo después', en: 'a fact was learned later' },
  correction: { es: 'se corrigió lo registrado', en: 'the record was corrected' },
};

/** What people read for what staff is told of about a deadline. */
export const alertedLabels: Labels<AlertedAct> = {
  warning: { es: 'por vencer', en: 'due soon' },
  breach: { es: 'vencido', en: 'missed' },
  escalation: { es: 'subió de nivel', en: 'escalated' },
};

/** What people read for the languages that users are written to in. */
export const languageLabels: Labels<Language> = {
  es: { es: 'español', en: 'Spanish' },
  en: { es: 'inglés', en: 'English' },
};

/** What people read for the order in which the events of a log are taken. */
export const logOrderLabels = {
  file: { es: 'archivo', en: 'file' },
  time: { es: 'hora', en: 'time' },
} as const satisfies Labels<string>;

/** What people read for how a bundle names persons. */
export const bundleProfileLabels = {
  redacted: { es: 'con seudónimos', en: 'with pseudonyms' },
  full: { es: 'completo', en: 'whole' },
} as const satisfies Labels<string>;

/** The letters that a user may receive, as a list or a command line calls them. */
export const letterLabels = {
  folio: { es: 'folio', en: 'folio' },
  visit: { es: 'visita', en: 'visit' },
  'visit-moved': { es: 'cambio de visita', en: 'visit moved' },
  'visit-cancelled': { es: 'visita cancelada', en: 'visit cancelled' },
  'visit-missed': { es: 'visita no realizada', en: 'missed visit' },
  information: { es: 'petición de información', en: 'request for information' },
  confirmation: { es: 'confirmación del servicio', en: 'confirmation of the service' },
  final: { es: 'aviso final', en: 'final notice' },
  answer: { es: 'contestación', en: 'answer' },
  cancellation: { es: 'cancelación del servicio', en: 'cancellation of the service' },
  refusal: { es: 'no admisión', en: 'refusal' },
  lapse: { es: 'caducidad', en: 'lapse' },
  duplicate: { es: 'solicitud duplicada', en: 'duplicate request' },
  withdrawal: { es: 'desistimiento', en: 'withdrawal' },
  'not-reached': { es: 'usuario no localizado', en: 'user not reached' },
  report: { es: 'reporte concluido', en: 'report concluded' },
  compensation: { es: 'compensación', en: 'compensation' },
  conciliation: { es: 'conciliación', en: 'conciliation' },
  agreement: { es: 'cumplimiento del acuerdo', en: 'agreement carried out' },
  resolution: { es: 'cumplimiento de la resolución', en: 'resolution carried out' },
  penalty: { es: 'cobro de la cancelación', en: 'charge of the cancellation' },
  arco: { es: 'derechos sobre datos personales', en: 'rights over personal data' },
  'next-instance': { es: 'instancia siguiente', en: 'next instance' },
  reopening: { es: 'reapertura negada', en: 'reopening declined' },
  further: { es: 'comunicación posterior', en: 'further notice' },
  certificate: { es: 'constancia', en: 'certificate' },
} as const satisfies Labels<string>;
