import { element, plain, type Markup, type Part } from './markup.js';

/** A part of a page with its heading, and what is to be known of it. */
export const section = (id: string, heading: string, hint: string, ...parts: readonly Part[]): Markup =>
  element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id }, heading),
    ...(hint === '' ? [] : [element('p', { class: 'hint' }, hint)]),
    ...parts,
  );

/** A number that stands for itself. */
export interface Tile {
  /** What it counts. */
  readonly word: Part;
  /** The number. */
  readonly figure: string;
  /** Of what. */
  readonly note: string;
  /** What it stands out by: a class of the style. */
  readonly tone?: string;
}

/** Numbers side by side. */
export const tiles = (all: readonly Tile[]): Markup =>
  element(
    'ul',
    { class: 'tiles' },
    all.map(({ word, figure, note, tone }) =>
      element(
        'li',
        { class: tone },
        element('span', { class: 'word' }, word),
        element('span', { class: 'figure' }, figure),
        element('span', { class: 'note' }, note),
      ),
    ),
  );

/** What opens where it is asked for; on paper it is open. */
export const folded = (id: string | undefined, summary: Part, ...parts: readonly Part[]): Markup =>
  element('details', { id }, plain('summary', summary), ...parts);
