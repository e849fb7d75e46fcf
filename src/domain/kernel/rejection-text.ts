import type { JsonObject } from './json.js';

/**
 * What a rejection says to a person: Spanish first. `{name}` stands for the detail of that name, `{name:day|days}` for the
 * first of two words where that detail is 1, else for the second.
 */
export interface RejectionText {
  /** Spanish of Mexico (es-MX). */
  readonly es: string;
  /** English. */
  readonly en: string;
}

/** Texts of refusals, by their code. */
export type RejectionTexts = Readonly<Record<string, RejectionText>>;

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A detail by its name, and the two words that it chooses between, where it does. */
const places = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** The names that a text leaves to be filled in, in order. */
export const namesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(places), ([, name = '']) => name);

/** The text with its details filled in. A detail that is missing leaves its name, so that nothing is hidden. */
export const fillIn = (text: string, details: JsonObject): string =>
  text.replace(places, (whole, name: string, one?: string, several?: string) => {
    const value = Object.hasOwn(details, name) ? details[name] : undefined;
    if (value === undefined) return whole;
    if (one === undefined || several === undefined) return shown(value);
    return value === 1 ? one : several;
  });

/** A text in both languages, with the same details filled in. */
export const fillInBoth = ({ es, en }: RejectionText, details: JsonObject): RejectionText => ({
  es: fillIn(es, details),
  en: fillIn(en, details),
});
