import type { BoardCase, BoardItem } from './board-case.js';
import { figuresCounter, type BoardFigures } from './figures.js';

/** By what the numbers of the board are told apart. */
export const boardSides = ['area', 'technician', 'channel', 'kind', 'cause', 'municipality'] as const;
/** By what the numbers of the board are told apart. */
export type BoardSide = (typeof boardSides)[number];

/** The numbers of the complaints that have one value. */
export interface BoardPart extends BoardFigures {
  /** The value, such as the id of an area; `null` of those that have none. */
  readonly value: string | null;
}

/** The numbers of the board: of all complaints, and of each side's parts. */
export interface Board extends BoardFigures {
  /**
   * The same numbers by area, technician, channel, kind, cause, municipality, as they stand last; in the order of the
   * values, those without one last. A complaint with several causes is counted under each.
   */
  readonly by: Readonly<Record<BoardSide, readonly BoardPart[]>>;
  /** The open ones, what is due first at the beginning, as many as were asked for. */
  readonly items: readonly BoardItem[];
}

/** What a complaint counts under on a side. */
export const valuesOf = (
  each: Pick<BoardCase, 'area' | 'technician' | 'channel' | 'kind' | 'municipality' | 'causes'>,
  side: BoardSide,
): readonly (string | null)[] => {
  switch (side) {
    case 'area':
    case 'technician':
    case 'channel':
    case 'kind':
    case 'municipality':
      return [each[side]];
    case 'cause':
      return each.causes.length === 0 ? [null] : [...new Set(each.causes)];
  }
};

type Counter = ReturnType<typeof figuresCounter>;
type Counters = Map<string | null, Counter>;

const partsOf = (counters: Counters): readonly BoardPart[] =>
  [...counters]
    .sort(([a], [b]) => (b === null || (a !== null && a < b) ? -1 : 1))
    .map(([value, counter]) => ({ value, ...counter.figures() }));

/** What is due first, then what is paused or not due; the longest wait first, and the folio where all is equal. */
const orderOf = ({ dueAt, receivedAt, folio }: BoardItem): readonly string[] => [
  dueAt ?? '~',
  receivedAt,
  folio ?? '~',
];

const byDue = (one: BoardItem, other: BoardItem): number => {
  const [a, b] = [orderOf(one), orderOf(other)];
  const place = a.findIndex((text, index) => text !== b[index]);
  return place === -1 || (a[place] ?? '') < (b[place] ?? '') ? -1 : 1;
};

/** Adds complaints up, one after another; `board` tells what they come to. */
export const boardCounter = (
  /** How many of the open ones it names. */
  most: number,
) => {
  const all = figuresCounter();
  const sides = new Map<BoardSide, Counters>(boardSides.map((side) => [side, new Map()]));
  const items: BoardItem[] = [];
  const partOf = (counters: Counters, value: string | null): Counter => {
    const counter = counters.get(value) ?? figuresCounter();
    counters.set(value, counter);
    return counter;
  };
  const none: Counters = new Map();
  const by = (side: BoardSide): readonly BoardPart[] => partsOf(sides.get(side) ?? none);
  return {
    add: (each: BoardCase): void => {
      all.add(each);
      for (const [side, counters] of sides)
        for (const value of valuesOf(each, side)) partOf(counters, value).add(each);
      if (most > 0 && each.item !== null) items.push(each.item);
    },
    board: (): Board => ({
      ...all.figures(),
      by: {
        area: by('area'),
        technician: by('technician'),
        channel: by('channel'),
        kind: by('kind'),
        cause: by('cause'),
        municipality: by('municipality'),
      },
      items: items.toSorted(byDue).slice(0, most),
    }),
  };
};
