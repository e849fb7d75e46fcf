import type { VisitWindow } from '../../complaint/shapes.js';
import type { VisitPurpose } from '../../complaint/visit/messages.js';
import { datesIn } from '../dates.js';
import { visitPurposeLabels } from '../labels/work.js';
import { inline } from '../plain-text.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { requestOf } from './phrases.js';
import type { AboutRequest, Letter, Opened, Setting } from './setting.js';

/** What the notice of a visit tells (O-30). */
export interface VisitNotice extends AboutRequest {
  /** When the visitor is expected. */
  readonly window: VisitWindow;
  /** What the visit is for. */
  readonly purpose: VisitPurpose;
  /** It takes the place of a window the user was told before. */
  readonly rescheduled: boolean;
  /** Name of the technician who comes. */
  readonly visitor?: Opened;
  /** Where they come to. */
  readonly address?: Opened;
}

const wording = {
  es: {
    subject: (request: string) => `Visita para atender ${request}`,
    scheduled: (request: string) => `Para atender ${request} programamos una visita a su domicilio.`,
    rescheduled: (request: string) =>
      `Cambió el horario de la visita para atender ${request}. El nuevo horario sustituye al anterior.`,
    date: 'Fecha',
    hours: 'Horario',
    purpose: 'Motivo',
    address: 'Domicilio',
    visitor: 'Le visita',
    receive:
      'Le pedimos que alguien pueda recibirnos. Si el horario no le conviene, avísenos y acordamos otro.',
  },
  en: {
    subject: (request: string) => `Visit about ${request}`,
    scheduled: (request: string) => `We have scheduled a visit to your home to attend to ${request}.`,
    rescheduled: (request: string) =>
      `The visit about ${request} has a new time, which takes the place of the earlier one.`,
    date: 'Date',
    hours: 'Time',
    purpose: 'Purpose',
    address: 'Address',
    visitor: 'Visitor',
    receive:
      'Please make sure that somebody can let us in. If the time does not suit you, tell us and we will agree on another.',
  },
} as const;

/** Tells the user of the visit, before its window (O-30, I-14). */
export const visitNotice = (setting: Setting, notice: VisitNotice): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { weekday, hours } = datesIn(provider.zone, language);
  const request = requestOf(notice, setting);
  const known = (label: string, value: Opened | undefined) => {
    const text = typeof value === 'string' ? inline(value) : '';
    return text === '' ? [] : [`${label}: ${text}`];
  };
  const facts = [
    numberLine(setting, notice.folio),
    `${words.date}: ${weekday(notice.window.from)}`,
    `${words.hours}: ${hours(notice.window)}`,
    `${words.purpose}: ${visitPurposeLabels[notice.purpose][language]}`,
    ...known(words.address, notice.address),
    ...known(words.visitor, notice.visitor),
  ];
  return letter(
    setting,
    subjectLine(setting, words.subject(request), notice.folio),
    notice.rescheduled ? words.rescheduled(request) : words.scheduled(request),
    facts.join('\n'),
    words.receive,
  );
};
