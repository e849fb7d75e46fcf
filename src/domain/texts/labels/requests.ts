import type {
  Channel,
  Defect,
  Ending,
  Kind,
  Report,
  Severity,
  Status,
  Subject,
} from '../../complaint/vocabulary.js';
import type { Labels } from '../language.js';

/** What users read for each kind of request. */
export const kindLabels: Labels<Kind> = {
  fault: { es: 'reporte de falla', en: 'fault report' },
  complaint: { es: 'queja', en: 'complaint' },
  clarification: { es: 'aclaración', en: 'clarification' },
  inquiry: { es: 'consulta', en: 'inquiry' },
  suggestion: { es: 'sugerencia', en: 'suggestion' },
  cancellation: { es: 'solicitud de cancelación', en: 'cancellation request' },
  procedure: { es: 'trámite', en: 'procedure' },
};

/** What users read for what a request is about. */
export const subjectLabels: Labels<Subject> = {
  service: { es: 'servicio', en: 'service' },
  equipment: { es: 'equipo', en: 'equipment' },
  billing: { es: 'facturación', en: 'billing' },
  contract: { es: 'contrato', en: 'contract' },
  attention: { es: 'atención', en: 'attention' },
  other: { es: 'otro asunto', en: 'something else' },
};

/** What staff reads for whose report it is, where it is no subscriber's request. */
export const reportLabels: Labels<Report> = {
  anonymous: { es: 'anónimo', en: 'anonymous' },
  'third-party': { es: 'de un tercero', en: 'by a third party' },
};

/** What users read for how much fails. */
export const defectLabels: Labels<Defect> = {
  failure: { es: 'falla', en: 'failure' },
  deficiency: { es: 'deficiencia', en: 'deficiency' },
};

/** What users read for each channel. */
export const channelLabels: Labels<Channel> = {
  phone: { es: 'teléfono', en: 'phone' },
  email: { es: 'correo electrónico', en: 'e-mail' },
  web: { es: 'página web', en: 'web page' },
  'in-person': { es: 'atención presencial', en: 'in person' },
  messaging: { es: 'mensaje (WhatsApp)', en: 'message (WhatsApp)' },
  post: { es: 'correo postal', en: 'post' },
  authority: { es: 'por medio de una autoridad', en: 'through an authority' },
  other: { es: 'otro medio', en: 'another channel' },
};

/** What staff read for how grave a request is. */
export const severityLabels: Labels<Severity> = {
  low: { es: 'baja', en: 'low' },
  normal: { es: 'normal', en: 'normal' },
  high: { es: 'alta', en: 'high' },
  critical: { es: 'crítica', en: 'critical' },
};

/** What users read for the public status. */
export const statusLabels: Labels<Status> = {
  acknowledged: { es: 'recibida', en: 'received' },
  inProgress: { es: 'en trámite', en: 'in progress' },
  pending: { es: 'en espera del usuario', en: 'waiting for the user' },
  held: { es: 'en espera', en: 'on hold' },
  resolved: { es: 'resuelta', en: 'resolved' },
  closed: { es: 'cerrada', en: 'closed' },
  cancelled: { es: 'terminada sin resolución', en: 'ended without an outcome' },
  rejected: { es: 'no admitida', en: 'not accepted' },
};

/** What users read for how a request ended. */
export const endingLabels: Labels<Ending> = {
  open: { es: 'abierta', en: 'open' },
  closed: { es: 'cerrada', en: 'closed' },
  withdrawn: { es: 'desistida', en: 'withdrawn' },
  lapsed: { es: 'concluida por falta de seguimiento', en: 'lapsed' },
  duplicate: { es: 'duplicada', en: 'duplicate' },
  'not-accepted': { es: 'no admitida', en: 'not accepted' },
};
