/** The characters of ISO 7064 MOD 37-2 by their value; the last one is only ever a check character. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
const modulus = 37;
const radix = 2;

/** The running value over a text; `undefined` where a character has no value. */
const residueOf = (text: string): number | undefined => {
  let residue = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value === -1) return undefined;
    residue = ((residue + value) * radix) % modulus;
  }
  return residue;
};

/**
 * The check character of a text of digits and capital letters (ISO/IEC 7064, MOD 37-2). With it behind the text, every
 * single wrong character and every swap of two neighbours shows. `undefined` where the text holds anything else.
 */
export const checkCharacterOf = (text: string): string | undefined => {
  const residue = text.includes('*') ? undefined : residueOf(text);
  return residue === undefined ? undefined : alphabet[(modulus + 1 - residue) % modulus];
};

/** True where the last character of the text is the check character of what stands before it. */
export const endsInItsCheckCharacter = (text: string): boolean =>
  text.length > 1 && checkCharacterOf(text.slice(0, -1)) === text.slice(-1);
