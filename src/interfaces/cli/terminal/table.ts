import { inline } from '../../../domain/texts/plain-text.js';
import { fitted, placesIn, placesOfWords } from './cell.js';
import { renderRecords } from './records.js';
import type { Colours } from './colours.js';

/** A column; the higher its rank, the sooner it is left out where the terminal is narrow. */
export interface Column {
  readonly title: string;
  readonly rank?: number;
}

export interface TableSpace {
  readonly isTTY: boolean;
  readonly columns: number;
  readonly colours: Colours;
}

type Rows = readonly (readonly string[])[];

const least = 12;
const padding = 2;

const widthOf = (index: number, titles: readonly string[], rows: Rows): number =>
  [titles, ...rows].reduce((widest, row) => Math.max(widest, placesIn(row[index] ?? '')), 0) + padding;

/** A column is never narrower than this: folios and words stay whole. */
const leastOf = (index: number, rows: Rows): number =>
  rows.reduce((widest, row) => Math.max(widest, placesOfWords(row[index] ?? '') + padding), least);

/** Width of a table with these columns: each of them and its border. */
const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width + 1, 1);

/** Where columns are left out, a long text counts as this much: it can be wrapped. */
const wrapped = 30;

/** Places of the columns that fit: where they do not, the last of the highest rank goes first, never one of rank 0. */
const fitting = (
  full: readonly number[],
  ranks: readonly number[],
  widths: readonly number[],
  space: number,
): readonly number[] => {
  let places = full;
  while (total(places.map((place) => Math.min(widths[place] ?? 0, wrapped))) > space) {
    const highest = Math.max(...places.map((place) => ranks[place] ?? 0));
    if (highest === 0) break;
    const gone = places.findLast((place) => ranks[place] === highest);
    places = places.filter((place) => place !== gone);
  }
  return places;
};

/** The widest columns give way until the table fits, or can give way no more; cells are wrapped within. */
const narrowed = (widths: readonly number[], leasts: readonly number[], space: number): readonly number[] => {
  const narrow = [...widths];
  while (total(narrow) > space) {
    const spare = narrow.map((width, place) => (width > (leasts[place] ?? least) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    const width = spare[widest] ?? 0;
    if (width === 0) break;
    narrow[widest] = width - 1;
  }
  return narrow;
};

/**
 * Rows for a person's eye on a terminal, without the columns that say nothing, and one below the other where even what
 * matters most is too wide; tab-separated lines, all columns, in a
 * pipe. Cells are shown harmlessly.
 */
export const renderTable = async (
  space: TableSpace,
  columns: readonly Column[],
  rows: Rows,
): Promise<string> => {
  const titles = columns.map(({ title }) => title);
  const cells = rows.map((row) => row.map(inline));
  if (!space.isTTY) return [titles, ...cells].map((row) => `${row.join('\t')}\n`).join('');

  if (rows.length === 0) return '';
  const { default: Table } = await import('cli-table3');
  const widths = titles.map((_, index) => widthOf(index, titles, cells));
  const places = fitting(
    titles.flatMap((_, place) => (cells.some((row) => row[place] !== '') ? [place] : [])),
    columns.map(({ rank = 0 }) => rank),
    widths,
    space.columns,
  );
  const shown = narrowed(
    places.map((place) => widths[place] ?? 0),
    places.map((place) => leastOf(place, cells)),
    space.columns,
  );
  const isTooNarrow = (title: string, column: number): boolean =>
    placesIn(title.split(' ').join('\n')) > (shown[column] ?? least) - padding;
  if (
    total(shown) > space.columns ||
    places.some((place, column) => isTooNarrow(titles[place] ?? '', column))
  )
    return renderRecords(
      places.map((place) => titles[place] ?? ''),
      cells.map((row) => places.map((place) => row[place] ?? '')),
      { columns: space.columns, bold: space.colours.bold },
    );
  const table = new Table({
    head: places.map((place) => space.colours.bold(titles[place] ?? '')),
    colWidths: [...shown],
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: space.colours.isColorSupported ? ['gray'] : [] },
  });
  table.push(
    ...cells.map((row) =>
      places.map((place, column) => fitted(row[place] ?? '', (shown[column] ?? least) - padding)),
    ),
  );
  return `${table.toString()}\n`;
};
