import { written } from './counts.js';
import { element, type Markup } from './markup.js';

/** A part of a bar, by what it is drawn as: a class of the style. */
export interface BarPart {
  /** How long it is, in the measure of its chart. */
  readonly value: number;
  /** A class of the style. */
  readonly tone: string;
}

/** A bar and what stands over it. */
export interface Bar {
  /** What it is called. */
  readonly name: string;
  /** Its number, in words. */
  readonly told: string;
  /** Its parts, from left to right. */
  readonly parts: readonly BarPart[];
}

/** A chart of bars. */
export interface BarChart {
  /** What it shows, for who does not see it. */
  readonly label: string;
  /** Its bars, from top to bottom. */
  readonly bars: readonly Bar[];
  /** What the whole width stands for. */
  readonly whole: number;
  /** Parts lie over one another, each from the beginning, instead of one after another. */
  readonly isNested?: boolean;
}

const rowHeight = 38;
const barTop = 20;
const barHeight = 10;

const percentOf = (value: number, whole: number): string =>
  `${whole <= 0 ? '0' : String(Math.round((Math.min(value, whole) * 10_000) / whole) / 100)}%`;

const text = (content: string, x: string, y: number, look: string): Markup =>
  element('text', { x, y, class: look }, content);

const rect = (x: string, y: number, width: string, height: number, tone: string): Markup =>
  element('rect', { x, y, width, height, class: tone });

const barParts = (
  { parts }: Bar,
  { whole, isNested }: Pick<BarChart, 'whole' | 'isNested'>,
): readonly Markup[] => {
  let from = 0;
  return parts
    .filter(({ value }) => value > 0)
    .map(({ value, tone }) => {
      const start = isNested === true ? 0 : from;
      from += value;
      return rect(percentOf(start, whole), barTop, percentOf(value, whole), barHeight, tone);
    });
};

/**
 * Bars that lie, each under its name and number. Widths are shares of the page, so that letters stay as large as they are;
 * each bar is a drawing of its own, so that paper may break between two of them.
 */
export const barChart = (chart: BarChart): Markup =>
  element(
    'div',
    { role: 'img', 'aria-label': chart.label },
    chart.bars.map((bar) =>
      element(
        'svg',
        { width: '100%', height: rowHeight },
        text(bar.name, '0', 14, 'name'),
        text(bar.told, '100%', 14, 'told'),
        rect('0', barTop, '100%', barHeight, 'ground'),
        ...barParts(bar, chart),
      ),
    ),
  );

/** A column of two bars side by side, and a point of a line. */
export interface Pair {
  /** What stands under it; nothing where there is no room. */
  readonly name: string;
  /** The bar on the left. */
  readonly left: number;
  /** The bar on the right. */
  readonly right: number;
  /** Where the line passes. */
  readonly point: number;
}

/** A chart of pairs of bars, and a line over them, each in a measure of its own. */
export interface PairChart {
  /** What it shows, for who does not see it. */
  readonly label: string;
  /** From left to right. */
  readonly pairs: readonly Pair[];
  /** The classes of the left bars, of the right ones, of the line. */
  readonly tones: readonly [string, string, string];
}

const plotHeight = 150;
const lineTop = 16;

/** Bars that stand in pairs, the line over them. */
export const pairChart = ({ label, pairs, tones: [left, right, line] }: PairChart): Markup => {
  const most = Math.max(1, ...pairs.flatMap((pair) => [pair.left, pair.right, pair.point]));
  const heightOf = (value: number): number => Math.round((value * (plotHeight - lineTop) * 10) / most) / 10;
  const topOf = (value: number): number => plotHeight - heightOf(value);
  const step = 100 / Math.max(1, pairs.length);
  const at = (place: number, share: number): string =>
    `${String(Math.round((place + share) * step * 100) / 100)}%`;
  const width = `${String(Math.round(step * 34) / 100)}%`;
  const bars = pairs.flatMap((pair, place) => [
    rect(at(place, 0.14), topOf(pair.left), width, heightOf(pair.left), left),
    rect(at(place, 0.5), topOf(pair.right), width, heightOf(pair.right), right),
  ]);
  const lines = pairs.slice(1).map((pair, place) =>
    element('line', {
      x1: at(place, 0.5),
      y1: topOf(pairs[place]?.point ?? 0),
      x2: at(place + 1, 0.5),
      y2: topOf(pair.point),
      class: line,
    }),
  );
  const points = pairs.map((pair, place) =>
    element('circle', { cx: at(place, 0.5), cy: topOf(pair.point), r: 3, class: `${line} point` }),
  );
  const names = pairs.flatMap(({ name }, place) =>
    name === '' ? [] : [text(name, at(place, 0.5), plotHeight + 18, 'under')],
  );
  return element(
    'svg',
    { role: 'img', 'aria-label': label, width: '100%', height: plotHeight + 26 },
    rect('0', plotHeight, '100%', 1, 'ground'),
    rect('0', lineTop, '100%', 1, 'ground'),
    text(written(most), '0', lineTop - 3, 'scale'),
    ...bars,
    ...lines,
    ...points,
    ...names,
  );
};

/** What each drawing of a chart means: a patch and its word. */
export const legend = (entries: readonly { readonly tone: string; readonly word: string }[]): Markup =>
  element(
    'ul',
    { class: 'legend' },
    entries.map(({ tone, word }) =>
      element(
        'li',
        {},
        element(
          'svg',
          { width: 14, height: 14, 'aria-hidden': 'true' },
          element('rect', { width: 14, height: 14, class: tone }),
        ),
        word,
      ),
    ),
  );
