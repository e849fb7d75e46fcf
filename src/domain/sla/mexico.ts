import type { RejectionText } from '../kernel/rejection-text.js';
import type { Provenance } from './calendar.js';
import { dayOf, formatDay, parseDay, weekdayIndexOf } from './local-date.js';

/** A date that the law closes, and what it is for. */
export interface Holiday {
  /** Local date, `2026-09-16`. */
  readonly date: string;
  /** What it is called, in both languages. */
  readonly name: RejectionText;
}

/** Dates that an authority has set, one by one: they follow from no rule. */
export interface DatedClosure extends Omit<Provenance, 'of'> {
  /** Whose days these are. */
  readonly authority: string;
  /** First and last local date. */
  readonly from: string;
  /** Last local date. */
  readonly to: string;
  /** Why, in both languages. */
  readonly reason: RejectionText;
}

const fixed = (year: number, month: number, date: number): string => formatDay(dayOf(year, month, date));

/** The nth Monday of a month. */
const monday = (year: number, month: number, nth: number): string => {
  const first = dayOf(year, month, 1);
  return formatDay(first + ((7 - weekdayIndexOf(first)) % 7) + (nth - 1) * 7);
};

/** The executive power changes hands every six years: on 1 December up to 2018, on 1 October from 2024. */
const transition = (year: number): readonly string[] => {
  if ((year - 2024) % 6 !== 0) return [];
  return [year < 2024 ? fixed(year, 12, 1) : fixed(year, 10, 1)];
};

/** Since 2006 three of the days are Mondays. */
const movable = (year: number): readonly (readonly [string, RejectionText])[] => {
  const moves = year >= 2006;
  return [
    [
      moves ? monday(year, 2, 1) : fixed(year, 2, 5),
      { es: 'Aniversario de la Constitución', en: 'Anniversary of the Constitution' },
    ],
    [
      moves ? monday(year, 3, 3) : fixed(year, 3, 21),
      { es: 'Natalicio de Benito Juárez', en: "Benito Juárez's birthday" },
    ],
    [
      moves ? monday(year, 11, 3) : fixed(year, 11, 20),
      { es: 'Aniversario de la Revolución', en: 'Anniversary of the Revolution' },
    ],
  ];
};

/**
 * The federal rest days of Mexico in a year, by the rules of article 74 of the *Ley Federal del Trabajo*. Election days
 * are set by electoral law and are no part of it: {@link electionDays}.
 */
export const federalHolidays = (year: number): readonly Holiday[] =>
  [
    [fixed(year, 1, 1), { es: 'Año Nuevo', en: "New Year's Day" }] as const,
    ...movable(year),
    [fixed(year, 5, 1), { es: 'Día del Trabajo', en: 'Labour Day' }] as const,
    [fixed(year, 9, 16), { es: 'Día de la Independencia', en: 'Independence Day' }] as const,
    ...transition(year).map(
      (date) =>
        [
          date,
          { es: 'Transmisión del Poder Ejecutivo Federal', en: 'Transfer of the federal executive power' },
        ] as const,
    ),
    [fixed(year, 12, 25), { es: 'Navidad', en: 'Christmas Day' }] as const,
  ]
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** Where the rules of {@link federalHolidays} come from. */
export const federalHolidaysProvenance: Provenance = {
  of: 'holidays',
  basis: 'official',
  source: 'Ley Federal del Trabajo, art. 74, as quoted by secondary sources; reforms of 2006 and 2024',
  lookedAt: '2026-11-26',
};

/**
 * Federal election days, on which the law gives rest. They fall on Sundays. A later one is added once it is published:
 * that of 2027 was not found in any official text.
 */
export const electionDays: readonly DatedClosure[] = [
  { date: '2018-07-01' },
  { date: '2021-06-06' },
  { date: '2024-06-02' },
].map(({ date }) => ({
  authority: 'INE',
  from: date,
  to: date,
  reason: { es: 'Jornada electoral federal', en: 'Federal election day' },
  basis: 'press',
  source: 'Published dates of federal elections',
  lookedAt: '2026-11-26',
}));

/** Days on which an authority has said that terms do not run. */
export const authorityClosures: readonly DatedClosure[] = [
  {
    authority: 'SICT',
    from: '2025-12-22',
    to: '2026-01-06',
    reason: { es: 'Días inhábiles de la autoridad', en: 'Closed days of the authority' },
    basis: 'press',
    source: 'cronica.com.mx, 2025-12-10',
    lookedAt: '2026-11-26',
  },
];

/** Every local date of a list of closures, as a calendar's `holidays` have them. */
export const datesOf = (closures: readonly DatedClosure[]): readonly string[] =>
  closures.flatMap(({ from, to }) => {
    const dates: string[] = [];
    for (let day = parseDay(from) ?? 0; formatDay(day) <= to; day += 1) dates.push(formatDay(day));
    return dates;
  });
