import type { BoardItem } from '../../board/board-case.js';
import { boardSides, valuesOf, type Board, type BoardPart, type BoardSide } from '../../board/board.js';
import { barChart, legend } from '../page/charts.js';
import { lengthText } from '../page/lengths.js';
import { element, plain, type Markup, type Part } from '../page/markup.js';
import { folded, section } from '../page/parts.js';
import { nothing, table } from '../page/table.js';
import { foldedFolios, namedFolios } from './folios.js';
import { written } from '../page/counts.js';
import { ratePart, valueText, type BoardSetting } from './setting.js';
import { sideLabels } from './labels.js';

/** Those with the most requests; a provider with a hundred municipalities reads the rest in the data. */
const shown = 15;

/** What was met of all deadlines of the provider's that were met or missed, open or not. */
const inTimeOf = ({ clocks }: BoardPart) => {
  const ours = clocks.filter(({ owedBy }) => owedBy === 'provider');
  const count = ours.reduce((sum, { met }) => sum + met, 0);
  const of = ours.reduce((sum, { met, breached }) => sum + met + breached, 0);
  return { count, of, percent: of === 0 ? null : Math.round((count * 10_000) / of) / 100 };
};

const repairOf = ({ measures }: BoardPart, { language }: BoardSetting): Part => {
  const found = measures.find(({ measure, basis }) => measure === 'repair' && basis === 'elapsed');
  return found === undefined
    ? nothing
    : [lengthText(found.p50Ms, language), plain('small', `n = ${written(found.n)}`)];
};

const lateOf = (side: BoardSide, value: string | null, items: readonly BoardItem[]): readonly BoardItem[] =>
  items.filter((item) => item.deadline === 'breached' && valuesOf(item, side).includes(value));

const sideOf = (side: BoardSide, { by, items }: Board, setting: BoardSetting): readonly Markup[] => {
  const { words, language } = setting;
  const { columns, hints } = words;
  const parts = by[side].toSorted(
    (a, b) => b.overdue.complaints - a.overdue.complaints || b.open - a.open || b.filed - a.filed,
  );
  const [first, rest] = [parts.slice(0, shown), parts.length - shown];
  if (parts.every(({ value }) => value === null)) return [];
  const most = Math.max(1, ...first.map(({ open }) => open));
  return [
    element('h3', { id: `by-${side}` }, sideLabels[side][language]),
    ...(side === 'cause' ? [element('p', { class: 'hint' }, hints.causes)] : []),
    plain(
      'figure',
      barChart({
        label: sideLabels[side][language],
        whole: most,
        bars: first.map(({ value, open, overdue: { complaints } }) => ({
          name: valueText(side, value, setting),
          told: words.share(written(complaints), written(open)),
          parts: [
            { value: complaints, tone: 'late' },
            { value: open - complaints, tone: 'one' },
          ],
        })),
      }),
    ),
    folded(
      undefined,
      words.table,
      table({
        caption: sideLabels[side][language],
        isCaptionQuiet: true,
        columns: [
          { title: sideLabels[side][language] },
          ...[
            columns.filed,
            columns.open,
            columns.overdue,
            columns.inTime,
            columns.repair,
            columns.reopened,
            columns.upheld,
            columns.escalated,
          ].map((title) => ({ title, isNumber: true })),
        ],
        rows: first.map((part) => ({
          cells: [
            valueText(side, part.value, setting),
            ...[part.filed, part.open, part.overdue.complaints].map(written),
            ratePart(inTimeOf(part), setting),
            repairOf(part, setting),
            ...[part.reopened, part.upheld, part.escalated].map((rate) => ratePart(rate, setting)),
          ],
        })),
      }),
    ),
    ...(rest > 0 ? [element('p', { class: 'hint' }, words.others(written(rest)))] : []),
    ...foldedFolios(
      words.lateFolios,
      first.flatMap(({ value }, place) =>
        namedFolios(
          `late-${side}-${String(place)}`,
          valueText(side, value, setting),
          lateOf(side, value, items),
        ),
      ),
    ),
  ];
};

/** The same numbers by area, technical lead, channel, kind, cause and municipality, those first that are late. */
export const sides = (board: Board, setting: BoardSetting): Markup => {
  const { words } = setting;
  return section(
    'sides',
    words.headings.sides,
    words.hints.sides,
    legend([
      { tone: 'late', word: words.overdue },
      { tone: 'one', word: words.open },
    ]),
    boardSides.flatMap((side) => sideOf(side, board, setting)),
  );
};
