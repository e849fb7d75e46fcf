import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import type { JsonObject } from '../kernel/json.js';
import { openTimeAt } from './business-time.js';
import type { BusinessCalendar } from './compile-calendar.js';
import { formatDay, minuteMs } from './local-date.js';
import { isPausedAt, pausedStretches, pausedUpTo, pausesUntil, type Span } from './pauses.js';
import { dueOfDays, dueOfTime, lastDayOfTerm } from './reckon.js';
import { endOfDay, localDayAt } from './zone.js';

/** How long a term is: open minutes, open days, or an instant that an authority has set. */
export type Term =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'business-days'; readonly days: number }
  | { readonly kind: 'fixed'; readonly dueAt: Instant };

/** A time that does not count; without `to` it lasts. Pauses may overlap, and come in any order. */
export interface PauseSpan {
  /** When it begins. */
  readonly from: Instant;
  /** When it ends; absent while it lasts. */
  readonly to?: Instant;
}

/** What is asked of a term: when it is due, and how it stands at an instant. */
export interface DueQuestion {
  /** When the term begins. */
  readonly start: Instant;
  /** How long it is. */
  readonly term: Term;
  /** What does not count. */
  readonly pauses: readonly PauseSpan[];
  /** The instant of the answer's state; the due instant does not depend on it. */
  readonly at: Instant;
}

/** How a term stands: before its start, counting, in a pause, or past its due instant. */
export type DueState = 'not-started' | 'running' | 'paused' | 'breached';

/** When a term is due, and how it stands at the instant asked for. Times are open milliseconds of its calendar. */
export interface Due {
  /** The earliest instant at which the target is consumed; `null` while a pause without end holds it up. */
  readonly dueAt: Instant | null;
  /** The local date of `dueAt`; of a term in days its last day, which ends at `dueAt`. */
  readonly dueDay: string | null;
  /** Consumed until the instant asked for, never beyond the due instant. */
  readonly consumedMs: number;
  /** What is left of the target. */
  readonly remainingMs: number;
  /** Open time that pauses have taken away until then. A fixed due instant knows none. */
  readonly pausedMs: number;
  /** When it would be due if whatever pauses it ended now, and nothing paused it again. */
  readonly forecastDueAt: Instant;
  /** How it stands at the instant asked for. */
  readonly state: DueState;
}

/** An answer, or why there is none: what lies outside the calendar is never guessed. */
export type DueOutcome =
  | { readonly ok: true; readonly due: Due }
  | {
      readonly ok: false;
      readonly code: 'beyond-calendar' | 'before-calendar';
      readonly details: JsonObject;
    };

/** A term in numbers. */
interface Reckoning {
  /** From where on open time is consumed. */
  readonly counts: number;
  readonly pauses: readonly Span[];
  readonly dueWith: (pauses: readonly Span[]) => number;
  /** The local date on which a due instant falls, or that ends with it. */
  readonly dayOf: (due: number, pauses: readonly Span[]) => number;
}

/** The pauses of a question in milliseconds. */
export const spansOf = (pauses: readonly PauseSpan[]): readonly Span[] =>
  pauses.map(({ from, to }) => ({
    from: millisecondsOf(from),
    to: to === undefined ? Infinity : millisecondsOf(to),
  }));

const reckoningOf = (calendar: BusinessCalendar, { start, term, pauses }: DueQuestion): Reckoning => {
  const from = millisecondsOf(start);
  const spans = spansOf(pauses);
  const localDay = (due: number) => localDayAt(calendar.zone, due);
  switch (term.kind) {
    case 'minutes':
      return {
        counts: from,
        pauses: spans,
        dueWith: (each) => dueOfTime(calendar, from, term.minutes * minuteMs, each),
        dayOf: localDay,
      };
    case 'business-days': {
      const received = localDay(from);
      return {
        counts: endOfDay(calendar.zone, received),
        pauses: spans,
        dueWith: (each) => dueOfDays(calendar, from, term.days, each),
        dayOf: (_, each) => (term.days === 0 ? received : lastDayOfTerm(calendar, received, term.days, each)),
      };
    }
    case 'fixed':
      return { counts: from, pauses: [], dueWith: () => millisecondsOf(term.dueAt), dayOf: localDay };
  }
};

/** Open time from where a term counts, up to an instant, in two parts: consumed and paused. */
const spentUntil = (calendar: BusinessCalendar, { counts, pauses }: Reckoning, until: number) => {
  const begin = openTimeAt(calendar, counts);
  const now = openTimeAt(calendar, Math.max(counts, until));
  const pausedMs = pausedUpTo(pausedStretches(calendar, counts, pauses), now);
  return { consumedMs: now - begin - pausedMs, pausedMs };
};

const stateAt = ({ pauses }: Reckoning, start: number, due: number, at: number): DueState => {
  if (at < start) return 'not-started';
  if (at > due) return 'breached';
  return isPausedAt(pauses, at) ? 'paused' : 'running';
};

const outside = (calendar: BusinessCalendar, code: 'beyond-calendar' | 'before-calendar'): DueOutcome => ({
  ok: false,
  code,
  details: { calendar: `${calendar.id}@${calendar.version}`, until: calendar.until },
});

/**
 * When a term is due and how it stands at an instant, as a pure function of what it is given (I-18). Half-open
 * intervals: what is done at the due instant is done in time. A term that the calendar does not reach is
 * `beyond-calendar`, one that starts before it `before-calendar`.
 */
export const dueOf = (calendar: BusinessCalendar, question: DueQuestion): DueOutcome => {
  const [start, at] = [millisecondsOf(question.start), millisecondsOf(question.at)];
  if (start < calendar.from) return outside(calendar, 'before-calendar');
  const reckoning = reckoningOf(calendar, question);
  const { pauses, dueWith, dayOf } = reckoning;

  const due = dueWith(pauses);
  const forecast = dueWith(pausesUntil(pauses, at));
  if (forecast < calendar.from) return outside(calendar, 'before-calendar');
  // What is due, or was until now, lies no later than the forecast: where that is answered for, all of it is.
  if (start > calendar.to || Number.isNaN(due) || !(forecast <= calendar.to))
    return outside(calendar, 'beyond-calendar');

  const until = Math.min(due, at);
  const { consumedMs, pausedMs } = spentUntil(calendar, reckoning, until);
  const left = openTimeAt(calendar, forecast) - openTimeAt(calendar, Math.max(reckoning.counts, until));
  return {
    ok: true,
    due: {
      dueAt: due === Infinity ? null : instantOf(due),
      dueDay: due === Infinity ? null : formatDay(dayOf(due, pauses)),
      consumedMs,
      remainingMs: Math.max(0, left),
      pausedMs,
      forecastDueAt: instantOf(forecast),
      state: stateAt(reckoning, start, due, at),
    },
  };
};
