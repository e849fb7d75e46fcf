import type { VisitWindow } from '../../complaint/shapes.js';
import type { VisitFailure } from '../../complaint/vocabulary.js';
import { counted } from '../counted.js';
import { datesIn } from '../dates.js';
import type { Bilingual } from '../language.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { requestOf } from './phrases.js';
import type { AboutRequest, Letter, Setting } from './setting.js';

/** What the user is told of a visit that was arranged and does not or did not take place (O-29, O-30). */
export interface VisitOffNotice extends AboutRequest {
  /** When the visitor was expected. */
  readonly window: VisitWindow;
  /** By whom it was called off, or why it failed. */
  readonly why: 'cancelled-by-user' | 'cancelled-by-provider' | VisitFailure;
  /** Calendar days in which the user may give access; told where the failure was theirs. */
  readonly lapseDays?: number;
}

interface Wording {
  readonly cancelled: (request: string) => string;
  readonly missed: (request: string) => string;
  readonly why: Readonly<Record<VisitOffNotice['why'], string>>;
  readonly was: (when: string) => string;
  readonly again: string;
  readonly yours: (days: number) => string;
  readonly asked: string;
}

const wording: Bilingual<Wording> = {
  es: {
    cancelled: (request) => `Se canceló la visita por ${request}`,
    missed: (request) => `No se realizó la visita por ${request}`,
    was: (when) => `Se había acordado para el ${when}.`,
    why: {
      'cancelled-by-user': 'Cancelamos la visita a su domicilio, como usted nos lo pidió.',
      'cancelled-by-provider':
        'Tuvimos que cancelar la visita a su domicilio. Lamentamos las molestias; no tiene que esperarnos.',
      'user-absent': 'Acudimos a su domicilio y no encontramos a quien pudiera recibirnos.',
      'no-access': 'Acudimos a su domicilio y no fue posible entrar.',
      'refused-entry': 'Acudimos a su domicilio y no se nos permitió entrar.',
      'provider-missed':
        'No acudimos a la visita acordada a su domicilio. La falta es nuestra y le ofrecemos una disculpa.',
      weather: 'El mal tiempo no nos permitió hacer la visita a su domicilio. Lamentamos las molestias.',
      safety: 'Por seguridad no nos fue posible hacer la visita a su domicilio. Lamentamos las molestias.',
    },
    again: 'Su solicitud sigue en trámite. Nos comunicaremos con usted para acordar otro horario.',
    yours: (days) =>
      `Su solicitud sigue en trámite. Acuerde con nosotros otro horario: si en ${counted(days, 'día natural', 'días naturales')} no podemos entrar, puede terminar por falta de acceso.`,
    asked: 'Si todavía necesita la visita, díganoslo y acordamos otro horario.',
  },
  en: {
    cancelled: (request) => `Visit called off: ${request}`,
    missed: (request) => `Visit that did not take place: ${request}`,
    was: (when) => `It had been agreed for ${when}.`,
    why: {
      'cancelled-by-user': 'We called off the visit to your home, as you asked us to.',
      'cancelled-by-provider':
        'We had to call off the visit to your home. We are sorry for the trouble; you need not wait for us.',
      'user-absent': 'We came to your home and found no one who could let us in.',
      'no-access': 'We came to your home and could not enter it.',
      'refused-entry': 'We came to your home and were not let in.',
      'provider-missed':
        'We did not come to the visit that was agreed. The fault is ours, and we apologise for it.',
      weather: 'The weather did not allow the visit to your home. We are sorry for the trouble.',
      safety: 'For reasons of safety the visit to your home was not possible. We are sorry for the trouble.',
    },
    again: 'Your request is still being attended to. We will get in touch to agree on another time.',
    yours: (days) =>
      `Your request is still being attended to. Please agree on another time with us: if we cannot enter within ${counted(days, 'calendar day', 'calendar days')}, it may end for lack of access.`,
    asked: 'If you still need the visit, tell us and we will agree on another time.',
  },
};

const isCancelled = (why: VisitOffNotice['why']): boolean =>
  why === 'cancelled-by-user' || why === 'cancelled-by-provider';

const users: ReadonlySet<VisitOffNotice['why']> = new Set(['user-absent', 'no-access', 'refused-entry']);

/** Tells the user that a visit was called off, or why it did not take place (O-29, O-30). */
export const visitOffNotice = (setting: Setting, notice: VisitOffNotice): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { weekday, hours } = datesIn(provider.zone, language);
  const { why, window, lapseDays } = notice;
  const request = requestOf(notice, setting);
  const next = () => {
    if (why === 'cancelled-by-user') return words.asked;
    return users.has(why) && lapseDays !== undefined ? words.yours(lapseDays) : words.again;
  };
  return letter(
    setting,
    subjectLine(setting, isCancelled(why) ? words.cancelled(request) : words.missed(request), notice.folio),
    words.why[why],
    words.was(`${weekday(window.from)}, ${hours(window)}`),
    next(),
    numberLine(setting, notice.folio),
  );
};
