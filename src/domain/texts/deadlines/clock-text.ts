import type { PauseAttribution } from '../../complaint/pause-reasons.js';
import type { Language } from '../../complaint/vocabulary.js';
import type { ClockReading, CountedClock, CurrentPause, UnansweredCode } from '../../sla/clocks/reading.js';
import type { BusinessCalendar } from '../../sla/compile-calendar.js';
import type { ClockTerm } from '../../sla/policy/policy.js';
import { stepsOf } from '../../sla/steps.js';
import { millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { Bilingual } from '../language.js';
import { pauseLabels } from '../labels/work.js';
import { forecastSentence, localMoment } from './due-summary.js';
import { explanationOf } from './explanation.js';

/** What people read for how a clock stands. */
export const clockStateLabels: Readonly<Record<ClockReading['state'], Bilingual>> = {
  'not-started': { es: 'todavía no empieza', en: 'not started yet' },
  running: { es: 'corre', en: 'running' },
  paused: { es: 'en pausa', en: 'paused' },
  met: { es: 'cumplido', en: 'met' },
  breached: { es: 'incumplido', en: 'missed' },
  cancelled: { es: 'sin efecto', en: 'without effect' },
  unanswered: { es: 'sin respuesta', en: 'not answered' },
};

const unanswered: Readonly<Record<UnansweredCode, Bilingual>> = {
  'calendar-unknown': {
    es: 'No se puede contar: no se conoce el calendario de la solicitud.',
    en: 'It cannot be counted: the calendar of the request is not known.',
  },
  'term-unknown': {
    es: 'No se puede contar: el hecho que lo inició no dice su fecha.',
    en: 'It cannot be counted: the event that started it does not tell its date.',
  },
  'beyond-calendar': {
    es: 'No se puede contar: el calendario termina antes. Publique una versión que llegue más lejos y calcule el plazo de nuevo.',
    en: 'It cannot be counted: the calendar ends before. Publish a version that reaches further, and count the deadline anew.',
  },
  'before-calendar': {
    es: 'No se puede contar: empieza antes que el calendario.',
    en: 'It cannot be counted: it starts before the calendar.',
  },
};

/** What is said of a date that no counting gave, by the sort of term. */
const setBy: { readonly [K in ClockTerm['kind']]?: Bilingual } = {
  before: {
    es: 'Vence antes de la hora acordada con el usuario: ni el horario ni las pausas lo mueven.',
    en: 'It is due before the time that was agreed with the user: neither hours nor pauses move it.',
  },
  'next-cut-off': {
    es: 'Vence en la fecha de corte: ni el horario ni las pausas la mueven.',
    en: 'It is due at the billing cut-off: neither hours nor pauses move it.',
  },
};

const counted = (clock: CountedClock, calendar: BusinessCalendar, language: Language): readonly string[] => {
  const said = setBy[clock.term.term.kind]?.[language];
  return explanationOf(stepsOf(calendar, clock.question), language, said);
};

/** Whom a pause is put down to, in the words of an explanation. */
const attributedTo: Readonly<Record<PauseAttribution, Bilingual>> = {
  user: { es: 'se atribuye al usuario', en: 'put down to the user' },
  authority: { es: 'se atribuye a la autoridad', en: 'put down to the authority' },
  nobody: { es: 'no se atribuye a nadie', en: 'put down to nobody' },
};

/** Why a pause holds a clock up, and on whose account: the same sentence wherever it is told. */
export const pauseReasonText = (
  { reason, attributedTo: whom }: Pick<CurrentPause, 'reason' | 'attributedTo'>,
  language: Language,
): string => `${pauseLabels[reason][language]}, ${attributedTo[whom][language]}`;

/** Each pause with its reason and whom it is put down to; the steps tell what it took. */
const pauseLines = (
  { pauses }: CountedClock,
  { zone }: BusinessCalendar,
  language: Language,
): readonly string[] =>
  pauses.map((pause) => {
    const [from, to] = [pause.from, pause.to].map((instant) =>
      instant === null ? '' : localMoment(zone, millisecondsOf(instant), language),
    );
    const why = pauseReasonText(pause, language);
    return pause.to === null
      ? { es: `En pausa desde el ${from}: ${why}.`, en: `Paused since ${from}: ${why}.` }[language]
      : { es: `En pausa del ${from} al ${to}: ${why}.`, en: `Paused from ${from} to ${to}: ${why}.` }[
          language
        ];
  });

/** When a clock that is paused would be due if it went on now. */
const forecastLine = (
  { state, forecastDueAt, question: { term } }: CountedClock,
  { zone }: BusinessCalendar,
  language: Language,
): readonly string[] => {
  if (state !== 'paused' || forecastDueAt === null) return [];
  return [forecastSentence(zone, forecastDueAt, term, language)];
};

/** How a clock came to its end, in words; nothing while it is open. */
const endLine = (
  { state, endedAt }: CountedClock,
  { zone }: BusinessCalendar,
  language: Language,
): readonly string[] => {
  if (endedAt === null) return [];
  const when = localMoment(zone, millisecondsOf(endedAt), language);
  const done = { es: `Se cumplió el ${when}.`, en: `Met on ${when}.` };
  const pointless = { es: `Dejó de correr el ${when}.`, en: `It stopped running on ${when}.` };
  const late = { es: `Terminó el ${when}, ya vencido.`, en: `It ended on ${when}, after it was due.` };
  return [(state === 'met' ? done : state === 'breached' ? late : pointless)[language]];
};

/** What is said of a breach that was recorded, where the record and what happened do not agree. */
const correctedLine = (
  { state, breachRecordedAt }: { readonly state: string; readonly breachRecordedAt: Instant | null },
  language: Language,
): readonly string[] =>
  breachRecordedAt === null || state === 'breached'
    ? []
    : [
        {
          es: 'Se registró como incumplido; lo que se supo después muestra que no lo fue.',
          en: 'It was recorded as missed; what was learned later shows that it was not.',
        }[language],
      ];

/** How a clock stands and how that was counted, in words: enough to count it again by hand. */
export const clockExplanation = (
  clock: ClockReading,
  calendar: BusinessCalendar | undefined,
  language: Language,
): readonly string[] => {
  if (clock.state === 'not-started')
    return [
      (clock.startsAt === null
        ? { es: 'Nada lo ha iniciado.', en: 'Nothing has started it.' }
        : {
            es: 'Empieza cuando llegue la fecha que ya se conoce.',
            en: 'It starts once the time comes that is known already.',
          })[language],
    ];
  if (clock.state === 'unanswered') return [unanswered[clock.code][language]];
  if (calendar === undefined) return [unanswered['calendar-unknown'][language]];
  return [
    ...counted(clock, calendar, language),
    ...pauseLines(clock, calendar, language),
    ...forecastLine(clock, calendar, language),
    ...endLine(clock, calendar, language),
    ...correctedLine(clock, language),
  ];
};
