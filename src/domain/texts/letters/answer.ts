import type { ComplaintEvents } from '../../complaint/events.js';
import { quoted, sentence } from '../plain-text.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { nextInstanceOf, readable, requestOf, whyThisWay } from './phrases.js';
import type { AboutRequest, Letter, Opened, Sending, Setting } from './setting.js';

/** What an answer to an inquiry, suggestion or procedure tells. */
export interface AnswerLetter extends AboutRequest {
  /** Decides how the letter begins. */
  readonly outcome: ComplaintEvents['AnswerProvided']['outcome'];
  /** The answer itself. */
  readonly answer: Opened;
  /** Where the user may go next, told where what they asked for was not possible. */
  readonly nextInstance?: string;
  /** How it is sent (I-21). */
  readonly sending: Sending;
}

const wording = {
  es: {
    subject: (request: string) => `Respuesta a ${request}`,
    opening: {
      answered: (request: string) => `Ésta es nuestra respuesta a ${request}:`,
      acknowledged: (request: string) => `Agradecemos ${request}. Le comentamos lo siguiente:`,
      done: (request: string) => `Atendimos ${request}:`,
      'not-possible': (request: string) => `No nos fue posible atender ${request}, por lo siguiente:`,
    },
    nextInstance: (name: string) =>
      sentence(`Si no está de acuerdo, puede acudir, dentro del plazo que marca la ley, a: ${name}`),
  },
  en: {
    subject: (request: string) => `Answer to ${request}`,
    opening: {
      answered: (request: string) => `This is our answer to ${request}:`,
      acknowledged: (request: string) => `Thank you for ${request}. We would like to say this:`,
      done: (request: string) => `We have attended to ${request}:`,
      'not-possible': (request: string) => `We could not attend to ${request}, for this reason:`,
    },
    nextInstance: (name: string) =>
      sentence(`If you do not agree, you may turn, within the term of the law, to: ${name}`),
  },
} as const;

/** The answer to an inquiry, a suggestion or a procedure (O-02, O-03, O-05, O-06). */
export const answerLetter = (setting: Setting, given: AnswerLetter): Letter => {
  const { language } = setting;
  const words = wording[language];
  const request = requestOf(given, setting);
  const next = given.outcome === 'not-possible' ? given.nextInstance : undefined;
  return letter(
    setting,
    subjectLine(setting, words.subject(request), given.folio),
    words.opening[given.outcome](request),
    quoted(readable(given.answer, language)),
    next === undefined ? undefined : words.nextInstance(nextInstanceOf(next, setting)),
    numberLine(setting, given.folio),
    whyThisWay(given.sending, setting),
  );
};
