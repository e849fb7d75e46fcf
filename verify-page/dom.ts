/** A piece of the page. */
type Piece = Node | string;

/** An element with its attributes and what stands in it. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...pieces: readonly Piece[]
): HTMLElement => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...pieces);
  return made;
};

/** The element of the page with an id, of the kind that is asked for. */
export const byId = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no element ${id}`);
  return found;
};

/** A table that reads as a list on a narrow screen: each cell knows its column. */
export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly { readonly tone: string; readonly cells: readonly (readonly Piece[])[] }[],
): HTMLElement => {
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)));
  const lines = rows.map(({ tone, cells }) =>
    element(
      'tr',
      { class: tone },
      ...cells.map((cell, place) => element('td', { 'data-column': columns[place] ?? '' }, ...cell)),
    ),
  );
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, head),
      element('tbody', {}, ...lines),
    ),
  );
};

const pairsOf = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/** A fingerprint as two people read it to each other. */
export const fingerprint = (hex: string): HTMLElement => element('code', {}, pairsOf(hex));
