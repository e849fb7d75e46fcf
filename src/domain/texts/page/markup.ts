/** A piece of a page, every text in it escaped. */
export interface Markup {
  /** As it stands in the file. */
  readonly markup: string;
}

/** What an element holds: other pieces, and texts, which are escaped. */
export type Part = Markup | string | number | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands within an element, or an attribute in quotation marks of either sort. */
export const escaped = (text: string): string =>
  /[&<>"']/u.test(text) ? text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign) : text;

/** The same between double quotation marks, which a single one does not end. */
const quotedOf = (text: string): string =>
  /[&<>"]/u.test(text) ? text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign) : text;

const isMarkup = (part: Part): part is Markup => typeof part === 'object' && 'markup' in part;

const writtenOf = (part: Part): string => {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isMarkup(part) ? part.markup : joined(part);
};

const joined = (parts: readonly Part[]): string => {
  let markup = '';
  for (const part of parts) markup += writtenOf(part);
  return markup;
};

/** Several pieces one after another. */
export const pieces = (...parts: readonly Part[]): Markup => ({ markup: joined(parts) });

/** Attributes of an element; one that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. One that holds nothing is closed by itself, so that the page is XML as well. */
export const element = (name: string, attributes: Attributes, ...parts: readonly Part[]): Markup => {
  let written = '';
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${attribute}="${quotedOf(String(value))}"`;
  const content = joined(parts);
  const isEmpty = content === '' && empty.has(name);
  return { markup: isEmpty ? `<${name}${written} />` : `<${name}${written}>${content}</${name}>` };
};

const empty: ReadonlySet<string> = new Set(['br', 'circle', 'line', 'link', 'meta', 'path', 'rect']);

/** An element without attributes. */
export const plain = (name: string, ...parts: readonly Part[]): Markup => element(name, {}, ...parts);

/** A link to a place of the same page. */
export const toPlace = (id: string, ...parts: readonly Part[]): Markup =>
  element('a', { href: `#${id}` }, ...parts);

/** What a whole page is made of. */
export interface PageParts {
  /** BCP 47 tag of its language. */
  readonly language: string;
  /** Its title, as a window shows it. */
  readonly title: string;
  /** Its style, which is written as it is. */
  readonly style: string;
  /** What stands in it. */
  readonly body: readonly Part[];
}

/** A page that stands by itself: nothing is fetched and no script runs, by its own policy. */
export const wholePage = ({ language, title, style, body }: PageParts): string => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    plain('title', title),
    { markup: `<style>${style}</style>` },
  ].map(({ markup }) => `${markup}\n`);
  const content = body.map((part) => `${pieces(part).markup}\n`);
  return `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n${head.join('')}</head>\n<body>\n${content.join('')}</body>\n</html>\n`;
};
