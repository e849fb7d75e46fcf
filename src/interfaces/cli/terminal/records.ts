import { fitted } from './cell.js';
import { wrapped } from './wrap.js';

/** A text whose further lines stand below its first, beside what is before it. */
export const hanging = (text: string, margin: number, columns: number): string =>
  wrapped({ isTTY: true, columns }, fitted(text, columns - margin), ' '.repeat(margin)).trimStart();

/** Where fewer places are left beside a title, its value stands below it. */
const leastBeside = 12;

/** Rows one below the other, each value beside its title: where a table is too wide for a terminal. */
export const renderRecords = (
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  { columns, bold }: { readonly columns: number; readonly bold: (text: string) => string },
): string => {
  const width = Math.max(...titles.map((title) => title.length));
  const isBeside = columns - width - 2 >= leastBeside;
  const line = (title: string, value: string): string =>
    isBeside
      ? `${bold(title.padEnd(width))}  ${hanging(value, width + 2, columns)}\n`
      : `${bold(title)}\n  ${hanging(value, 2, columns)}\n`;
  return rows
    .map((row) => titles.map((title, place) => (row[place] ? line(title, row[place]) : '')).join(''))
    .join('\n');
};
