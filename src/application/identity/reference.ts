const pattern = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$/;
const looksLikeEmail = /@[^@]+\.[A-Za-z]{2,}$/;

/**
 * A pseudonym or an id of ours: a person, a contract, a folio, an area. References stand in clear, so the pattern
 * leaves no room for a name, a phone number as people write it, or an e-mail address (design: Envelope). A name that
 * every object answers to is none either: it would be found in tables that do not hold it.
 */
export const isReference = (text: string): boolean =>
  pattern.test(text) && !(text in Object.prototype) && !(text.includes('@') && looksLikeEmail.test(text));
