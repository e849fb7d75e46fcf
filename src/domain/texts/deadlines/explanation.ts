import type { Language } from '../../complaint/vocabulary.js';
import { formatDay, weekdayIndexOf } from '../../sla/local-date.js';
import type { Piece, Step, WallTime } from '../../sla/steps.js';
import { capitalised } from '../plain-text.js';

const hourMs = 3_600_000;
const minuteMs = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** `09:30`, with seconds and milliseconds only where there are some; `30:00` is 06:00 of the next date. */
export const clockText = (ms: number): string => {
  const [hours, minutes] = [Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs)];
  const [seconds, rest] = [Math.floor((ms % minuteMs) / 1000), ms % 1000];
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  return `${two(hours)}:${two(minutes)}${seconds === 0 && rest === 0 ? '' : `:${two(seconds)}${fraction}`}`;
};

/** `-06:00` */
const offsetText = (ms: number): string => `${ms < 0 ? '-' : '+'}${clockText(Math.abs(ms))}`;

/** A length of time as a person says it: `1 h 30 min`, `0 min`, `2.5 s`. */
export const durationText = (ms: number): string => {
  const [hours, minutes] = [Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs)];
  const seconds = (ms % minuteMs) / 1000;
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 ? [`${seconds} s`] : []),
  ];
  return parts.length === 0 ? '0 min' : parts.join(' ');
};

export const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `lunes 2026-02-02` */
const date = (day: number, language: Language): string =>
  `${weekdayNames[language][weekdayIndexOf(day)] ?? ''} ${formatDay(day)}`;

const moment = ({ day, time, offset }: WallTime, language: Language): string =>
  ({
    es: `${date(day, language)} a las ${clockText(time)} (${offsetText(offset)})`,
    en: `${date(day, language)} at ${clockText(time)} (${offsetText(offset)})`,
  })[language];

const pieceText = ({ from, to, offset }: Piece, language: Language): string =>
  ({
    es: `de ${clockText(from)} a ${clockText(to)} (${offsetText(offset)})`,
    en: `from ${clockText(from)} to ${clockText(to)} (${offsetText(offset)})`,
  })[language];

const joined = (texts: readonly string[], language: Language): string =>
  texts.join({ es: ' y ', en: ' and ' }[language]);

/** Dates that are counted alike, and in how many weeks that follow each other. */
interface Alike {
  readonly first: number;
  readonly last: number;
  readonly weeks?: number;
}

/** How many dates they are. */
const datesOf = ({ first, last, weeks = 1 }: Alike): number => (last - first + 1) * weeks;

/** `Lunes 2026-02-02`, `Del lunes … al martes …`, and up to when that comes again every week. */
const alikeText = ({ first, last, weeks = 1 }: Alike, language: Language): string => {
  const [from, to, until] = [first, last, last + (weeks - 1) * 7].map((day) => date(day, language));
  const days = {
    es: first === last ? capitalised(from ?? '') : `Del ${from} al ${to}`,
    en: first === last ? from : `From ${from} to ${to}`,
  }[language];
  const again = {
    es: `, y así ${weeks} semanas seguidas hasta el ${until}`,
    en: `, and so in ${weeks} weeks one after the other up to ${until}`,
  }[language];
  return weeks === 1 ? `${days}` : `${days}${again}`;
};

type Words = { readonly [K in Step['kind']]: (step: Extract<Step, { readonly kind: K }>) => string };

