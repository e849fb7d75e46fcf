import type { Cell, FileColumn, TableFile, WriteBytes } from '../../application/ports/table-file.js';

const toQuote = /[",\r\n]/;

/** A field as RFC 4180 has it. An empty text is quoted, so that it can be told from no value. */
const fieldOf = (cell: Cell): string => {
  if (cell === null) return '';
  const text = String(cell);
  return text === '' || toQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const lineOf = (cells: readonly Cell[]): string => `${cells.map(fieldOf).join(',')}\r\n`;

/** Characters that are held before they are written. */
const most = 64 * 1_024;

/** A table in CSV (RFC 4180): UTF-8, a header line, `true` and `false`, nothing where there is no value. */
export const csvTable = (columns: readonly FileColumn[], write: WriteBytes): TableFile => {
  let held = lineOf(columns.map(({ name }) => name));
  const flush = (): void => {
    write(Buffer.from(held));
    held = '';
  };
  return {
    add: (row) => {
      held += lineOf(row);
      if (held.length >= most) flush();
    },
    finish: flush,
  };
};
