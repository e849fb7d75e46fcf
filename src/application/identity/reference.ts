const pattern = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$/;
const looksLikeEmail = /@[^@]+\.[A-Za-z]{2,}$/;

const outsidePattern = /^[A-Za-z0-9<][!-~]{0,199}$/;

/** A name that every object answers to would be found in tables that do not hold it. */
const isOwnName = (text: string): boolean => !(text in Object.prototype);

/** Characters of the longest reference that another party may have given. */
export const longestOutsideReference = 200;

/** A number that another party gave: an authority's file, a Message-ID, a clause. Printable ASCII. */
export const isOutsideReference = (text: string): boolean => outsidePattern.test(text) && isOwnName(text);

/** A number as it is looked up: people type it in small letters or capitals, whatever the other party wrote. */
export const inOneCase = (reference: string): string => reference.toLowerCase();

/**
 * A pseudonym or an id of ours: a person, a contract, a folio, an area. References stand in clear, so the pattern
 * leaves no room for a name, a phone number as people write it, or an e-mail address (design: Envelope).
 */
export const isReference = (text: string): boolean =>
  pattern.test(text) && isOwnName(text) && !(text.includes('@') && looksLikeEmail.test(text));
