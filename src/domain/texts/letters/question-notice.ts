import type { Instant } from '../../kernel/instant.js';
import { counted } from '../counted.js';
import { datesIn } from '../dates.js';
import type { Bilingual } from '../language.js';
import { quoted } from '../plain-text.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { readable, requestOf } from './phrases.js';
import type { AboutRequest, Letter, Opened, Setting } from './setting.js';

/** What the user is asked for. */
export interface InformationNotice extends AboutRequest {
  /** The question, in the words of who asks. */
  readonly question: Opened;
  /** Calendar days to answer before the request may lapse. */
  readonly lapseDays: number;
}

/** What the user is asked to confirm. */
export interface ConfirmationNotice extends AboutRequest {
  /** When the service came back, as it was recorded. */
  readonly restoredAt?: Instant;
}

interface Wording {
  readonly asked: (request: string) => string;
  readonly opening: (request: string) => string;
  readonly term: (days: number) => string;
  readonly confirm: (request: string) => string;
  readonly restored: (when: string | undefined) => string;
  readonly say: string;
}

const wording: Bilingual<Wording> = {
  es: {
    asked: (request) => `Necesitamos información para atender ${request}`,
    opening: (request) => `Para atender ${request} necesitamos que nos diga lo siguiente:`,
    term: (days) =>
      `Puede contestarnos por el medio que prefiera. Si en ${counted(days, 'día natural', 'días naturales')} no recibimos su respuesta, su solicitud puede terminar por falta de seguimiento.`,
    confirm: (request) => `Confírmenos si su servicio quedó restablecido, para concluir ${request}`,
    restored: (when) =>
      when === undefined
        ? 'Corregimos la falla que nos reportó.'
        : `Corregimos la falla que nos reportó: el servicio quedó restablecido el ${when}.`,
    say: 'Por favor confírmenos si ya funciona. Si la falla sigue, díganoslo: la atenderemos con el mismo número.',
  },
  en: {
    asked: (request) => `We need to know more about ${request}`,
    opening: (request) => `To attend to ${request} we need you to tell us this:`,
    term: (days) =>
      `You may answer by the channel you prefer. If your answer does not come within ${counted(days, 'calendar day', 'calendar days')}, your request may lapse.`,
    confirm: (request) => `Please confirm that your service is restored, to conclude ${request}`,
    restored: (when) =>
      when === undefined
        ? 'We corrected the fault that you reported.'
        : `We corrected the fault that you reported: the service was restored on ${when}.`,
    say: 'Please tell us whether it works now. If the fault persists, tell us: we will attend to it under the same number.',
  },
};

/** Asks the user for what is needed to go on (I-15). */
export const informationNotice = (setting: Setting, notice: InformationNotice): Letter => {
  const { language } = setting;
  const words = wording[language];
  const request = requestOf(notice, setting);
  return letter(
    setting,
    subjectLine(setting, words.asked(request), notice.folio),
    [words.opening(request), quoted(readable(notice.question, language))].join('\n'),
    words.term(notice.lapseDays),
    numberLine(setting, notice.folio),
  );
};

/** Asks the user whether the service is back (O-26). */
export const confirmationNotice = (setting: Setting, notice: ConfirmationNotice): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { moment } = datesIn(provider.zone, language);
  const { restoredAt } = notice;
  return letter(
    setting,
    subjectLine(setting, words.confirm(requestOf(notice, setting)), notice.folio),
    words.restored(restoredAt === undefined ? undefined : moment(restoredAt)),
    words.say,
    numberLine(setting, notice.folio),
  );
};
