import type { AlertedAct } from '../../complaint/deadlines/messages.js';
import type { Instant } from '../../kernel/instant.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
import type { AlsoTold } from '../../sla/clocks/alert.js';
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
  /** What else is true of the request; absent: nothing. */
  readonly also?: AlsoTold | undefined;
  /** The provider's zone. */
  readonly zone: string;
}

const quoted = {
  es: (names: readonly RejectionText[]): string => names.map(({ es }) => `«${es}»`).join(', '),
  en: (names: readonly RejectionText[]): string => names.map(({ en }) => `"${en}"`).join(', '),
} as const;

/** What else is to be told, as a sentence of its own; empty where nothing is. */
const besides = ({ missed, near, level }: AlsoTold): RejectionText => {
  const es = [
    ...(missed.length > 0 ? [`vencidos sin cumplirse: ${quoted.es(missed)}`] : []),
    ...(near.length > 0 ? [`por vencer: ${quoted.es(near)}`] : []),
    ...(level === null ? [] : [`subió al nivel ${level}`]),
  ];
  const en = [
    ...(missed.length > 0 ? [`missed: ${quoted.en(missed)}`] : []),
    ...(near.length > 0 ? [`drawing near: ${quoted.en(near)}`] : []),
    ...(level === null ? [] : [`up to level ${level}`]),
  ];
  return es.length === 0
    ? { es: '', en: '' }
    : { es: ` Además, ${es.join('; ')}.`, en: ` Besides: ${en.join('; ')}.` };
};

/** A sentence that tells staff of a deadline of one request, and a second one of what else is true of it. */
export const alertText = ({ also, ...told }: AlertTold): RejectionText => {
  const highest = highestText(told);
  const more = also === undefined ? { es: '', en: '' } : besides(also);
  return { es: `${highest.es}${more.es}`, en: `${highest.en}${more.en}` };
};

const highestText = (told: Omit<AlertTold, 'also'>): RejectionText => {
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
