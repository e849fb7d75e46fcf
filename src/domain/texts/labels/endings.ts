import type { ComplaintEvents } from '../../complaint/events.js';
import type { EndingEvents } from '../../complaint/ending/messages.js';
import type { RelationshipKind } from '../../complaint/shapes.js';
import type { Labels } from '../language.js';

/** What users read for why a request is not accepted. */
export const notAcceptedLabels: Labels<ComplaintEvents['NotAccepted']['reason']> = {
  'not-a-customer': { es: 'no es cliente', en: 'not a customer' },
  'out-of-scope': { es: 'asunto ajeno al proveedor', en: 'out of scope' },
  'not-understood': { es: 'no se entendió', en: 'not understood' },
};

/** What people read for why a request was withdrawn. */
export const withdrawalLabels: Labels<ComplaintEvents['Withdrawn']['reason']> = {
  'solved-by-itself': { es: 'se resolvió por sí solo', en: 'it solved itself' },
  'no-longer-wanted': { es: 'ya no lo desea', en: 'no longer wanted' },
  other: { es: 'otra razón', en: 'another reason' },
};

/** What users read for why a request lapsed. */
export const lapseLabels: Labels<ComplaintEvents['Lapsed']['reason']> = {
  'no-answer': { es: 'el usuario no contestó', en: 'the user did not answer' },
  'no-access': { es: 'el usuario no dio acceso', en: 'the user gave no access' },
};

/** What people read for what a request was closed upon. */
export const closingLabels: Labels<ComplaintEvents['Closed']['reason']> = {
  notified: { es: 'se notificó al usuario', en: 'the user was notified' },
  answered: { es: 'se contestó al usuario', en: 'the user was answered' },
  denied: { es: 'se comunicó al usuario por qué no procede', en: 'the user was told why it was denied' },
  'not-reached': { es: 'no fue posible localizar al usuario', en: 'the user could not be reached' },
  executed: { es: 'se ejecutó la cancelación', en: 'the cancellation was executed' },
  'report-concluded': { es: 'se concluyó el reporte', en: 'the report was concluded' },
};

/** What people read for why a request was reopened. */
export const reopeningLabels: Labels<EndingEvents['Reopened']['reason']> = {
  'fault-persists': { es: 'la falla sigue', en: 'the fault persists' },
  'not-satisfied': { es: 'el usuario no está conforme', en: 'the user is not satisfied' },
  'new-facts': { es: 'hay hechos nuevos', en: 'there are new facts' },
  'closed-by-mistake': { es: 'se cerró por error', en: 'it was closed by mistake' },
  authority: {
    es: 'una autoridad resolvió a favor del usuario o hubo acuerdo ante ella',
    en: 'an authority resolved for the user, or an agreement was made before it',
  },
  corrected: { es: 'se corrigió lo registrado', en: 'the record was corrected' },
  penalty: {
    es: 'el usuario no aceptó lo que cobró la cancelación',
    en: 'the user did not accept what the cancellation charged',
  },
};

/** What people read for how requests relate. */
export const relationshipLabels: Labels<RelationshipKind> = {
  duplicate: { es: 'duplicada', en: 'duplicate' },
  repeat: { es: 'repetida', en: 'repeat' },
  'reopened-from': { es: 'continúa otra', en: 'goes on from another' },
  'same-outage': { es: 'misma falla general', en: 'same outage' },
  related: { es: 'relacionada', en: 'related' },
};

/** What people read for what came of a report. */
export const reportOutcomeLabels: Labels<ComplaintEvents['ReportConcluded']['outcome']> = {
  attended: { es: 'se atendió', en: 'attended to' },
  unfounded: { es: 'no se encontró lo reportado', en: 'what was reported was not found' },
  'passed-on': { es: 'se avisó a quien corresponde', en: 'passed on to those in charge' },
};
