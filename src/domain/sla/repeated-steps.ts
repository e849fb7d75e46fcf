import type { DayStep, Piece, StepRun } from './step.js';

/** Fewer weeks are told one by one: that is read faster than how often something comes again. */
const fewestWeeks = 8;
/** Weeks after which dates may come again: each week, or in turns of up to so many. */
const longestTurn = 4;

type Repeatable = Extract<DayStep, { readonly kind: 'counted' | 'open-days' }>;

const isRepeatable = (step: DayStep | undefined): step is Repeatable =>
  step?.kind === 'counted' || step?.kind === 'open-days';

export const shapeOf = (pieces: readonly Piece[]): string =>
  pieces.map(({ from, to, offset, paused }) => `${from} ${to} ${offset} ${String(paused)}`).join();

/** True where a step is another one so many days later. */
const isLater = (one: DayStep | undefined, next: DayStep | undefined, days: number): boolean => {
  if (!isRepeatable(one) || !isRepeatable(next) || next.first !== one.first + days) return false;
  if (next.last !== one.last + days || one.kind !== next.kind) return false;
  return one.kind === 'open-days' || next.kind === 'open-days'
    ? true
    : shapeOf(next.pieces) === shapeOf(one.pieces);
};

/** Steps from a place on that come again: how many of them, after how many weeks, and how often they stand there. */
interface Turn {
  readonly length: number;
  readonly every: number;
  readonly times: number;
}

/** How often the steps from a place on come again after so many weeks. */
const turnAfter = (steps: readonly DayStep[], from: number, every: number): Turn => {
  let length = 1;
  const first = steps[from];
  const isNext = (step: DayStep | undefined) => isLater(first, step, 7 * every);
  while (length <= 7 * every && isRepeatable(steps[from + length]) && !isNext(steps[from + length]))
    length += 1;
  let alike = 0;
  while (isLater(steps[from + alike], steps[from + alike + length], 7 * every)) alike += 1;
  return { length, every, times: Math.floor(alike / length) + 1 };
};

const turnAt = (steps: readonly DayStep[], from: number): Turn | undefined => {
  if (!isRepeatable(steps[from])) return undefined;
  for (let every = 1; every <= longestTurn; every += 1) {
    const turn = turnAfter(steps, from, every);
    if (turn.times > 1 && turn.times * every >= fewestWeeks) return turn;
  }
  return undefined;
};

/** One turn after another as one step: of each week alone it is the first of them, with how many weeks they are. */
const asOne = (steps: readonly DayStep[], { length, every, times }: Turn): readonly DayStep[] => {
  const [first, last] = [steps[0], steps.at(-1)];
  const turn = steps.slice(0, length).filter(isRepeatable);
  if (!isRepeatable(first) || !isRepeatable(last)) return steps;
  const isWeekly = length === 1 && every === 1;
  if (first.kind === 'open-days') {
    if (isWeekly) return [{ ...first, weeks: times }];
    const runs = turn.map((each): StepRun => ({ first: each.first, last: each.last, pieces: [] }));
    return [{ kind: 'open-days-in-turn', runs, every, times, nth: first.nth, always: first.always }];
  }
  if (last.kind !== 'counted') return steps;
  if (isWeekly) return [{ ...first, sum: last.sum, weeks: times }];
  const counted = turn.flatMap((each) => (each.kind === 'counted' ? [each] : []));
  const runs = counted.map((each): StepRun => ({ first: each.first, last: each.last, pieces: each.pieces }));
  const ms = counted.reduce((sum, each) => sum + each.ms * (each.last - each.first + 1), 0);
  return [{ kind: 'counted-in-turn', runs, every, times, ms, sum: last.sum }];
};

/** Many weeks that are counted alike as one step, so that a term of months or years can be read. */
export const repeatedAsOne = (steps: readonly DayStep[]): readonly DayStep[] => {
  const told: DayStep[] = [];
  for (let index = 0; index < steps.length;) {
    const turn = turnAt(steps, index);
    const count = turn === undefined ? 1 : turn.length * turn.times;
    const some = steps.slice(index, index + count);
    told.push(...(turn === undefined ? some : asOne(some, turn)));
    index += count;
  }
  return told;
};
