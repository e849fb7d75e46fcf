import type { Language } from '../../complaint/vocabulary.js';
import { dayMs, formatDay, weekdayIndexOf } from '../../sla/local-date.js';
import type { Piece, Step, StepRun, WallTime } from '../../sla/step.js';
import { capitalised } from '../plain-text.js';
import { placeOfZone, zoneInWords } from '../zone-words.js';

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

/** The same to the minute; below one, to the second. */
export const roughDurationText = (ms: number): string => {
  const unit = ms < minuteMs ? 1_000 : minuteMs;
  return durationText(Math.round(ms / unit) * unit);
};

export const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  es: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

/** `lunes 2 feb 2026` */
const dateText = (day: number, language: Language): string => {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  const weekday = weekdayNames[language][weekdayIndexOf(day)] ?? '';
  return `${weekday} ${Number(date)} ${shortMonths[language][Number(month) - 1] ?? ''} ${year}`;
};

/** `-06:00` */
const offsetText = (ms: number): string => `${ms < 0 ? '-' : '+'}${clockText(Math.abs(ms))}`;

/**
 * A zone as people call it, with what else it takes to count again: its place where the name does not say it, since other
 * clocks of the same name have been changed at other times, and the offset where one holds throughout.
 */
const zoneToCountBy = (name: string, language: Language, offsets: readonly number[]): string => {
  const words = zoneInWords(name, language);
  const place = placeOfZone(name, language);
  const more = [
    ...(words.includes(place) ? [] : [place]),
    ...(offsets.length === 1 ? offsets.map(offsetText) : []),
  ];
  return more.length === 0 ? words : `${words} (${more.join(', ')})`;
};

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

/** How dates and times are written in one explanation. */
interface Written {
  /** `hora del centro (Mexico City, -06:00)` */
  readonly zone: (name: string) => string;
  readonly date: (day: number) => string;
  /** `lunes 2 feb 2026 a las 09:30` */
  readonly moment: (at: WallTime) => string;
  /** The same where it ends a day, and the day is named: `al terminar el lunes 2 feb 2026`. */
  readonly deadline: (at: WallTime) => string;
  /** `de 09:00 a 18:00`; `de 22:00 a 06:00 del día siguiente`; `de 01:00 a 06:00, ambas del día siguiente` */
  readonly piece: (piece: Piece) => string;
  /** The same of hours that no clock shows: they have no offset. */
  readonly hours: (hours: Pick<Piece, 'from' | 'to'>) => string;
  readonly pieces: (pieces: readonly Piece[]) => string;
  /** `Lunes 2 feb 2026`, `Del lunes … al martes …`, and up to when that comes again every week. */
  readonly alike: (dates: Alike) => string;
  /** `Cada 2 semanas, 5 veces hasta el viernes …: del lunes … al miércoles …, cada día de 09:00 a 18:00; …` */
  readonly turns: (turns: Turns) => string;
}

/** Runs of dates that come again together. */
interface Turns {
  readonly runs: readonly StepRun[];
  readonly every: number;
  readonly times: number;
}

/** How many dates they are. */
const datesInTurn = ({ runs, times }: Turns): number =>
  times * runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);

const ofNextDay = { es: ' del día siguiente', en: ' of the next day' } as const;
/** Part of a shift of the night before: read otherwise, its beginning would lie a day earlier. */
const bothOfNextDay = { es: ', ambas del día siguiente', en: ', both of the next day' } as const;

