import type { Age } from '../../board/ages.js';
import type { BoardSide } from '../../board/board.js';
import type { Measure, MeasureBasis } from '../../board/measures.js';
import type { DueWindow } from '../../board/windows.js';
import type { Labels } from '../language.js';

/** What people read for how long an open request has waited. */
export const ageLabels: Labels<Age> = {
  '1-day': { es: 'menos de 24 horas', en: 'less than 24 hours' },
  '2-days': { es: 'de 24 a 48 horas', en: '24 to 48 hours' },
  '3-days': { es: 'de 48 a 72 horas', en: '48 to 72 hours' },
  '5-days': { es: 'de 3 a 5 días', en: '3 to 5 days' },
  '15-business-days': { es: 'de 5 días a 15 días hábiles', en: '5 days to 15 business days' },
  older: { es: 'más de 15 días hábiles', en: 'more than 15 business days' },
};

/** What people read for when something falls due. */
export const windowLabels: Labels<DueWindow> = {
  '4-hours': { es: 'Vencen en 4 horas', en: 'Due within 4 hours' },
  today: { es: 'Vencen hoy', en: 'Due today' },
  tomorrow: { es: 'Vencen mañana', en: 'Due tomorrow' },
  'this-week': { es: 'Vencen esta semana', en: 'Due this week' },
};

/** What people read for what is measured. */
export const measureLabels: Labels<Measure> = {
  'first-contact': { es: 'Primer contacto', en: 'First contact' },
  cause: { es: 'Causa verificada', en: 'Cause verified' },
  repair: { es: 'Reparación', en: 'Repair' },
  ruling: { es: 'Resolución', en: 'Ruling' },
  notice: { es: 'Respuesta final', en: 'Final word' },
  total: { es: 'Hasta terminar', en: 'Until it ended' },
};

/** What people read for in what time it is counted. */
export const basisLabels: Labels<MeasureBasis> = {
  business: { es: 'horas hábiles', en: 'business hours' },
  elapsed: { es: 'tiempo corrido', en: 'elapsed time' },
};

/** What people read for the sides of the board. */
export const sideLabels: Labels<BoardSide> = {
  area: { es: 'Por área', en: 'By area' },
  technician: { es: 'Por responsable técnico', en: 'By technical lead' },
  channel: { es: 'Por medio', en: 'By channel' },
  kind: { es: 'Por tipo de solicitud', en: 'By kind of request' },
  cause: { es: 'Por causa', en: 'By cause' },
  municipality: { es: 'Por municipio', en: 'By municipality' },
};

/** What people read for those that have no value. */
export const withoutLabels: Labels<BoardSide> = {
  area: { es: 'sin área', en: 'no area' },
  technician: { es: 'sin responsable técnico', en: 'no technical lead' },
  channel: { es: 'sin medio', en: 'no channel' },
  kind: { es: 'sin tipo', en: 'no kind' },
  cause: { es: 'sin causa verificada', en: 'no verified cause' },
  municipality: { es: 'sin municipio', en: 'no municipality' },
};
