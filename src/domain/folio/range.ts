import { hasFolio, prefixPattern } from './format.js';

/** A run of folio numbers, `from` (included) to `to` (excluded). */
export interface FolioRange {
  /** The first number. */
  readonly from: number;
  /** The first number after it. */
  readonly to: number;
}

/** True where at least one number of the range has a folio. */
export const holdsFolio = (prefix: string, { from, to }: FolioRange): boolean => {
  if (!prefixPattern.test(prefix)) return false;
  for (let number = from; number < to; number += 1) if (hasFolio(prefix, number)) return true;
  return false;
};

/**
 * The head of a range that holds `size` numbers with a folio, or the whole range where it holds fewer. The numbers
 * without one that follow come along, so that what is left never starts with them.
 */
export const headOf = (prefix: string, { from, to }: FolioRange, size: number): FolioRange => {
  let left = size;
  let end = from;
  while (end < to && (left > 0 || !hasFolio(prefix, end))) {
    if (hasFolio(prefix, end)) left -= 1;
    end += 1;
  }
  return { from, to: end };
};

/** The ranges without what lies in `taken`. */
export const without = (ranges: readonly FolioRange[], taken: FolioRange): readonly FolioRange[] =>
  ranges
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, taken.from) },
      { from: Math.max(from, taken.to), to },
    ])
    .filter(({ from, to }) => from < to);

/** The ranges and one more, in order; those that touch become one. */
export const withRange = (ranges: readonly FolioRange[], added: FolioRange): readonly FolioRange[] => {
  const inOrder = [...without(ranges, added), added]
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  return inOrder.reduce<readonly FolioRange[]>((merged, range) => {
    const last = merged.at(-1);
    return last?.to === range.from
      ? [...merged.slice(0, -1), { from: last.from, to: range.to }]
      : [...merged, range];
  }, []);
};