const writtenIn = (language: Language, offsets: readonly number[]): Written => {
  const date = (day: number): string => dateText(day, language);
  const offsetOf = ({ offset }: { readonly offset: number }): string =>
    offsets.length > 1 ? ` (${offsetText(offset)})` : '';
  const moment = (at: WallTime): string =>
    `${date(at.day)}${{ es: ' a las ', en: ' at ' }[language]}${clockText(at.time)}${offsetOf(at)}`;
  const hours = (each: Pick<Piece, 'from' | 'to'>): string => {
    const [from, to] = [clockText(each.from % dayMs), clockText(each.to > dayMs ? each.to % dayMs : each.to)];
    const next = each.from >= dayMs ? bothOfNextDay : ofNextDay;
    const day = each.to > dayMs ? next[language] : '';
    return `${{ es: `de ${from} a ${to}`, en: `from ${from} to ${to}` }[language]}${day}`;
  };
  const piece = (each: Piece): string => `${hours(each)}${offsetOf(each)}`;
  return {
    zone: (name) => zoneToCountBy(name, language, offsets),
    date,
    moment,
    deadline: (at) =>
      at.time === dayMs
        ? `${{ es: 'al terminar el ', en: 'at the end of ' }[language]}${date(at.day)}${offsetOf(at)}`
        : `${{ es: 'el ', en: 'on ' }[language]}${moment(at)}`,
    piece,
    hours,
    pieces: (pieces) => joined(pieces.map(piece), language),
    alike: ({ first, last, weeks = 1 }) => {
      const [from = '', to, until] = [first, last, last + (weeks - 1) * 7].map(date);
      const days = {
        es: first === last ? capitalised(from) : `Del ${from} al ${to}`,
        en: first === last ? from : `From ${from} to ${to}`,
      }[language];
      const again = {
        es: `, y así ${weeks} semanas seguidas hasta el ${until}`,
        en: `, and so in ${weeks} weeks one after the other up to ${until}`,
      }[language];
      return weeks === 1 ? days : `${days}${again}`;
    },
    turns: ({ runs, every, times }) => {
      const until = date((runs.at(-1)?.last ?? 0) + (times - 1) * every * 7);
      const each = runs.map(({ first, last, pieces }) => {
        const days =
          first === last
            ? date(first)
            : {
                es: `del ${date(first)} al ${date(last)}`,
                en: `from ${date(first)} to ${date(last)}`,
              }[language];
        if (pieces.length === 0) return days;
        const daily = first === last ? '' : { es: 'cada día ', en: 'each day ' }[language];
        return `${days}, ${daily}${joined(pieces.map(piece), language)}`;
      });
      const again = {
        es: `Cada ${every === 1 ? 'semana' : `${every} semanas`}, ${times} veces hasta el ${until}`,
        en: `Every ${every === 1 ? 'week' : `${every} weeks`}, ${times} times up to ${until}`,
      }[language];
      return `${again}: ${each.join('; ')}`;
    },
  };
};

type Words = { readonly [K in Step['kind']]: (step: Extract<Step, { readonly kind: K }>) => string };

const es = ({
  zone: zoned,
  date,
  moment,
  deadline,
  piece: span,
  pieces: spans,
  hours: unshown,
  alike: days,
  turns,
}: Written): Words => ({
  calendar: ({ id, version, zone }) => `Calendario «${id}», versión ${version}, ${zoned(zone)}.`,
  start: ({ at }) => `Inicio: ${moment(at)}.`,
  'target-time': ({ ms, always }) =>
    `Plazo: ${durationText(ms)} ${always ? 'de tiempo corrido' : 'de tiempo hábil'}.`,
  'target-days': ({ days, always }) =>
    `Plazo: ${days} ${days === 1 ? (always ? 'día natural' : 'día hábil') : always ? 'días naturales' : 'días hábiles'}.`,
  received: ({ day }) => `Recibido el ${date(day)}: ese día no cuenta.`,
  pause: ({ from, to }) =>
    to === undefined
      ? `Pausa: desde el ${moment(from)}, sin terminar.`
      : `Pausa: del ${moment(from)} al ${moment(to)}.`,
  counted: ({ pieces, ms, sum, ...alike }) => {
    const times = spans(pieces);
    const count = datesOf(alike);
    return count === 1
      ? `${days(alike)}, ${times}: cuenta ${durationText(ms)}; suma ${durationText(sum)}.`
      : `${days(alike)}, cada día ${times}: cuenta ${count} × ${durationText(ms)}; suma ${durationText(sum)}.`;
  },
  paused: ({ piece, ms }) =>
    `${capitalised(date(piece.day))}, ${span(piece)}: en pausa, no cuenta ${durationText(ms)}.`,
  closed: ({ day, why }) =>
    `${capitalised(date(day))}: no cuenta, ${why === 'holiday' ? 'es inhábil en el calendario' : 'el calendario cierra esa fecha'}.`,
  skipped: ({ day, ...hours }) =>
    `${capitalised(date(day))}, ${unshown(hours)}: no cuenta, el cambio de hora salta ese horario.`,
  'open-days': ({ nth, always, ...alike }) =>
    datesOf(alike) === 1
      ? `${days(alike)}: día ${always ? 'natural' : 'hábil'} ${nth}.`
      : `${days(alike)}: días ${always ? 'naturales' : 'hábiles'} ${nth} a ${nth + datesOf(alike) - 1}.`,
  'counted-in-turn': ({ ms, sum, ...each }) =>
    `${turns(each)}: cuenta ${each.times} × ${durationText(ms)}; suma ${durationText(sum)}.`,
  'open-days-in-turn': ({ nth, always, ...each }) =>
    `${turns(each)}: días ${always ? 'naturales' : 'hábiles'} ${nth} a ${nth + datesInTurn(each) - 1}.`,
  'paused-day': ({ day }) => `${capitalised(date(day))}: no cuenta, todo su horario está en pausa.`,
  fixed: ({ isPast }) =>
    `La fecha la fijó la autoridad: ni el horario ni las pausas la mueven.${isPast ? ' Es anterior al inicio: el plazo empieza ya vencido.' : ''}`,
  'held-up': () => 'Sin vencimiento mientras dure la pausa.',
  due: ({ at }) => `Vence ${deadline(at)}.`,
});

