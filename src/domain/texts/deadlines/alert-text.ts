import type { AlertedAct } from '../../complaint/deadlines/messages.js';
import type { Instant } from '../../kernel/instant.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
import { datesIn } from '../dates.js';
import { forecastClause } from './due-summary.js';

/** What a sentence for staff about a deadline says. */
export interface AlertTold {
  /** The number the user was given. */
  readonly folio: string;
  /** What happened. */
  readonly act: AlertedAct;
  /** Percent of a warning, level of an escalation. */
  readonly level?: number | undefined;
  /** What the clock is called; absent for an escalation. */
  readonly name?: RejectionText | undefined;
  /** When it is due; absent for an escalation, and while a pause without a known end holds the clock up. */
  readonly dueAt?: Instant | undefined;
  /** When a clock that is held up would be due if the pause ended now; absent where nothing holds it up. */
  readonly forecastDueAt?: Instant | undefined;
  /** Its due instant has passed, and no breach is recorded yet. */
  readonly isOver?: true;
  /** The provider's zone. */
  readonly zone: string;
}

/** A sentence that tells staff of a deadline of one request. */
export const alertText = (told: AlertTold): RejectionText => {
  const { folio, act, level, name, dueAt, forecastDueAt, isOver, zone } = told;
  const [es, en] = [name?.es ?? '', name?.en ?? ''];
  const written = (at: Instant | undefined, language: 'es' | 'en') =>
    at === undefined ? '' : datesIn(zone, language).deadline(at);
  const due = { es: written(dueAt, 'es'), en: written(dueAt, 'en') };
  switch (act) {
    case 'warning':
      if (dueAt === undefined && forecastDueAt !== undefined)
        return {
          es: `Solicitud ${folio}: va el ${level} % del plazo «${es}», que está en pausa; ${forecastClause(written(forecastDueAt, 'es'), 'es')}.`,
          en: `Request ${folio}: ${level} % of the deadline "${en}" is over, and it is paused; ${forecastClause(written(forecastDueAt, 'en'), 'en')}.`,
        };
      return {
        es: `Solicitud ${folio}: va el ${level} % del plazo «${es}»; ${isOver ? 'venció' : 'vence'} el ${due.es}.`,
        en: `Request ${folio}: ${level} % of the deadline "${en}" is over; it ${isOver ? 'was' : 'is'} due on ${due.en}.`,
      };
    case 'breach':
      return {
        es: `Solicitud ${folio}: venció sin cumplirse el plazo «${es}», que terminaba el ${due.es}.`,
        en: `Request ${folio}: the deadline "${en}" was missed; it was due on ${due.en}.`,
      };
    case 'escalation':
      return {
        es: `Solicitud ${folio}: por el tiempo transcurrido subió al nivel ${level}.`,
        en: `Request ${folio}: time took it up to level ${level}.`,
      };
  }
};

/** A sentence that tells staff of many deadlines at once. Each figure counts all the requests of which it is true. */
export const digestText = (counts: {
  readonly complaints: number;
  readonly warnings: number;
  readonly breaches: number;
  readonly escalations: number;
}): RejectionText => {
  const { complaints, warnings, breaches, escalations } = counts;
  return {
    es: `Solicitudes con plazos que atender: ${complaints}. Con plazos vencidos: ${breaches}; que subieron de nivel: ${escalations}; con plazos por vencer: ${warnings}; una misma puede contar en varias cifras. Si son demasiadas, revise el calendario publicado.`,
    en: `Requests with deadlines to attend to: ${complaints}. With deadlines missed: ${breaches}; up a level: ${escalations}; with deadlines drawing near: ${warnings}; the same one may count in several figures. If these are too many, look at the published calendar.`,
  };
};
