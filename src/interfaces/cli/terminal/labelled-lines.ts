import { inline } from '../../../domain/texts/plain-text.js';
import { placesIn } from './cell.js';
import type { TableSpace } from './table.js';
import { wrapped } from './wrap.js';

/** What a line is about, and what it tells of it: a number, or several texts. */
export type LabelledLine = readonly [label: string, told: number | readonly string[]];

/** Numbers of a million stand below each other. */
const numberWidth = 9;

/** Lines under each other that each have a label: in columns on a terminal that is wide enough, tab-separated in a pipe. */
export const labelledLines = (space: TableSpace, lines: readonly LabelledLine[]): string => {
  const textsOf = (told: LabelledLine[1]): readonly string[] =>
    typeof told === 'number' ? [String(told)] : told.map(inline);
  if (!space.isTTY) return lines.map(([label, told]) => `${[label, ...textsOf(told)].join('\t')}\n`).join('');
  const width = Math.max(0, ...lines.map(([label]) => placesIn(label)));
  const inColumns = width + 2 + numberWidth <= space.columns;
  return lines
    .map(([label, told]) => {
      const padded = label + ' '.repeat(width - placesIn(label));
      return inColumns && typeof told === 'number'
        ? `${padded}  ${String(told).padStart(numberWidth)}\n`
        : `${wrapped(space, `${label}: ${textsOf(told).join('; ')}`)}\n`;
    })
    .join('');
};
