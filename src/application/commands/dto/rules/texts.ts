import { isCurrency } from '../../../../domain/kernel/currency.js';
import { isBlank, unseen } from '../../../../domain/kernel/is-blank.js';
import { asItIs, missingOr, type Rule } from './rule.js';
import type { Found } from '../fault.js';

/** What no text needs and many a reader chokes on: control characters but tab and line feed, and non-characters. */
const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;
const everyUnfit = new RegExp(unfit.source, 'g');

/**
 * A text as it is kept: well-formed Unicode, line ends as `\n`, and U+FFFD where a control character stood. What the
 * user said is never refused for an invisible character, and the place where one was stays visible (ADR 0401).
 */
export const wellFormed = (text: string): string => {
  const formed = text.toWellFormed();
  return unfit.test(formed) ? formed.replace(/\r\n?/g, '\n').replace(everyUnfit, '\ufffd') : formed;
};

/** A text of more than twice that many UTF-16 units has more than that many characters: no need to count on. */
const charactersIn = (text: string, upTo: number): number => Array.from(text.slice(0, upTo * 2 + 2)).length;

const cleaned =
  (max: number) =>
  (value: unknown): unknown =>
    typeof value === 'string' && value.length <= max * 4 ? wellFormed(value) : value;

const fits = (text: string, max: number): boolean => text.length <= max || charactersIn(text, max) <= max;

/**
 * Free text of a person. `blank`: an empty text is taken here, because a rule of the domain speaks about it.
 * A character is a Unicode code point.
 */
export const text = (max: number, { blank = false }: { readonly blank?: boolean } = {}): Rule<string> => ({
  clean: cleaned(max),
  holds: (value): value is string =>
    typeof value === 'string' && fits(value, max) && (blank || !isBlank(value)),
  finds: (value) => {
    if (typeof value !== 'string') return missingOr(value, { code: 'not-a-text' });
    return fits(value, max) ? [{ code: 'text-empty' }] : [{ code: 'text-too-long', details: { max } }];
  },
  says: { es: `texto de hasta ${max} caracteres`, en: `text of at most ${max} characters` },
  optional: false,
  nested: false,
  personal: true,
});

/** Free text on one line: a name, a phone number as it was given. */
export const line = (max: number): Rule<string> => {
  const any = text(max);
  return {
    ...any,
    holds: (value): value is string => any.holds(value) && !value.includes('\n'),
    finds: (value) => (any.holds(value) ? [{ code: 'not-a-line' }] : any.finds(value)),
    says: { es: `una línea de hasta ${max} caracteres`, en: `one line of at most ${max} characters` },
  };
};

const oneLine = line(300);

/** What a ruling rests on: a word of the vocabulary, or the clause or article written out. It stands in clear. */
export const ground: Rule<string> = {
  clean: oneLine.clean,
  holds: oneLine.holds,
  finds: oneLine.finds,
  says: {
    es: 'fundamento: palabra del vocabulario, o el artículo o la cláusula en una línea',
    en: 'ground: a word of the vocabulary, or the article or clause in one line',
  },
  optional: false,
  nested: false,
};

const matching = (pattern: RegExp, found: Found, says: Rule<string>['says']): Rule<string> => ({
  clean: asItIs,
  holds: (value): value is string => typeof value === 'string' && pattern.test(value),
  finds: (value) => missingOr(value, found),
  says,
  optional: false,
  nested: false,
});

/** What no reader sees, no two readers show alike, or stands where something was that could not be read. */
const unclear = String.raw`\p{C}${unseen}\ufffd`;
const inLabel = String.raw`[^\s@.,;:<>()[\]\\"${unclear}]`;
const labels = String.raw`${inLabel}+(\.${inLabel}+)*`;
/** A label of a domain is made of letters, digits and hyphens, and neither begins nor ends with one (RFC 1123, 2.1; RFC 5890). */
const inName = String.raw`(?![${unseen}])[\p{L}\p{M}\p{N}_-]`;
const name = String.raw`(?!-)(?:${inName})+(?<!-)`;
const domain = String.raw`${name}(\.${name})*`;

/**
 * An address that could be one: no brackets, no list, no empty label, no character that a reader does not see. Whether
 * a mail arrives there, only a mail can tell.
 */
export const email: Rule<string> = {
  ...matching(
    new RegExp(`^(?=.{3,254}$)(?=[^@]{1,64}@)${labels}@${domain}$`, 'u'),
    { code: 'not-an-email' },
    { es: 'dirección de correo', en: 'e-mail address' },
  ),
  personal: true,
};

/** A short code that can be counted and named in both languages: `cut-fibre`. */
export const code: Rule<string> = matching(
  /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  { code: 'not-a-code' },
  { es: 'código en minúsculas con guiones', en: 'code in lower case with hyphens' },
);

/** SHA-256 of a content that lies elsewhere. */
export const contentHash: Rule<string> = matching(
  /^[0-9a-f]{64}$/,
  { code: 'not-a-content-hash' },
  { es: 'SHA-256 en hexadecimal', en: 'SHA-256 in hexadecimal' },
);

const mediaPattern = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(;.*)?$/i;
const parameter =
  /;[ \t]*(?:([a-z0-9!#$&^_.+-]+)=("[\x20\x21\x23-\x5b\x5d-\x7e]*"|[a-z0-9!#$&^_.+-]+))?[ \t]*/iy;
/** What may stand in clear: a parameter such as `name` holds what a person called their file. */
const keptParameters: readonly string[] = ['charset', 'codecs'];
const longestMediaType = 512;

/** The parameters of a media type, as they are kept; `undefined` for a text that holds anything else. */
const parametersOf = (text: string): string | undefined => {
  let kept = '';
  for (let at = 0; at < text.length; at = parameter.lastIndex) {
    parameter.lastIndex = at;
    const [whole, name, value] = parameter.exec(text) ?? [];
    if (whole === undefined) return undefined;
    if (name !== undefined && keptParameters.includes(name.toLowerCase())) kept += `; ${name}=${value ?? ''}`;
  }
  return kept;
};

const cleanMediaType = (value: unknown): unknown => {
  if (typeof value !== 'string' || value.length > longestMediaType) return value;
  const end = value.indexOf(';');
  if (end === -1) return value;
  const parameters = parametersOf(value.slice(end));
  return parameters === undefined ? value : value.slice(0, end).trimEnd() + parameters;
};

const isMediaType = (value: string): boolean => {
  const end = value.indexOf(';');
  return mediaPattern.test(value) && (end === -1 || parametersOf(value.slice(end)) !== undefined);
};

/** `image/jpeg`, `audio/ogg; codecs=opus` (RFC 6838, section 4; RFC 9110, 8.3.1). Of its parameters some are kept. */
export const mediaType: Rule<string> = {
  ...matching(mediaPattern, { code: 'not-a-media-type' }, { es: 'tipo de contenido', en: 'media type' }),
  clean: cleanMediaType,
  holds: (value): value is string =>
    typeof value === 'string' && value.length <= longestMediaType && isMediaType(value),
};

/** A currency that is in use, by ISO 4217: three letters that name none are refused. */
export const currency: Rule<string> = {
  clean: asItIs,
  holds: (value): value is string => typeof value === 'string' && isCurrency(value),
  finds: (value) => missingOr(value, { code: 'not-a-currency' }),
  says: { es: 'moneda ISO 4217', en: 'ISO 4217 currency' },
  optional: false,
  nested: false,
};
