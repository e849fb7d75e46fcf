import type { BoardItem } from '../../board/board-case.js';
import type { Board } from '../../board/board.js';
import { statusLabels } from '../labels/requests.js';
import { millisecondsOf } from '../../kernel/instant.js';
import { businessLengthText, lengthText } from '../page/lengths.js';
import { element, plain, toPlace, type Markup, type Part } from '../page/markup.js';
import { folded, section } from '../page/parts.js';
import { nothing, table, type Column, type TableRow } from '../page/table.js';
import { capitalised } from '../plain-text.js';
import { written } from '../page/counts.js';
import { areaText, kindText, type BoardSetting } from './setting.js';
import { placeTold } from '../words/place-words.js';

/** Where the row of a folio is. */
export const placeOf = (folio: string): string => `folio-${folio}`;

/** Links to the rows of some folios; nothing of none. */
export const folioLinks = (items: readonly BoardItem[]): Markup =>
  element(
    'ul',
    { class: 'folios' },
    items.map((item) =>
      plain('li', item.folio === null ? nothing : toPlace(placeOf(item.folio), item.folio)),
    ),
  );

/** Folios under a heading of their own; nothing of none. */
export const namedFolios = (id: string, heading: string, items: readonly BoardItem[]): readonly Markup[] =>
  items.length === 0
    ? []
    : [
        element(
          'div',
          { id, class: 'named' },
          element('h4', {}, `${heading}: ${written(items.length)}`),
          folioLinks(items),
        ),
      ];

/** Lists of folios, which open where they are asked for; paper has every folio in one list already. */
export const foldedFolios = (summary: string, lists: readonly Markup[]): readonly Markup[] =>
  lists.length === 0 ? [] : [element('div', { class: 'screen' }, folded(undefined, summary, ...lists))];

/** What stands out of a row: it is late, or due within the day. */
const toneOf = ({ deadline, due }: BoardItem): string | undefined => {
  if (deadline === 'breached') return 'late';
  return due.includes('4-hours') || due.includes('today') ? 'soon' : undefined;
};

const dueText = ({ deadline, dueAt }: BoardItem, { words, moments }: BoardSetting): string => {
  if (deadline === null) return words.noDeadline;
  if (dueAt === null || deadline === 'paused') return words.paused;
  return deadline === 'breached'
    ? words.wasDue(moments.deadline(dueAt))
    : capitalised(moments.deadline(dueAt));
};

const leftText = (
  { deadline, dueAt, remainingMs }: BoardItem,
  { words, language, asOf }: BoardSetting,
): string => {
  if (deadline === 'breached' && dueAt !== null)
    return words.late(lengthText(millisecondsOf(asOf) - millisecondsOf(dueAt), language));
  return deadline === null || remainingMs === null ? '' : words.left(businessLengthText(remainingMs));
};

const columnsOf = ({ words: { columns } }: BoardSetting): readonly Column[] =>
  [columns.folio, columns.what, columns.deadline, columns.due, columns.area, columns.technician].map(
    (title) => ({ title }),
  );

const withNote = (text: string, note: string): Part => (note === '' ? text : [text, plain('small', note)]);

const cellsOf = (item: BoardItem, folio: Part, setting: BoardSetting): readonly Part[] => {
  const { language } = setting;
  return [
    folio,
    withNote(kindText(item, setting), capitalised(statusLabels[item.status][language])),
    item.name?.[language] ?? nothing,
    element('span', { class: 'due' }, withNote(dueText(item, setting), leftText(item, setting))),
    areaText(item.area, setting) || nothing,
    withNote(item.technician ?? nothing, placeTold(item.municipality ?? '')),
  ];
};

/** A row that links lead to, or one that leads to that row; what has no folio yet is neither. */
const rowOf = (item: BoardItem, setting: BoardSetting, isPlace: boolean): TableRow => {
  const tone = toneOf(item);
  const { folio } = item;
  const common = tone === undefined ? {} : { tone };
  if (folio === null) return { ...common, cells: cellsOf(item, nothing, setting) };
  return isPlace
    ? { ...common, id: placeOf(folio), cells: cellsOf(item, folio, setting) }
    : { ...common, cells: cellsOf(item, toPlace(placeOf(folio), folio), setting) };
};

const tableOf = (
  items: readonly BoardItem[],
  setting: BoardSetting,
  caption: string,
  isPlace: boolean,
): Markup =>
  table({
    caption,
    isCaptionQuiet: !isPlace,
    columns: columnsOf(setting),
    rows: items.map((item) => rowOf(item, setting, isPlace)),
  });

const atFirst = 10;

/** What is due first, as much as fits a glance; each leads to its row below. */
export const attention = ({ items }: Board, setting: BoardSetting, more: readonly Markup[]): Markup => {
  const { words } = setting;
  const first = items
    .filter(({ deadline }) => deadline === 'breached' || deadline === 'running')
    .slice(0, atFirst);
  return section(
    'first',
    words.headings.first,
    words.hints.first,
    first.length === 0
      ? plain('p', items.length === 0 ? words.nothing.open : words.noDeadline)
      : tableOf(first, setting, words.hints.folios, false),
    ...more,
  );
};

/** Every open folio that the board names, in the order in which they fall due. */
export const openFolios = ({ items, open }: Board, setting: BoardSetting): Markup => {
  const { words } = setting;
  const caption =
    items.length < open ? words.listed(written(items.length), written(open)) : words.hints.folios;
  return section(
    'folios',
    words.headings.folios,
    '',
    items.length === 0 ? plain('p', words.nothing.open) : tableOf(items, setting, caption, true),
  );
};
