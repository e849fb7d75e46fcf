import { element, type Markup, type Part } from './markup.js';

/** A column of a table. */
export interface Column {
  /** What stands above it, and before each of its values on a narrow screen. */
  readonly title: string;
  /** Numbers stand to the right, each digit as wide as the others. */
  readonly isNumber?: boolean;
  /** Left empty, to be written in by hand: a narrow screen leaves it out. */
  readonly isBlank?: boolean;
}

/** A row of a table; its first cell is what it is called. */
export interface TableRow {
  /** Where a link leads to. */
  readonly id?: string;
  /** What it stands out by: a class of the style. */
  readonly tone?: string;
  /** Its cells, in the order of the columns. */
  readonly cells: readonly Part[];
}

/** A table. */
export interface TableParts {
  /** What it tells. */
  readonly caption: string;
  /** Its columns. */
  readonly columns: readonly Column[];
  /** Its rows. */
  readonly rows: readonly TableRow[];
  /** What it tells is said before it already: only who does not see it hears it again. */
  readonly isCaptionQuiet?: boolean;
}

/** A cell that tells nothing: a narrow screen leaves it out. */
export const nothing = '–';

const classOf = ({ isNumber, isBlank }: Column, cell: Part = ''): string | undefined =>
  [
    ...(isNumber === true ? ['number'] : []),
    ...(isBlank === true ? ['blank'] : []),
    ...(cell === nothing ? ['empty'] : []),
  ].join(' ') || undefined;

const cellOf = (column: Column, place: number, cell: Part): Markup =>
  element(
    place === 0 ? 'th' : 'td',
    {
      role: place === 0 ? 'rowheader' : 'cell',
      scope: place === 0 ? 'row' : undefined,
      class: classOf(column, cell),
      'data-title': place === 0 ? undefined : column.title,
    },
    cell,
  );

const rowOf = (columns: readonly Column[], { id, tone, cells }: TableRow): Markup =>
  element(
    'tr',
    { role: 'row', id, class: tone },
    columns.map((column, place) => cellOf(column, place, cells[place] ?? '')),
  );

/**
 * A table that becomes a list of its rows on a narrow screen: the roles are named, because a browser forgets them of what
 * is not laid out as a table.
 */
export const table = ({ caption, columns, rows, isCaptionQuiet }: TableParts): Markup =>
  element(
    'table',
    { role: 'table' },
    element('caption', { class: isCaptionQuiet === true ? 'quiet' : undefined }, caption),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        columns.map((column) =>
          element('th', { role: 'columnheader', scope: 'col', class: classOf(column) }, column.title),
        ),
      ),
    ),
    element(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) => rowOf(columns, row)),
    ),
  );
