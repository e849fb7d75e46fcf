// A terminal acts on these: CSI (colours, cursor), OSC (titles, links, clipboard), other two-character escapes.
const escapes =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\n\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/gu;

// Bidi overrides and isolates reorder what is read; the rest is not seen at all.
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/gu;

/**
 * Text that only says what it shows: no control characters or terminal escapes, no reordering or invisible
 * characters, no lone surrogates. Lines stay lines. Meant for plain text; it escapes nothing for HTML.
 */
export const harmless = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(lineEnds, '\n')
    .replace(escapes, '')
    .replace(controls, '')
    .replace(invisible, '');

/** A value that stands within a sentence: one line, so that it cannot pass for a part of the letter. */
export const inline = (text: string): string => harmless(text).replace(/\s+/gu, ' ').trim();

/** A text that ends as a sentence does: with one stop, whatever stands last in it. */
export const sentence = (text: string): string => (/[.?!…]$/u.test(text) ? text : `${text}.`);

/** A phrase that others follow within a sentence: without the stop at its end. */
export const phrase = (text: string): string => inline(text).replace(/(?<!\.)\.$/u, '');

/** A person's own words, set in from the margin on every line, so that they cannot pass for ours. */
export const quoted = (text: string): string =>
  harmless(text)
    .trim()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');

/** The text with a capital at its beginning. */
export const capitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase('es') + text.slice(first.length);
};

/** The text with a small letter at its beginning, as it stands within a sentence. */
export const uncapitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toLocaleLowerCase('es') + text.slice(first.length);
};
