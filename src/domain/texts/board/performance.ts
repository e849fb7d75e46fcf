import type { Board } from '../../board/board.js';
import type { MeasureBasis } from '../../board/measures.js';
import type { ClockSummary } from '../../sla/summary.js';
import { barChart, legend } from '../page/charts.js';
import { businessLengthText, lengthText } from '../page/lengths.js';
import { element, plain, type Markup } from '../page/markup.js';
import { folded, section } from '../page/parts.js';
import { table } from '../page/table.js';
import { capitalised } from '../plain-text.js';
import { written } from '../page/counts.js';
import { percentText, ratePart, type BoardSetting } from './setting.js';
import { basisLabels, measureLabels } from './labels.js';

/** From which share on a bar is drawn as well, and from which as soon to be late. */
const [goodFrom, fairFrom] = [90, 70];

const toneOf = (percent: number): string => {
  if (percent >= goodFrom) return 'well';
  return percent >= fairFrom ? 'soon' : 'late';
};

const rowsOf = (clocks: readonly ClockSummary[], setting: BoardSetting) =>
  clocks.map((clock) => {
    const { met, breached, openBreached, running, paused } = clock;
    const counting = {
      count: met,
      of: met + breached,
      percent: clock.percentMetCountingOpenBreached,
    };
    const ended = { count: met, of: met + breached - openBreached, percent: clock.percentMet };
    return {
      cells: [
        clock.name[setting.language],
        ratePart(counting, setting),
        ratePart(ended, setting),
        ...[met, breached, openBreached, running, paused].map(written),
      ],
    };
  });

const tableOf = (clocks: readonly ClockSummary[], caption: string, setting: BoardSetting): Markup => {
  const { columns } = setting.words;
  const numbers = [
    columns.percent,
    columns.percentEnded,
    columns.met,
    columns.missed,
    columns.openLate,
    columns.running,
    columns.paused,
  ];
  return table({
    caption,
    isCaptionQuiet: true,
    columns: [{ title: columns.deadline }, ...numbers.map((title) => ({ title, isNumber: true }))],
    rows: rowsOf(clocks, setting),
  });
};

/** What became of each deadline. */
export const deadlinesMet = ({ clocks }: Board, setting: BoardSetting): Markup => {
  const { words, language } = setting;
  const { headings, hints, nothing } = words;
  const ours = clocks.filter(({ owedBy }) => owedBy === 'provider');
  if (ours.length === 0) return section('deadlines', headings.deadlines, '', plain('p', nothing.clocks));
  const judged = ours
    .filter(({ met, breached }) => met + breached > 0)
    .toSorted((a, b) => (a.percentMetCountingOpenBreached ?? 0) - (b.percentMetCountingOpenBreached ?? 0));
  return section(
    'deadlines',
    headings.deadlines,
    hints.deadlines,
    plain(
      'figure',
      barChart({
        label: headings.deadlines,
        whole: 100,
        bars: judged.map(({ name, met, breached, percentMetCountingOpenBreached: percent }) => ({
          name: name[language],
          told: `${percentText(percent)} · ${words.share(written(met), written(met + breached))}`,
          parts: [{ value: percent ?? 0, tone: toneOf(percent ?? 0) }],
        })),
      }),
    ),
    folded(undefined, words.table, tableOf(ours, headings.deadlines, setting)),
  );
};

/** A length of time, in the words of its basis. */
const lengthIn = (basis: MeasureBasis, ms: number, { language }: BoardSetting): string =>
  basis === 'business' ? businessLengthText(ms) : lengthText(ms, language);

const lengthsBy = (basis: MeasureBasis, { measures }: Board, setting: BoardSetting): readonly Markup[] => {
  const { words, language } = setting;
  const { columns } = words;
  const found = measures.filter((each) => each.basis === basis);
  if (found.length === 0) return [];
  const told = (ms: number): string => lengthIn(basis, ms, setting);
  return [
    plain('h3', capitalised(basisLabels[basis][language])),
    plain(
      'figure',
      legend([
        { tone: 'one', word: columns.half },
        { tone: 'two', word: columns.most },
        { tone: 'three', word: columns.nearlyAll },
      ]),
      barChart({
        label: `${words.headings.lengths}: ${basisLabels[basis][language]}`,
        whole: Math.max(...found.map(({ p95Ms }) => p95Ms)),
        isNested: true,
        bars: found.map(({ measure, p50Ms, p80Ms, p95Ms }) => ({
          name: measureLabels[measure][language],
          told: told(p50Ms),
          parts: [
            { value: p95Ms, tone: 'three' },
            { value: p80Ms, tone: 'two' },
            { value: p50Ms, tone: 'one' },
          ],
        })),
      }),
    ),
    folded(
      undefined,
      words.table,
      table({
        caption: capitalised(basisLabels[basis][language]),
        isCaptionQuiet: true,
        columns: [
          { title: columns.measure },
          ...[columns.n, columns.half, columns.most, columns.nearlyAll].map((title) => ({
            title,
            isNumber: true,
          })),
        ],
        rows: found.map(({ measure, n, p50Ms, p80Ms, p95Ms }) => ({
          cells: [measureLabels[measure][language], written(n), told(p50Ms), told(p80Ms), told(p95Ms)],
        })),
      }),
    ),
  ];
};

/** How long things took, in business time and in elapsed time. */
export const lengths = (board: Board, setting: BoardSetting): Markup => {
  const { headings, hints, nothing } = setting.words;
  if (board.measures.length === 0)
    return section('lengths', headings.lengths, '', plain('p', nothing.measures));
  const sides = (['business', 'elapsed'] as const).map((basis) =>
    plain('div', ...lengthsBy(basis, board, setting)),
  );
  return section('lengths', headings.lengths, hints.lengths, element('div', { class: 'columns' }, sides));
};
