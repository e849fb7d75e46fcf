import { tallyCounter } from '../kernel/tally.js';
import type { ClockReading } from '../sla/clocks/reading.js';
import type { ClockLabel } from '../sla/summary.js';
import type { BoardCase, BoardItem } from './board-case.js';
import { contributionOf } from './contribution.js';
import { figuresOf, type BoardFigures, type FiguresGrounds } from './figures.js';

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
   * values, those without one last. A complaint with several causes is counted under each. Empty where a side was not
   * asked for.
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

type TallyCounter = ReturnType<typeof tallyCounter>;
type Parts = Map<string | null, TallyCounter>;

const partsOf = (parts: Parts, grounds: FiguresGrounds): readonly BoardPart[] =>
  [...parts]
    .sort(([a], [b]) => (b === null || (a !== null && a < b) ? -1 : 1))
    .map(([value, counter]) => ({ value, ...figuresOf(counter.tally(), grounds) }));

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

/** What is asked of the board besides the numbers of all complaints. */
export interface BoardAsked {
  /** How many of the open ones it names. */
  readonly most: number;
  /** Id of the policy that requests are filed under today. */
  readonly policy: string;
  /** By which sides the numbers are told apart. */
  readonly by: readonly BoardSide[];
}

/** The open ones that are named, as many as are asked for. */
export const namedItems = (items: readonly BoardItem[], most: number): readonly BoardItem[] =>
  items.toSorted(byDue).slice(0, most);

/** The labels of the clocks of complaints, as their readings have them. */
const clockLabels = () => {
  const labels = new Map<string, ClockLabel>();
  const keyOf = (clock: string, policy: string): string => `${policy} ${clock}`;
  return {
    add: (readings: readonly ClockReading[]): void => {
      for (const { clock, policy, name, owedBy } of readings)
        labels.set(keyOf(clock, policy), { name, owedBy });
    },
    labelOf: (clock: string, policy: string): ClockLabel | undefined => labels.get(keyOf(clock, policy)),
  };
};

/** Adds complaints up, one after another; `board` tells what they come to. */
export const boardCounter = ({ most, by, policy }: BoardAsked) => {
  const all = tallyCounter();
  const sides = new Map<BoardSide, Parts>(by.map((side) => [side, new Map()]));
  const items: BoardItem[] = [];
  const labels = clockLabels();
  const none: Parts = new Map();
  let thisWeek = '';
  const partOf = (parts: Parts, value: string | null): TallyCounter => {
    const counter = parts.get(value) ?? tallyCounter();
    parts.set(value, counter);
    return counter;
  };
  return {
    add: (each: BoardCase): void => {
      const contribution = contributionOf(each);
      all.add(contribution);
      for (const [side, parts] of sides)
        for (const value of valuesOf(each, side)) partOf(parts, value).add(contribution);
      labels.add(each.clocks);
      if (each.thisWeek > thisWeek) thisWeek = each.thisWeek;
      if (most > 0 && each.item !== null) items.push(each.item);
    },
    board: (): Board => {
      const grounds: FiguresGrounds = { thisWeek, labels: { labelOf: labels.labelOf, policy } };
      const of = (side: BoardSide): readonly BoardPart[] => partsOf(sides.get(side) ?? none, grounds);
      return {
        ...figuresOf(all.tally(), grounds),
        by: {
          ...{ area: of('area'), technician: of('technician'), channel: of('channel') },
          ...{ kind: of('kind'), cause: of('cause'), municipality: of('municipality') },
        },
        items: namedItems(items, most),
      };
    },
  };
};
