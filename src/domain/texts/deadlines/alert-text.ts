import type { AlertedAct } from '../../complaint/deadlines/messages.js';
import type { Instant } from '../../kernel/instant.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
import { datesIn } from '../dates.js';

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
  /** When it is due. */
  readonly dueAt?: Instant | undefined;
  /** The provider's zone. */
  readonly zone: string;
}

/** A sentence that tells staff of a deadline of one request. */
export const alertText = ({ folio, act, level, name, dueAt, zone }: AlertTold): RejectionText => {
  const [es, en] = [name?.es ?? '', name?.en ?? ''];
  const written = (language: 'es' | 'en') =>
    dueAt === undefined ? '' : datesIn(zone, language).deadline(dueAt);
  const due = { es: written('es'), en: written('en') };
  switch (act) {
    case 'warning':
      return {
        es: `Solicitud ${folio}: va el ${level} % del plazo «${es}»; vence el ${due.es}.`,
        en: `Request ${folio}: ${level} % of the deadline "${en}" is over; it is due on ${due.en}.`,
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

/** A sentence that tells staff of many deadlines at once. */
export const digestText = (counts: {
  readonly complaints: number;
  readonly warnings: number;
  readonly breaches: number;
  readonly escalations: number;
}): RejectionText => {
  const { complaints, warnings, breaches, escalations } = counts;
  return {
    es: `${complaints} solicitudes con plazos que atender: ${breaches} vencidos, ${escalations} que subieron de nivel, ${warnings} por vencer. Si son demasiadas, revise el calendario publicado.`,
    en: `${complaints} requests with deadlines to attend to: ${breaches} missed, ${escalations} up a level, ${warnings} drawing near. If these are too many, look at the published calendar.`,
  };
};
