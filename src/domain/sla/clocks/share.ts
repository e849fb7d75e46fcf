import { instantOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import { openTimeBetween } from '../business-time.js';
import type { BusinessCalendar } from '../compile-calendar.js';
import { spansOf, type DueQuestion } from '../due.js';
import { minuteMs } from '../local-date.js';
import { dueOfDays, dueOfTime } from '../reckon.js';
import { endOfDay, localDayAt } from '../zone.js';

/**
 * Hundredths of days, so that no share is a millisecond short: whole days end at 24:00 of their last day, a part of one is
 * a part of the open time of the day that would be next. Open days between them are paused whole, and are none.
 */
const instantOfDays = (calendar: BusinessCalendar, question: DueQuestion, hundredths: number): number => {
  const start = millisecondsOf(question.start);
  const spans = spansOf(question.pauses);
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths - whole * 100;
  const reached = dueOfDays(calendar, start, whole, spans);
  if (rest === 0 || !Number.isFinite(reached)) return reached;
  const from = whole === 0 ? endOfDay(calendar.zone, localDayAt(calendar.zone, start)) : reached;
  const next = dueOfDays(calendar, start, whole + 1, spans);
  if (!Number.isFinite(next)) return next;
  const begins = endOfDay(calendar.zone, localDayAt(calendar.zone, next - 1) - 1);
  const part = Math.floor((openTimeBetween(calendar, begins, next) * rest) / 100);
  return Math.min(next, dueOfTime(calendar, from, part, spans));
};

/**
 * The instant at which a share of a term, in percent, is consumed: of open time, of business days, of the time until an
 * instant that is set. `null` while a pause without end holds it up, and where the calendar ends before.
 */
export const instantOfShare = (
  calendar: BusinessCalendar,
  question: DueQuestion,
  percent: number,
): Instant | null => {
  const { start, term, pauses } = question;
  const from = millisecondsOf(start);
  const reached = ((): number => {
    switch (term.kind) {
      case 'minutes':
        return dueOfTime(
          calendar,
          from,
          Math.floor((term.minutes * minuteMs * percent) / 100),
          spansOf(pauses),
        );
      case 'business-days':
        return instantOfDays(calendar, question, term.days * percent);
      case 'fixed':
        return from + Math.floor(((millisecondsOf(term.dueAt) - from) * percent) / 100);
    }
  })();
  return Number.isFinite(reached) ? instantOf(reached) : null;
};
