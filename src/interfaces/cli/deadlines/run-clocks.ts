import type { Language } from '../../../domain/complaint/vocabulary.js';
import { forecastClause } from '../../../domain/texts/deadlines/due-summary.js';
import { roughDurationText } from '../../../domain/texts/deadlines/explanation.js';
import { clockStateLabels, pauseReasonText } from '../../../domain/texts/deadlines/clock-text.js';
import type { ClocksFull, ClockView } from '../../../queries/clocks.js';
import { done, type ExitStatus } from '../exit-status.js';
import { momentOption } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { missingFolio } from '../reading/missing-folio.js';
import { deadlinesFor } from '../reading/moments.js';
import { viewerOf } from '../reading/viewer-flags.js';
import { printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { wrapped } from '../terminal/wrap.js';

const nothingCounted = {
  startedAt: null,
  dueAt: null,
  dueDay: null,
  consumedMs: null,
  remainingMs: null,
  overdueMs: null,
  pausedMs: null,
  forecastDueAt: null,
  endedAt: null,
  pause: null,
  pauses: [],
  warnings: [],
  cycle: null,
  run: null,
  breachRecordedAt: null,
  calendar: null,
  startsAt: null,
};

/** The fields of the interface first, in its order; what a reading does not tell is null. */
const asJson = (view: ClockView) => {
  const { clock, state, policy, explanation, name, owedBy, ...rest } = { ...nothingCounted, ...view };
  const { startedAt, dueAt, dueDay, consumedMs, remainingMs, pausedMs, forecastDueAt, calendar, ...more } =
    rest;
  const counted = { startedAt, dueAt, dueDay, consumedMs, remainingMs, pausedMs, forecastDueAt };
  return { clock, state, ...counted, policy, calendar, explanation, name, owedBy, ...more };
};

/** Which one of several it is: the second time in a cycle, a later cycle. */
const ordinal = (
  { cycle, run }: { readonly cycle: number; readonly run: number },
  language: Language,
): string => {
  const parts = [
    ...(cycle > 1 ? [{ es: `ciclo ${cycle}`, en: `cycle ${cycle}` }[language]] : []),
    ...(run > 1 ? [{ es: `${run}.ª vez`, en: `time ${run}` }[language]] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
};

type Started = Exclude<ClockView, { readonly state: 'not-started' }>;

const lineOf = (view: Started, language: Language, due: ReturnType<typeof deadlinesFor>): string => {
  const title = `${view.name[language]}${ordinal(view, language)}: ${clockStateLabels[view.state][language]}`;
  if (view.state === 'unanswered') return `${title}.`;
  const { dueAt, dueDay, consumedMs, remainingMs, overdueMs, pause, state, forecastDueAt } = view;
  const when = due(dueAt, dueDay);
  const told = {
    es: dueAt === null ? 'sin vencimiento mientras dure la pausa' : `vence ${when}`,
    en: dueAt === null ? 'no due time while the pause lasts' : `due ${when}`,
  }[language];
  const left = {
    es: `consumido ${roughDurationText(consumedMs)}, resta ${roughDurationText(remainingMs)}`,
    en: `consumed ${roughDurationText(consumedMs)}, left ${roughDurationText(remainingMs)}`,
  }[language];
  const late = {
    es: `${roughDurationText(overdueMs)} después de vencer`,
    en: `${roughDurationText(overdueMs)} after it was due`,
  }[language];
  const why = pause === null ? [] : [pauseReasonText(pause, language)];
  const forecast =
    state === 'paused' && forecastDueAt !== null ? [forecastClause(due(forecastDueAt, null), language)] : [];
  return `${[title, ...why, told, ...forecast, state === 'breached' ? late : left].join('; ')}.`;
};

const tell = async (session: Session, view: ClocksFull, zone: string, explains: boolean): Promise<void> => {
  const { language, space } = session;
  const due = deadlinesFor(zone, language);
  const lines: string[] = [];
  const waiting: string[] = [];
  for (const each of view.clocks) {
    if (each.state === 'not-started')
      waiting.push(
        each.startsAt === null ? each.name[language] : `${each.name[language]} (${due(each.startsAt, null)})`,
      );
    else {
      lines.push(wrapped(space, lineOf(each, language, due)));
      if (explains || each.state === 'unanswered')
        lines.push(...each.explanation.map((step) => wrapped(space, `  ${step}`)));
    }
  }
  if (lines.length === 0)
    lines.push(say(session, { es: 'Ningún plazo ha empezado.', en: 'No deadline has started.' }));
  if (waiting.length > 0)
    lines.push(
      wrapped(
        space,
        `${say(session, { es: 'Todavía no empiezan:', en: 'Not started yet:' })} ${waiting.join('; ')}.`,
      ),
    );
  if (view.missing.length > 0)
    lines.push(
      wrapped(
        space,
        say(
          session,
          {
            es: 'No se cuentan los plazos de {missing}: este perfil no tiene esa versión.',
            en: 'The deadlines of {missing} are not counted: this profile does not have that version.',
          },
          { missing: view.missing.join(', ') },
        ),
      ),
    );
  await session.out.write(`${lines.join('\n')}\n`);
};

export const runClocks = (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
  const at = momentOption(options, 'at');
  const knownAt = momentOption(options, 'knownAt');
  const viewer = viewerOf(options);
  return withQuejas(session, 'read', async (quejas) => {
    const { language } = session;
    const { zone } = quejas.provider;
    const view = await quejas.clocks(operand, viewer, {
      at: await at?.(zone),
      knownAt: await knownAt?.(zone),
      language,
    });
    if (view === undefined) throw await missingFolio(operand, quejas.provider);
    if (session.json) {
      const { folio } = view;
      const told = view.view === 'full' ? view : { at: null, clocks: [], missing: [] };
      await printJson(session, {
        folio,
        clocks: told.clocks.map(asJson),
        view: view.view,
        at: told.at,
        missing: told.missing,
      });
    } else if (view.view === 'full')
      await tell(session, view, quejas.provider.zone, options['explain'] === true);
    else
      await session.out.write(
        `${say(session, {
          es: 'Los plazos se dicen a quien comprueba que es parte de la solicitud.',
          en: 'Deadlines are told to those who are known to be a party of the request.',
        })}\n`,
      );
    return done;
  });
};
