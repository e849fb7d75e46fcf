import type { BoardItem } from '../../board/board-case.js';
import type { Board } from '../../board/board.js';
import { dueWindows, type DueWindow } from '../../board/windows.js';
import { statuses, type Status } from '../../complaint/vocabulary.js';
import { statusLabels } from '../labels/requests.js';
import { barChart, legend } from '../page/charts.js';
import { plain, toPlace, type Markup, type Part } from '../page/markup.js';
import { folded, section, tiles, type Tile } from '../page/parts.js';
import { table } from '../page/table.js';
import { capitalised } from '../plain-text.js';
import { foldedFolios, namedFolios } from './folios.js';
import { written } from '../page/counts.js';
import type { BoardSetting } from './setting.js';
import { ageLabels, windowLabels } from './labels.js';

const placeOfWindow = (window: DueWindow): string => `due-${window}`;

const linked = (id: string, word: string, items: readonly BoardItem[]): Part =>
  items.length === 0 ? word : toPlace(id, word);

const isLate = ({ deadline }: BoardItem): boolean => deadline === 'breached';

/** The numbers that a day begins with: what is late, what falls due, what is open. */
export const glance = (board: Board, { words, language }: BoardSetting): Markup => {
  const { overdue, due, open, closed, filed, items } = board;
  const ofOpen = words.ofOpen(written(open));
  const windows = due.map(({ window, complaints }): Tile => {
    const inIt = items.filter((item) => item.due.includes(window));
    return {
      word: linked(placeOfWindow(window), windowLabels[window][language], inIt),
      figure: written(complaints),
      note: ofOpen,
      ...(complaints > 0 && (window === '4-hours' || window === 'today') && { tone: 'soon' }),
    };
  });
  const late = items.filter(isLate);
  return tiles([
    {
      word: linked('overdue', words.overdue, late),
      figure: written(overdue.complaints),
      note: ofOpen,
      tone: overdue.complaints > 0 ? 'late' : 'well',
    },
    ...windows,
    {
      word: linked('folios', words.open, items),
      figure: written(open),
      note: words.ofFiled(written(filed), written(closed)),
    },
  ]);
};

/** The folios that those numbers count. */
export const glanceFolios = ({ items }: Board, { words, language }: BoardSetting): readonly Markup[] =>
  foldedFolios(words.dueFolios, [
    ...namedFolios('overdue', words.overdue, items.filter(isLate)),
    ...dueWindows.flatMap((window) =>
      namedFolios(
        placeOfWindow(window),
        windowLabels[window][language],
        items.filter((item) => item.due.includes(window)),
      ),
    ),
  ]);

/** How each status of an open request is drawn. */
const drawn: readonly { readonly status: Status; readonly tone: string }[] = [
  { status: 'acknowledged', tone: 'two' },
  { status: 'inProgress', tone: 'one' },
  { status: 'pending', tone: 'four' },
  { status: 'held', tone: 'three' },
  { status: 'resolved', tone: 'well' },
];

const isDrawn = (status: Status): boolean => drawn.some((each) => each.status === status);

/** The open requests by age, each bar cut by status. */
export const standing = (board: Board, { words, language }: BoardSetting): Markup => {
  const { ages, items, open } = board;
  const { columns, headings, hints, nothing } = words;
  if (open === 0) return section('standing', headings.standing, hints.standing, plain('p', nothing.open));
  const shown = statuses.filter(
    (status) => isDrawn(status) && ages.some(({ byStatus }) => byStatus[status] > 0),
  );
  const nameOf = (status: Status): string => capitalised(statusLabels[status][language]);
  return section(
    'standing',
    headings.standing,
    hints.standing,
    plain(
      'figure',
      legend(
        drawn
          .filter(({ status }) => shown.includes(status))
          .map(({ status, tone }) => ({ tone, word: nameOf(status) })),
      ),
      barChart({
        label: headings.standing,
        whole: Math.max(...ages.map((age) => age.open)),
        bars: ages.map(({ age, open: count, byStatus }) => ({
          name: capitalised(ageLabels[age][language]),
          told: written(count),
          parts: drawn.map(({ status, tone }) => ({ value: byStatus[status], tone })),
        })),
      }),
    ),
    folded(
      undefined,
      words.table,
      table({
        caption: headings.standing,
        isCaptionQuiet: true,
        columns: [
          { title: columns.age },
          ...shown.map((status) => ({ title: nameOf(status), isNumber: true })),
          { title: columns.total, isNumber: true },
        ],
        rows: ages.map(({ age, open: count, byStatus }) => ({
          cells: [
            capitalised(ageLabels[age][language]),
            ...shown.map((status) => written(byStatus[status])),
            written(count),
          ],
        })),
      }),
    ),
    foldedFolios(
      words.foliosByAge,
      ages.flatMap(({ age }) =>
        namedFolios(
          `age-${age}`,
          capitalised(ageLabels[age][language]),
          items.filter((item) => item.age === age),
        ),
      ),
    ),
  );
};
