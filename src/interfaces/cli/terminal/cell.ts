const characters = new Intl.Segmenter('es', { granularity: 'grapheme' });
const wide = /[^\u0020-\u2e7f]|\p{Extended_Pictographic}/u;

/** Places that a line takes at most: a table counts the parts of a composed character one by one, each perhaps wide. */
const placesOf = (line: string): number =>
  Array.from(line).reduce((places, part) => places + (wide.test(part) ? 2 : 1), 0);

/** Places that a text takes at most in its longest line. */
export const placesIn = (text: string): number => Math.max(...text.split('\n').map(placesOf));

/** A word in pieces that take at most so many places each. No character is split, and none is left out. */
const brokenWord = (word: string, places: number): string => {
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { segment } of characters.segment(word)) {
    const more = placesOf(segment);
    if (taken > 0 && taken + more > places) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += segment;
    taken += more;
  }
  return [...pieces, piece].join('\n');
};

/** A text whose words all fit into so many places: the table would shorten longer ones. */
export const fitted = (text: string, places: number): string =>
  placesIn(text) <= places
    ? text
    : text
        .split(/( |\n)/)
        .map((part) => brokenWord(part, places))
        .join('');

/** A folio stays on one line: broken, its check character would be lost to a reader. */
const folio = /[A-Z][A-Z0-9]*-\d+-[0-9A-Z]/g;

/** A longer word is an address or a hash, and may be broken. */
const longestKept = 20;

/** Places that a text needs to be wrapped between its words alone, with its folios whole. */
export const placesOfWords = (text: string): number => {
  const words = text.split(/\s/).map(placesOf);
  const folios = Array.from(text.matchAll(folio), ([found]) => found.length);
  return Math.max(0, ...folios, ...words.filter((places) => places <= longestKept));
};