const en = ({
  zone: zoned,
  date,
  moment,
  deadline,
  piece: span,
  pieces: spans,
  hours: unshown,
  alike: days,
  turns,
}: Written): Words => ({
  calendar: ({ id, version, zone }) => `Calendar "${id}", version ${version}, ${zoned(zone)}.`,
  start: ({ at }) => `Start: ${moment(at)}.`,
  'target-time': ({ ms, always }) =>
    `Term: ${durationText(ms)} ${always ? 'of elapsed time' : 'of business time'}.`,
  'target-days': ({ days, always }) =>
    `Term: ${days} ${always ? 'calendar' : 'business'} ${days === 1 ? 'day' : 'days'}.`,
  received: ({ day }) => `Received on ${date(day)}: that day does not count.`,
  pause: ({ from, to }) =>
    to === undefined
      ? `Pause: since ${moment(from)}, not over.`
      : `Pause: from ${moment(from)} to ${moment(to)}.`,
  counted: ({ pieces, ms, sum, ...alike }) => {
    const times = spans(pieces);
    const count = datesOf(alike);
    return count === 1
      ? `${days(alike)}, ${times}: counts ${durationText(ms)}; sum ${durationText(sum)}.`
      : `${days(alike)}, each day ${times}: counts ${count} × ${durationText(ms)}; sum ${durationText(sum)}.`;
  },
  paused: ({ piece, ms }) => `${date(piece.day)}, ${span(piece)}: paused, ${durationText(ms)} not counted.`,
  closed: ({ day, why }) =>
    `${date(day)}: not counted, ${why === 'holiday' ? 'a closed day of the calendar' : 'the calendar closes this date'}.`,
  skipped: ({ day, ...hours }) =>
    `${date(day)}, ${unshown(hours)}: not counted, the change of clocks passes over these hours.`,
  'open-days': ({ nth, always, ...alike }) =>
    datesOf(alike) === 1
      ? `${days(alike)}: ${always ? 'calendar' : 'business'} day ${nth}.`
      : `${days(alike)}: ${always ? 'calendar' : 'business'} days ${nth} to ${nth + datesOf(alike) - 1}.`,
  'counted-in-turn': ({ ms, sum, ...each }) =>
    `${turns(each)}: counts ${each.times} × ${durationText(ms)}; sum ${durationText(sum)}.`,
  'open-days-in-turn': ({ nth, always, ...each }) =>
    `${turns(each)}: ${always ? 'calendar' : 'business'} days ${nth} to ${nth + datesInTurn(each) - 1}.`,
  'paused-day': ({ day }) => `${date(day)}: not counted, all its hours are paused.`,
  fixed: ({ isPast }) =>
    `The date was set by the authority: neither hours nor pauses move it.${isPast ? ' It lies before the start: the term begins overdue.' : ''}`,
  'held-up': () => 'No due time while the pause lasts.',
  due: ({ at }) => `Due ${deadline(at)}.`,
});

const said = <K extends Step['kind']>(
  words: Words,
  step: { readonly [J in K]: Extract<Step, { readonly kind: J }> }[K],
): string => {
  const say: (each: typeof step) => string = words[step.kind];
  return say(step);
};

/** The offsets of the times that a step tells. */
const offsetsIn = (step: Step): readonly number[] => {
  switch (step.kind) {
    case 'start':
    case 'due':
      return [step.at.offset];
    case 'pause':
      return [step.from, ...(step.to === undefined ? [] : [step.to])].map(({ offset }) => offset);
    case 'counted':
      return step.pieces.map(({ offset }) => offset);
    case 'counted-in-turn':
      return step.runs.flatMap(({ pieces }) => pieces.map(({ offset }) => offset));
    case 'paused':
      return [step.piece.offset];
    default:
      return [];
  }
};

/**
 * How a due instant was counted, in words: one sentence a step, enough to count it again by hand. The offset stands beside
 * the zone, and beside each time where the clocks of the zone change on the way. `setBy` stands in place of the sentence about a date that an authority has set.
 */
export const explanationOf = (
  steps: readonly Step[],
  language: Language,
  setBy?: string,
): readonly string[] => {
  const written = writtenIn(language, [...new Set(steps.flatMap(offsetsIn))]);
  const words = { es, en }[language](written);
  return steps.map((step) => (step.kind === 'fixed' && setBy !== undefined ? setBy : said(words, step)));
};
