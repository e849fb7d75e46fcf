/*
 * Durations are kept in ranges whose width grows with what lies in them: each is at most a 512th of its lower bound wide,
 * two minutes of a day, so that few values meet in one. A block is 64 ranges in a row. A percentile is found by the counts of
 * blocks, a few dozen, then by those of the ranges in one of them, and then among the values of one range.
 */

const rangesInOctave = 512;
const firstOctave = 9;
/** How many ranges are counted together. */
export const rangesInBlock = 64;

/** A range of durations, in milliseconds: from `least` on, `width` of them. */
export interface Range {
  /** The shortest duration in it. */
  readonly least: number;
  /** How many milliseconds wide it is. */
  readonly width: number;
}

/** The number of the range that a duration lies in: a longer one lies in none before it. */
export const rangeOf = (milliseconds: number): number => {
  if (milliseconds < rangesInOctave) return milliseconds;
  let octave = Math.floor(Math.log2(milliseconds));
  // The logarithm of what lies just below a power of two is rounded up to it.
  if (2 ** octave > milliseconds) octave -= 1;
  const width = 2 ** (octave - firstOctave);
  return (octave - firstOctave) * rangesInOctave + Math.floor(milliseconds / width);
};

/** The durations that lie in a range. */
export const rangeAt = (range: number): Range => {
  if (range < rangesInOctave) return { least: range, width: 1 };
  const octave = Math.floor(range / rangesInOctave) - 1;
  const width = 2 ** octave;
  return { least: (range - octave * rangesInOctave) * width, width };
};

/** The number of the block that a range is counted in. */
export const blockOf = (range: number): number => Math.floor(range / rangesInBlock);
