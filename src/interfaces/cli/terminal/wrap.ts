import { Help } from 'commander';
import { harmless } from '../../../domain/texts/plain-text.js';
import type { TableSpace } from './table.js';

/** Text shown harmlessly, broken between words where a terminal would break within them; lines keep their margin. */
export const wrapped = ({ isTTY, columns }: TableSpace, text: string, margin = ''): string => {
  const help = new Help();
  return harmless(text)
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      const before = margin + indent;
      const words = line.slice(indent.length);
      const folded = isTTY ? help.boxWrap(words, columns - before.length) : words;
      return folded
        .split('\n')
        .map((part) => (before + part).trimEnd())
        .join('\n');
    })
    .join('\n');
};
