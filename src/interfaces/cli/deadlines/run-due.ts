import { readyCalendar } from '../../../application/calendars/publish-calendar.js';
import { parseInstant, type Instant } from '../../../domain/kernel/instant.js';
import type { BusinessCalendar } from '../../../domain/sla/compile-calendar.js';
import { dueOf, type Due, type DueQuestion, type PauseSpan, type Term } from '../../../domain/sla/due.js';
import { stepsOf } from '../../../domain/sla/steps.js';
import { dueSummary } from '../../../domain/texts/deadlines/due-summary.js';
import { explanationOf } from '../../../domain/texts/deadlines/explanation.js';
import { machineTransitions } from '../../../infrastructure/shared/system/zone-transitions.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { instantOption, numberOption, textOf, textsOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { printJson, say, type Session } from '../session/session.js';
import { calendarFromFile, calendarOrThrow } from './calendar-file.js';
import type { Given } from '../program/subcommand.js';

const most = 999_999_999;

/** The one term of a command line. Throws `term-not-one`, `number-invalid`, `instant-invalid`. */
const termOf = (options: Options): Term => {
  const minutes = numberOption(options, 'minutes', [0, most]);
  const days = numberOption(options, 'businessDays', [0, most]);
  const dueAt = instantOption(options, 'fixed');
  const terms: readonly Term[] = [
    ...(minutes === undefined ? [] : [{ kind: 'minutes', minutes } as const]),
    ...(days === undefined ? [] : [{ kind: 'business-days', days } as const]),
    ...(dueAt === undefined ? [] : [{ kind: 'fixed', dueAt } as const]),
  ];
  const [term] = terms;
  if (term === undefined || terms.length > 1) throw fault('term-not-one');
  return term;
};

const notOver: ReadonlySet<string> = new Set(['', '..']);

/** `FROM/TO`; `FROM/` and `FROM/..` have no end yet. Throws `pause-invalid`. */
const pauseOf = (text: string): PauseSpan => {
  const [begin = '', end = 'none', ...rest] = text.split('/');
  const from = parseInstant(begin);
  const to = parseInstant(end);
  if (from === undefined || rest.length > 0) throw fault('pause-invalid', { value: text });
  if (notOver.has(end)) return { from };
  if (to === undefined || to < from) throw fault('pause-invalid', { value: text });
  return { from, to };
};

const startOf = (options: Options): Instant => {
  const start = instantOption(options, 'start');
  if (start === undefined) throw fault('argument-missing', { name: '--start' });
  return start;
};

/** Throws `beyond-calendar`, `before-calendar`. */
const answerOf = (calendar: BusinessCalendar, question: DueQuestion): Due => {
  const outcome = dueOf(calendar, question);
  if (!outcome.ok) throw fault(outcome.code, outcome.details);
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
  await session.out.write(`${lines.join('\n')}\n`);
};

export const runDue = async (session: Session, { options }: Given): Promise<ExitStatus> => {
  const file = textOf(options, 'calendar');
  const source = await calendarFromFile(session, file);
  const start = startOf(options);
  const term = termOf(options);
  const pauses = textsOf(options, 'pause').map(pauseOf);
  const at = instantOption(options, 'at') ?? session.clock();
  const calendar = calendarOrThrow(file ?? '', readyCalendar(source, start, machineTransitions));
  await tell(session, calendar, { start, term, pauses, at });
  return done;
};
