import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { ClockSummary, DurationSummary } from '../../../domain/sla/summary.js';
import { boardHtml } from '../../../domain/texts/board/board-html.js';
import { zoneInWords } from '../../../domain/texts/zone-words.js';
import { roughDurationText } from '../../../domain/texts/deadlines/explanation.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Quejas } from '../../../composition/quejas.js';
import type { SlaView } from '../../../queries/board/sla.js';
import { done, type ExitStatus } from '../exit-status.js';
import { momentOption, textOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { pageWritten, writePage } from '../session/write-page.js';
import { momentsFor } from '../reading/moments.js';
import { printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { printText } from '../session/print-text.js';
import { wrapped } from '../terminal/wrap.js';
import { renderTable } from '../terminal/table.js';

/** What a narrow terminal keeps to the last: how many were met, and what is late now. */
const clockTitles = {
  es: [
    'Plazo',
    '% cumplido',
    'Cumplidos',
    'Incumplidos',
    'Abiertos vencidos',
    'Corren',
    'En pausa',
    '% sin abiertos',
    'Iniciados',
  ],
  en: ['Clock', '% met', 'Met', 'Missed', 'Open overdue', 'Running', 'Paused', '% of ended', 'Started'],
} as const;
const clockRanks = [0, 0, 0, 0, 0, 1, 2, 1, 3] as const;

const durationTitles = {
  es: ['Plazo', 'Tiempo', 'Cuántos', '50 %', '80 %', '95 %'],
  en: ['Clock', 'Time', 'How many', '50%', '80%', '95%'],
} as const;
const durationRanks = [0, 0, 1, 0, 0, 0] as const;

const bases = {
  es: { open: 'hábil', elapsed: 'corrido' },
  en: { open: 'business', elapsed: 'elapsed' },
} as const;

const percent = (share: number | null): string => (share === null ? '-' : String(share));

const clockCells = (each: ClockSummary, language: Language): string[] => [
  each.name[language],
  percent(each.percentMetCountingOpenBreached),
  ...[each.met, each.breached, each.openBreached, each.running, each.paused].map(String),
  percent(each.percentMet),
  String(each.started),
];

const durationCells = (
  { basis, n, p50Ms, p80Ms, p95Ms }: DurationSummary,
  name: string,
  language: Language,
): string[] => [name, bases[language][basis], String(n), ...[p50Ms, p80Ms, p95Ms].map(roughDurationText)];

const tell = async (session: Session, view: SlaView, zone: string): Promise<void> => {
  const { language, space } = session;
  const table = (titles: readonly string[], ranks: readonly number[], rows: readonly string[][]) =>
    renderTable(
      space,
      titles.map((title, place) => ({ title, rank: ranks[place] ?? 0 })),
      rows,
    );
  const names = new Map(view.clocks.map(({ clock, name }) => [clock, name[language]]));
  const nameOf = (clock: string): string => names.get(clock) ?? clock;
  const heading = say(
    session,
    {
      es: 'Al {at}. Solicitudes abiertas: {open}; terminadas: {closed}.',
      en: 'As of {at}. Open requests: {open}; ended: {closed}.',
    },
    {
      at: `${momentsFor(zone, language)(view.asOf)}, ${zoneInWords(zone, language)}`,
      open: view.open,
      closed: view.closed,
    },
  );
  const parts = [
    `${wrapped(space, heading)}\n`,
    await table(
      clockTitles[language],
      clockRanks,
      view.clocks.map((each) => clockCells(each, language)),
    ),
    ...(view.durations.length === 0
      ? []
      : [
          await table(
            durationTitles[language],
            durationRanks,
            view.durations.map((each) => durationCells(each, nameOf(each.clock), language)),
          ),
        ]),
  ];
  await session.out.write(parts.join('\n'));
};

/** As many open requests as a page lists: more would not be read, and would not print. */
const listedOnPage = 500;

interface InstantsAsked {
  readonly at: Instant | undefined;
  readonly knownAt: Instant | undefined;
}

/** Writes the page of the board. The page is in the language of the terminal. */
const writeBoard = async (session: Session, quejas: Quejas, asked: InstantsAsked, file: string) => {
  const view = await quejas.sla({ ...asked, items: listedOnPage });
  const [{ language }, { knownAt }] = [session, asked];
  const page = boardHtml(view, quejas.provider, { language, ...(knownAt !== undefined && { knownAt }) });
  return { view, page: await writePage(session, file, page) };
};

export const runSla = (session: Session, { options }: Given): Promise<ExitStatus> => {
  const file = textOf(options, 'html');
  const [atAsked, knownAsked] = [momentOption(options, 'at'), momentOption(options, 'knownAt')];
  return withQuejas(session, 'read', async (quejas) => {
    const { zone } = quejas.provider;
    const asked = { at: await atAsked?.(zone), knownAt: await knownAsked?.(zone) };
    const { view, page } =
      file === undefined
        ? { view: await quejas.sla(session.json ? asked : { ...asked, by: [] }), page: null }
        : await writeBoard(session, quejas, asked, file);
    if (session.json) {
      const { asOf, open, closed, byStatus, clocks, durations, ...more } = view;
      await printJson(session, { asOf, open, closed, byStatus, clocks, durations, ...more, page });
    } else if (page === null) await tell(session, view, zone);
    else await printText(session, `${inline(say(session, pageWritten, { page }))}\n`);
    return done;
  });
};
