import { Help } from 'commander';
import { harmless } from '../../../domain/texts/plain-text.js';

/** Narrower than this nothing is broken: each line would hold one word. */
const leastWidth = 8;

/** Where text is shown: nothing is broken where no person looks at it. */
interface WrapSpace {
  readonly isTTY: boolean;
  readonly columns: number;
}

/**
 * The blank between a figure and its unit, `18:01 h` and `$5.76 MXN`, while lines are broken: it is no place to break one.
 * A noncharacter, which no text may hold (Unicode, section 23.7); a host's font may use the private ones.
 */
const joined = '\u{FDD0}';

const figureAndUnit = /(\d) (?=(?:h|min|MXN|USD)(?![\p{L}\d]))/gu;

/** Text shown harmlessly, broken between words where a terminal would break within them; lines keep their margin, and a figure its unit. */
export const wrapped = ({ isTTY, columns }: WrapSpace, text: string, margin = ''): string => {
  const help = new Help();
  help.minWidthToWrap = leastWidth;
  return harmless(text)
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      const before = margin + indent;
      const words = line.slice(indent.length);
      const folded = isTTY
        ? help
            .boxWrap(words.replace(figureAndUnit, `$1${joined}`), columns - before.length)
            .replaceAll(joined, ' ')
        : words;
      return folded
        .split('\n')
        .map((part) => (before + part).trimEnd())
        .join('\n');
    })
    .join('\n');
};
