import { readyCalendar } from '../../../application/calendars/publish-calendar.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { BusinessCalendar } from '../../../domain/sla/compile-calendar.js';
import { dueOf, type Due, type DueQuestion, type PauseSpan, type Term } from '../../../domain/sla/due.js';
import type { CalendarSource, PublishedCalendar } from '../../../domain/sla/calendar.js';
import { zoneTableOf } from '../../../domain/sla/zone.js';
import { stepsOf } from '../../../domain/sla/steps.js';
import { dateInFull, dueSummary } from '../../../domain/texts/deadlines/due-summary.js';
import { readMoment, type LocalClocks } from '../../../domain/texts/words/read-moment.js';
import { explanationOf } from '../../../domain/texts/deadlines/explanation.js';
import { machineTransitions } from '../../../infrastructure/shared/system/zone-transitions.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { momentOption, numberOption, textOf, textsOf, type AskedMoment } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { printJson, say, type Session } from '../session/session.js';
import { printText } from '../session/print-text.js';
import { calendarFromFile, calendarOrThrow } from './calendar-file.js';
import type { Given } from '../program/subcommand.js';

const most = 999_999_999;

/** The one term of a command line, by the calendar's clocks. Throws `term-not-one`, `number-invalid`, `instant-invalid`. */
const termOf = (options: Options): ((clocks: LocalClocks) => Promise<Term>) => {
  const minutes = numberOption(options, 'minutes', [0, most]);
  const days = numberOption(options, 'businessDays', [0, most]);
  const fixed = momentOption(options, 'fixed');
  const terms: readonly (Term | AskedMoment)[] = [
    ...(minutes === undefined ? [] : [{ kind: 'minutes', minutes } as const]),
    ...(days === undefined ? [] : [{ kind: 'business-days', days } as const]),
    ...(fixed === undefined ? [] : [fixed]),
  ];
  const [term] = terms;
  if (term === undefined || terms.length > 1) throw fault('term-not-one');
  return async (clocks) => (typeof term === 'function' ? { kind: 'fixed', dueAt: await term(clocks) } : term);
};

const notOver: ReadonlySet<string> = new Set(['', '..']);

/** A text in two, at each of its slashes: a local date may be written with slashes too. */
const cutsOf = (text: string): readonly (readonly [string, string])[] =>
  Array.from(text.matchAll(/\//g), ({ index }) => [text.slice(0, index), text.slice(index + 1)]);

/** `FROM/TO`; `FROM/` and `FROM/..` have no end yet. Throws `pause-invalid`. */
const pauseOf = (text: string, clocks: LocalClocks): PauseSpan => {
  for (const [begin, end] of cutsOf(text)) {
    const [from, to] = [readMoment(begin, clocks), readMoment(end, clocks)];
    if (from === undefined) continue;
    if (notOver.has(end.trim())) return { from };
    if (to !== undefined && to >= from) return { from, to };
  }
  throw fault('pause-invalid', { value: text });
};

const startOf = (options: Options): AskedMoment => {
  const start = momentOption(options, 'start');
  if (start === undefined) throw fault('argument-missing', { name: '--start' });
  return start;
};

/** Throws `beyond-calendar`, `before-calendar`. */
const answerOf = (calendar: BusinessCalendar, question: DueQuestion): Due => {
  const outcome = dueOf(calendar, question);
  if (!outcome.ok) {
    const told = (language: Language) => ({
      calendar: { es: `«${calendar.id}»`, en: `"${calendar.id}"` }[language],
      until: dateInFull(calendar.until, language),
    });
    throw fault(outcome.code, outcome.details, undefined, { es: told('es'), en: told('en') });
  }
  return outcome.due;
};

const tell = async (session: Session, calendar: BusinessCalendar, question: DueQuestion): Promise<void> => {
  const due = answerOf(calendar, question);
  const explanation = explanationOf(stepsOf(calendar, question), session.language);
  if (session.json) {
    const { dueAt, dueDay, consumedMs, remainingMs, pausedMs, forecastDueAt, state } = due;
    await printJson(session, {
      ...{ dueAt, dueDay, consumedMs, remainingMs, pausedMs, forecastDueAt, state, explanation },
    });
    return;
  }
  const lines = [
    ...dueSummary(calendar, question, due, session.language),
    '',
    say(session, { es: 'Cómo se contó:', en: 'How it was counted:' }),
    ...explanation.map((line) => `  ${line}`),
  ];
  await printText(session, `${lines.join('\n')}\n`);
};

/** The moment asked for; the clock where none is. */
const atOf = async (session: Session, options: Options, clocks: LocalClocks): Promise<Instant> => {
  const asked = momentOption(options, 'at');
  return asked === undefined ? (await session.clockIn(clocks))() : asked(clocks);
};

/** What was published tells its local times too: no answer hangs on the time-zone tables of this machine. */
const clocksOf = (source: CalendarSource | PublishedCalendar): LocalClocks =>
  'transitions' in source ? zoneTableOf(source.transitions) : source.zone;

export const runDue = async (session: Session, { options }: Given): Promise<ExitStatus> => {
  const file = textOf(options, 'calendar');
  const source = await calendarFromFile(session, file);
  const clocks = clocksOf(source);
  const start = await startOf(options)(clocks);
  const term = await termOf(options)(clocks);
  const pauses = textsOf(options, 'pause').map((pause) => pauseOf(pause, clocks));
  const at = await atOf(session, options, clocks);
  const calendar = calendarOrThrow(file ?? '', readyCalendar(source, start, machineTransitions));
  await tell(session, calendar, { start, term, pauses, at });
  return done;
};
