import type { DutyReason } from '../../complaint/duties.js';
import type { Labels } from '../language.js';

/** What each duty is called, in Spanish and English. */
export const dutyLabels: Labels<DutyReason> = {
  'tell-folio': { es: 'Dar a conocer el folio', en: 'Tell the folio' },
  route: { es: 'Turnar al área competente', en: 'Route to the competent area' },
  'assign-technician': { es: 'Asignar responsable técnico', en: 'Assign a technical lead' },
  'schedule-visit': { es: 'Programar la visita', en: 'Schedule the visit' },
  'notify-visit': { es: 'Avisar de la visita al usuario', en: 'Tell the user of the visit' },
  'account-for-visit': {
    es: 'Registrar qué fue de la visita, que no se avisó a tiempo',
    en: 'Record what came of the visit, which was not told in time',
  },
  'send-again': { es: 'Enviar de nuevo la respuesta final', en: 'Send the final word again' },
  'await-authority': { es: 'En espera de la autoridad', en: 'Waiting for the authority' },
  close: { es: 'Cerrar', en: 'Close' },
  'follow-up': { es: 'Dar seguimiento', en: 'Follow it up' },
  'await-user': { es: 'En espera del usuario', en: 'Waiting for the user' },
  answer: { es: 'Responder al usuario', en: 'Answer the user' },
  'execute-cancellation': { es: 'Ejecutar la cancelación', en: 'Execute the cancellation' },
  'check-restoration': { es: 'Comprobar el restablecimiento', en: 'Check the restoration' },
  'await-confirmation': {
    es: 'En espera de la conformidad del usuario',
    en: 'Waiting for the user to confirm',
  },
  'notify-user': { es: 'Notificar al usuario', en: 'Notify the user' },
  'tell-user': { es: 'Comunicar al usuario lo que resultó', en: 'Tell the user what came of it' },
  'carry-out-agreement': {
    es: 'Cumplir lo acordado en la conciliación',
    en: 'Carry out what was agreed in the conciliation',
  },
  'carry-out-resolution': {
    es: 'Cumplir lo resuelto o acordado ante la autoridad',
    en: 'Carry out what was resolved or agreed before the authority',
  },
  'call-off-visit': {
    es: 'Avisar a quien iba a la visita: el usuario desistió',
    en: 'Call off the visit: the user withdrew',
  },
  'read-statement': {
    es: 'Leer lo que el usuario dijo después del final',
    en: 'Read what the user said after the end',
  },
  reconnect: { es: 'Reconectar el servicio', en: 'Connect the service again' },
  'conclude-report': { es: 'Concluir el reporte', en: 'Conclude the report' },
  'lift-hold': { es: 'En espera; reanudar cuando proceda', en: 'On hold; resume when possible' },
  'attend-visit': { es: 'Acudir a la visita', en: 'Attend the visit' },
  'verify-cause': { es: 'Verificar las causas', en: 'Verify the causes' },
  repair: { es: 'Corregir la falla', en: 'Repair the fault' },
  'report-repair': { es: 'Informar a Servicio al Cliente', en: 'Report to customer service' },
  rule: { es: 'Resolver la procedencia', en: 'Rule on it' },
  'rule-penalty': {
    es: 'Resolver sobre lo que cobró la cancelación',
    en: 'Rule on what the cancellation charged',
  },
  compensate: { es: 'Otorgar la compensación', en: 'Grant the compensation' },
  credit: { es: 'Acreditar lo otorgado', en: 'Credit what was granted' },
  'answer-requirement': {
    es: 'Responder el requerimiento de la autoridad',
    en: "Answer the authority's requirement",
  },
  'answer-arco': {
    es: 'Responder lo que el usuario pidió sobre sus datos',
    en: 'Answer what the user asked of their data',
  },
  'attend-hearing': { es: 'Acudir a la audiencia', en: 'Attend the hearing' },
  'open-proceeding': { es: 'Registrar el expediente de la autoridad', en: "Record the authority's file" },
  'attend-escalation': { es: 'Atender el escalamiento', en: 'Attend to the escalation' },
  'decide-reopening': { es: 'Decidir sobre la reapertura', en: 'Decide on reopening it' },
};
