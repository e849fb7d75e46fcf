import type { PersonalField } from '../../complaint/events.js';
import type { Labels } from '../language.js';

/** What people read for each personal value of an event. */
export const fieldLabels: Labels<PersonalField> = {
  'subscriber.name': { es: 'nombre', en: 'name' },
  'subscriber.phone': { es: 'teléfono', en: 'phone' },
  'subscriber.email': { es: 'correo electrónico', en: 'e-mail' },
  'reporter.name': { es: 'nombre', en: 'name' },
  'reporter.phone': { es: 'teléfono', en: 'phone' },
  'reporter.email': { es: 'correo electrónico', en: 'e-mail' },
  'representative.name': { es: 'nombre', en: 'name' },
  'representative.phone': { es: 'teléfono', en: 'phone' },
  'representative.email': { es: 'correo electrónico', en: 'e-mail' },
  description: { es: 'lo que reporta', en: 'what is reported' },
  remedySought: { es: 'lo que pide', en: 'what is asked for' },
  explanation: { es: 'explicación', en: 'explanation' },
  forUser: { es: 'para el usuario', en: 'for the user' },
  question: { es: 'pregunta', en: 'question' },
  answer: { es: 'respuesta', en: 'answer' },
  statement: { es: 'lo que dijo', en: 'what was said' },
  note: { es: 'nota', en: 'note' },
  caption: { es: 'pie de la prueba', en: 'caption' },
  address: { es: 'domicilio', en: 'address' },
  report: { es: 'informe', en: 'report' },
  reasons: { es: 'razones', en: 'reasons' },
  reason: { es: 'motivo', en: 'reason' },
  agreement: { es: 'acuerdo', en: 'agreement' },
  found: { es: 'lo que se encontró', en: 'what was found' },
  done: { es: 'lo que se hizo', en: 'what was done' },
  comment: { es: 'comentario', en: 'comment' },
  requirement: { es: 'requerimiento', en: 'requirement' },
  request: { es: 'lo que solicita', en: 'what is requested' },
};
