import type { Channel } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';
import { datesIn } from '../dates.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { byChannel, hoursOf, requestOf } from './phrases.js';
import type { AboutRequest, Letter, Setting } from './setting.js';

/** What the notice of the folio tells (O-17). */
export interface FolioNotice extends AboutRequest {
  /** By which the request came. */
  readonly channel: Channel;
  /** It came outside the channel's hours; the deadline counts all the same. */
  readonly outOfHours: boolean;
  /** When an answer is due at the latest, where one is promised. */
  readonly answerBy?: Instant;
}

const wording = {
  es: {
    subject: (request: string) => `Recibimos ${request}`,
    received: (request: string, when: string, by: string) => `Recibimos ${request} el ${when}, ${by}.`,
    outOfHours: (hours: string | undefined) =>
      `Su solicitud llegó fuera de nuestro horario de atención${hours === undefined ? '' : ` (${hours})`}. Los plazos se cuentan desde que la recibimos.`,
    keep: 'Conserve este número: con él puede preguntar en cualquier momento por el estado de su solicitud, por el medio que prefiera.',
    answerBy: (when: string) => `Le responderemos a más tardar el ${when}.`,
    rights: 'La atención es gratuita, y usted puede pedir una constancia de su solicitud cuando lo desee.',
  },
  en: {
    subject: (request: string) => `We received ${request}`,
    received: (request: string, when: string, by: string) => `We received ${request} on ${when}, ${by}.`,
    outOfHours: (hours: string | undefined) =>
      `Your request came outside our opening hours${hours === undefined ? '' : ` (${hours})`}. Deadlines count from the moment we received it.`,
    keep: 'Please keep this number: with it you can ask how your request stands at any time, by the channel you prefer.',
    answerBy: (when: string) => `We will answer by ${when} at the latest.`,
    rights:
      'This service is free of charge, and you may ask for a certificate of your request whenever you wish.',
  },
} as const;

/** Makes the folio known to the user (O-17), and the right to a certificate (Carta de derechos, 23). */
export const folioNotice = (setting: Setting, notice: FolioNotice): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { moment, deadline } = datesIn(provider.zone, language);
  const request = requestOf(notice, setting);
  return letter(
    setting,
    subjectLine(setting, words.subject(request), notice.folio),
    words.received(request, moment(notice.receivedAt), byChannel[notice.channel][language]),
    numberLine(setting, notice.folio),
    notice.outOfHours ? words.outOfHours(hoursOf(notice.channel, setting)) : undefined,
    words.keep,
    notice.answerBy === undefined ? undefined : words.answerBy(deadline(notice.answerBy)),
    words.rights,
  );
};