const es: Words = {
  calendar: ({ id, version, zone }) => `Calendario ${id}, versión ${version}, zona ${zone}.`,
  start: ({ at }) => `Inicio: ${moment(at, 'es')}.`,
  'target-time': ({ ms, always }) =>
    `Plazo: ${durationText(ms)} ${always ? 'de tiempo corrido' : 'de tiempo hábil'}.`,
  'target-days': ({ days, always }) =>
    `Plazo: ${days} ${days === 1 ? (always ? 'día natural' : 'día hábil') : always ? 'días naturales' : 'días hábiles'}.`,
  received: ({ day }) => `Recibido el ${date(day, 'es')}: ese día no cuenta.`,
  pause: ({ from, to }) =>
    to === undefined
      ? `Pausa: desde el ${moment(from, 'es')}, sin terminar.`
      : `Pausa: del ${moment(from, 'es')} al ${moment(to, 'es')}.`,
  counted: ({ pieces, ms, sum, ...alike }) => {
    const times = joined(
      pieces.map((piece) => pieceText(piece, 'es')),
      'es',
    );
    const days = datesOf(alike);
    return days === 1
      ? `${alikeText(alike, 'es')}, ${times}: cuenta ${durationText(ms)}; suma ${durationText(sum)}.`
      : `${alikeText(alike, 'es')}, cada día ${times}: cuenta ${days} × ${durationText(ms)}; suma ${durationText(sum)}.`;
  },
  paused: ({ piece, ms }) =>
    `${capitalised(date(piece.day, 'es'))}, ${pieceText(piece, 'es')}: en pausa, no cuenta ${durationText(ms)}.`,
  closed: ({ day, why }) =>
    `${capitalised(date(day, 'es'))}: no cuenta, ${why === 'holiday' ? 'es inhábil en el calendario' : 'el calendario cierra esa fecha'}.`,
  'open-days': ({ nth, always, ...alike }) =>
    datesOf(alike) === 1
      ? `${alikeText(alike, 'es')}: día ${always ? 'natural' : 'hábil'} ${nth}.`
      : `${alikeText(alike, 'es')}: días ${always ? 'naturales' : 'hábiles'} ${nth} a ${nth + datesOf(alike) - 1}.`,
  'paused-day': ({ day }) => `${capitalised(date(day, 'es'))}: no cuenta, todo su horario está en pausa.`,
  fixed: ({ isPast }) =>
    `La fecha la fijó la autoridad: ni el horario ni las pausas la mueven.${isPast ? ' Es anterior al inicio: el plazo empieza ya vencido.' : ''}`,
  'held-up': () => 'Sin vencimiento mientras dure la pausa.',
  due: ({ at }) => `Vence el ${moment(at, 'es')}.`,
};

const en: Words = {
  calendar: ({ id, version, zone }) => `Calendar ${id}, version ${version}, zone ${zone}.`,
  start: ({ at }) => `Start: ${moment(at, 'en')}.`,
  'target-time': ({ ms, always }) =>
    `Term: ${durationText(ms)} ${always ? 'of elapsed time' : 'of business time'}.`,
  'target-days': ({ days, always }) =>
    `Term: ${days} ${always ? 'calendar' : 'business'} ${days === 1 ? 'day' : 'days'}.`,
  received: ({ day }) => `Received on ${date(day, 'en')}: that day does not count.`,
  pause: ({ from, to }) =>
    to === undefined
      ? `Pause: since ${moment(from, 'en')}, not over.`
      : `Pause: from ${moment(from, 'en')} to ${moment(to, 'en')}.`,
  counted: ({ pieces, ms, sum, ...alike }) => {
    const times = joined(
      pieces.map((piece) => pieceText(piece, 'en')),
      'en',
    );
    const days = datesOf(alike);
    return days === 1
      ? `${alikeText(alike, 'en')}, ${times}: counts ${durationText(ms)}; sum ${durationText(sum)}.`
      : `${alikeText(alike, 'en')}, each day ${times}: counts ${days} × ${durationText(ms)}; sum ${durationText(sum)}.`;
  },
  paused: ({ piece, ms }) =>
    `${date(piece.day, 'en')}, ${pieceText(piece, 'en')}: paused, ${durationText(ms)} not counted.`,
  closed: ({ day, why }) =>
    `${date(day, 'en')}: not counted, ${why === 'holiday' ? 'a closed day of the calendar' : 'the calendar closes this date'}.`,
  'open-days': ({ nth, always, ...alike }) =>
    datesOf(alike) === 1
      ? `${alikeText(alike, 'en')}: ${always ? 'calendar' : 'business'} day ${nth}.`
      : `${alikeText(alike, 'en')}: ${always ? 'calendar' : 'business'} days ${nth} to ${nth + datesOf(alike) - 1}.`,
  'paused-day': ({ day }) => `${date(day, 'en')}: not counted, all its hours are paused.`,
  fixed: ({ isPast }) =>
    `The date was set by the authority: neither hours nor pauses move it.${isPast ? ' It lies before the start: the term begins overdue.' : ''}`,
  'held-up': () => 'No due time while the pause lasts.',
  due: ({ at }) => `Due on ${moment(at, 'en')}.`,
};

const said = <K extends Step['kind']>(
  words: Words,
  step: { readonly [J in K]: Extract<Step, { readonly kind: J }> }[K],
): string => {
  const say: (each: typeof step) => string = words[step.kind];
  return say(step);
};

/** How a due instant was counted, in words: one sentence a step, enough to count it again by hand. */
export const explanationOf = (steps: readonly Step[], language: Language): readonly string[] =>
  steps.map((step) => said({ es, en }[language], step));
