/** The days of a week, from Monday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A day of the week, as calendar files name it. */
export type Weekday = (typeof weekdays)[number];

/**
 * Weekly hours in the notation of the calendar file: `{ mon: ['09:00-21:00'] }`. A day that is absent is closed, `24:00`
 * is legal, and a shift may run past midnight (`22:00-30:00`). Intervals are half-open.
 */
export type Week = { readonly [D in Weekday]?: readonly string[] };

/** Minutes after 00:00 of the day on which it starts, `from` (included) to `to` (excluded). */
export interface Interval {
  /** Minutes, 0 to 1,439. */
  readonly from: number;
  /** Minutes; beyond 1,440 where the shift runs past midnight. */
  readonly to: number;
}

export const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

const notation = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/;

/** The minutes of an interval as the calendar file writes it; `undefined` where it is none or empty. */
export const parseInterval = (text: unknown): Interval | undefined => {
  const read = typeof text === 'string' ? notation.exec(text) : null;
  if (read === null) return undefined;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = read.slice(1).map(Number);
  const [from, to] = [h1 * 60 + m1, h2 * 60 + m2];
  return from < dayMinutes && from < to && to <= from + dayMinutes ? { from, to } : undefined;
};

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** An interval in the notation of the calendar file. */
export const formatInterval = ({ from, to }: Interval): string => `${clock(from)}-${clock(to)}`;

/** An interval of a week, where it stands in the week's minutes from Monday 00:00. */
interface Placed {
  readonly day: Weekday;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What can be wrong with a week's hours. */
export type WeekFault =
  | { readonly code: 'interval-invalid'; readonly part: string; readonly day: Weekday }
  | { readonly code: 'interval-overlap'; readonly part: string; readonly day: Weekday }
  | { readonly code: 'hours-empty'; readonly part: string };

const placedIn = (week: Week): readonly Placed[] =>
  weekdays.flatMap((day, index) =>
    (week[day] ?? []).flatMap((text) => {
      const interval = parseInterval(text);
      const start = index * dayMinutes;
      return interval === undefined
        ? []
        : [{ day, text, from: start + interval.from, to: start + interval.to }];
    }),
  );

/** The intervals that start before the one before them has ended; the last of the week runs into the first. */
const overlapsIn = (placed: readonly Placed[]): readonly WeekFault[] => {
  const inOrder = [...placed].sort((a, b) => a.from - b.from);
  return inOrder.flatMap((each, index): WeekFault[] => {
    const next = inOrder[index + 1] ?? inOrder[0] ?? each;
    const start = next.from + (index + 1 < inOrder.length ? 0 : weekMinutes);
    if (start >= each.to) return [];
    return [
      { code: 'interval-overlap', day: next.day, part: `${each.day} ${each.text}, ${next.day} ${next.text}` },
    ];
  });
};

/** All that is wrong with weekly hours: intervals that are none, that overlap, and a week that is never open. */
export const faultsOfWeek = (week: Week): readonly WeekFault[] => {
  const invalid = weekdays.flatMap((day) =>
    (week[day] ?? [])
      .filter((text) => parseInterval(text) === undefined)
      .map((part): WeekFault => ({ code: 'interval-invalid', day, part })),
  );
  const placed = placedIn(week);
  const empty: WeekFault[] =
    placed.length === 0 && invalid.length === 0 ? [{ code: 'hours-empty', part: '' }] : [];
  return [...invalid, ...overlapsIn(placed), ...empty];
};

/** Every day, 24 hours. */
export const aroundTheClock: Week = Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']]));

/** True where no minute of the week is closed. */
export const isAroundTheClock = (week: Week): boolean => {
  const placed = placedIn(week);
  const open = placed.reduce((sum, { from, to }) => sum + to - from, 0);
  return open === weekMinutes && overlapsIn(placed).length === 0;
};
