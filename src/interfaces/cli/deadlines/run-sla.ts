import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { ClockSummary, DurationSummary } from '../../../domain/sla/summary.js';
import { durationText } from '../../../domain/texts/deadlines/explanation.js';
import type { SlaView } from '../../../queries/sla.js';
import { done, type ExitStatus } from '../exit-status.js';
import { instantOption } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { momentsFor } from '../reading/moments.js';
import { printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { renderTable } from '../terminal/table.js';

const clockTitles = {
  es: [
    'Plazo',
    'Iniciados',
    'Cumplidos',
    'Incumplidos',
    'Corren',
    'En pausa',
    'Abiertos vencidos',
    '% cumplido',
  ],
  en: ['Clock', 'Started', 'Met', 'Missed', 'Running', 'Paused', 'Open overdue', '% met'],
} as const;

const durationTitles = {
  es: ['Plazo', 'Tiempo', 'Cuántos', '50 %', '80 %', '95 %'],
  en: ['Clock', 'Time', 'How many', '50%', '80%', '95%'],
} as const;

const bases = {
  es: { open: 'hábil', elapsed: 'corrido' },
  en: { open: 'business', elapsed: 'elapsed' },
} as const;

const clockCells = (each: ClockSummary, language: Language): string[] => [
  each.name[language],
  ...[each.started, each.met, each.breached, each.running, each.paused, each.openBreached].map(String),
  each.percentMet === null ? '-' : String(each.percentMet),
];

const durationCells = (
  { basis, n, p50Ms, p80Ms, p95Ms }: DurationSummary,
  name: string,
  language: Language,
): string[] => [name, bases[language][basis], String(n), ...[p50Ms, p80Ms, p95Ms].map(durationText)];

const tell = async (session: Session, view: SlaView, zone: string): Promise<void> => {
  const { language, space } = session;
  const table = (titles: readonly string[], rows: readonly string[][]) =>
    renderTable(
      space,
      titles.map((title, place) => ({ title, rank: place > 3 ? 1 : 0 })),
      rows,
    );
  const names = new Map(view.clocks.map(({ clock, name }) => [clock, name[language]]));
  const nameOf = (clock: string): string => names.get(clock) ?? clock;
  const heading = say(
    session,
    {
      es: 'Al {at}: {open} abiertas, {closed} terminadas.',
      en: 'As of {at}: {open} open, {closed} ended.',
    },
    { at: momentsFor(true, zone)(view.asOf), open: view.open, closed: view.closed },
  );
  const parts = [
    `${heading}\n`,
    await table(
      clockTitles[language],
      view.clocks.map((each) => clockCells(each, language)),
    ),
    await table(
      durationTitles[language],
      view.durations.map((each) => durationCells(each, nameOf(each.clock), language)),
    ),
  ];
  await session.out.write(parts.join('\n'));
};

export const runSla = (session: Session, { options }: Given): Promise<ExitStatus> => {
  const at = instantOption(options, 'at');
  const knownAt = instantOption(options, 'knownAt');
  return withQuejas(session, 'read', async (quejas) => {
    const view = await quejas.sla({ at, knownAt });
    if (session.json) {
      const { asOf, open, closed, byStatus, clocks, durations } = view;
      await printJson(session, { asOf, open, closed, byStatus, clocks, durations });
    } else await tell(session, view, quejas.provider.zone);
    return done;
  });
};
