import { codeOf } from '../../application/errors/code-of.js';
import type { Clock } from '../../application/ports/clock.js';
import type { Logger } from '../../application/ports/logger.js';
import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { namedItems, type Board } from '../../domain/board/board.js';
import { weekBy } from '../../domain/board/board-case.js';
import { figuresOf } from '../../domain/board/figures.js';
import { goesBy } from '../../domain/board/settled.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import {
  contributionSums,
  countsTold,
  type ContributionSums,
  type Percentiles,
  type Tally,
} from '../../domain/kernel/tally.js';
import { overdueCounts, type ClockLabels } from '../../domain/sla/summary.js';
import { boardReadModels } from '../../projections/board-read-models.js';
import { marks } from '../../projections/board-counts/projection.js';
import {
  changesSoFar,
  isReliable,
  keptCounts,
  keptBlocks,
  keptValues,
  openOnBoard,
  runningAt,
  type KeptBlock,
} from '../rows/board.js';
import { openCases, type OpenCasesParts, type OpenContribution } from './open-cases.js';
import { percentilesOf } from './percentiles.js';

/** The board as it was read from rows, and as of when. */
export interface BoardAsOf {
  readonly asOf: Instant;
  readonly board: Board;
}

/**
 * The board of now without its sides, at most so many open requests named; `undefined` where the rows cannot tell. Throws
 * why they cannot be read.
 */
export type KeptBoard = (most: number) => Promise<BoardAsOf | undefined>;

/** What the board is read from where it is kept in rows. */
export interface KeptBoardParts extends OpenCasesParts {
  readonly rows: ReadModelStore;
  readonly scope: string;
  /** Id of the policy that requests are filed under today. */
  readonly policy: string;
  /** Ends when the rows are fit to be read. */
  readonly ready: () => Promise<void>;
  /** Whether all rows of the board are as far: where they are not, a request may be missing in each or stand in both. */
  readonly areInStep: () => Promise<boolean>;
  readonly clock: Clock;
  /** Told once where the rows cannot be relied on. */
  readonly logger: Pick<Logger, 'warn'>;
}

const noParts: Board['by'] = {
  ...{ area: [], technician: [], channel: [], kind: [], cause: [], municipality: [] },
};

/** How often the rows are read anew where a request ended while they were read. */
const attempts = 5;

/** Milliseconds by which what was recorded may lie ahead of the clock, and counts as now. */
const countsAsNow = 5_000;

/** What ended and open requests add up to; the ended ones' clocks that run are counted as over before this. */
const sumsOf = (
  kept: ReadonlyMap<string, number>,
  open: readonly OpenContribution[],
  running: ReadonlyMap<string, number>,
): ContributionSums => {
  const sums = contributionSums(kept);
  for (const { contribution } of open) sums.add(contribution);
  for (const [clock, number] of running)
    sums.add({ counts: overdueCounts(clock).map(([name, by]) => [name, -by * number]), durations: [] });
  return sums;
};

/** The board for now, without its sides: ended requests as they are kept in rows, open ones from their events. */
export const keptBoard = (parts: KeptBoardParts): KeptBoard => {
  const { rows, scope, versions, policy, ready, areInStep, clock, logger } = parts;
  const open = openCases(parts);

  const percentilesByName = async (
    blocks: ReadonlyMap<string, readonly KeptBlock[]>,
    durations: ReadonlyMap<string, readonly number[]>,
  ): Promise<ReadonlyMap<string, Percentiles>> => {
    const found = new Map<string, Percentiles>();
    for (const name of new Set([...blocks.keys(), ...durations.keys()])) {
      const cellsOf = (range: number) => keptValues(rows, scope, name, range);
      const percentiles = await percentilesOf(blocks.get(name) ?? [], durations.get(name) ?? [], cellsOf);
      if (percentiles !== undefined) found.set(name, percentiles);
    }
    return found;
  };

  /** The Monday of the week of the answer, by the calendars that requests go by. */
  const weekNow = async (tally: Tally, cases: readonly OpenContribution[], at: Instant): Promise<string> => {
    const refs = tally.named(goesBy.calendar(''));
    const { calendarOf } = await versions.load({ policies: [], calendars: refs.filter((ref) => ref !== '') });
    const weeks = [
      ...refs.map((ref) => weekBy(calendarOf(ref), at)),
      ...cases.map(({ thisWeek }) => thisWeek),
    ];
    return weeks.sort().at(-1) ?? '';
  };

  const labels = async (tally: Tally): Promise<ClockLabels> => {
    await versions.load({ policies: tally.named(goesBy.policy('')), calendars: [] });
    const labelOf: ClockLabels['labelOf'] = (clock, ref) =>
      versions.known.policyOf(ref)?.clocks.find(({ id }) => id === clock);
    return { labelOf, policy };
  };

  const read = async (kept: ReadonlyMap<string, number>, at: Instant, most: number): Promise<Board> => {
    const [blocks, running] = [await keptBlocks(rows, scope), await runningAt(rows, scope, at)];
    const cases = await open.read(await openOnBoard(rows, scope), { at, isPicked: most > 0 });
    const { counts, durations } = sumsOf(kept, cases, running);
    const percentiles = await percentilesByName(blocks, durations);
    const tally: Tally = { ...countsTold(counts), percentiles: (name) => percentiles.get(name) };
    const items = most === 0 ? [] : cases.flatMap(({ item }) => item ?? []);
    return {
      ...figuresOf(tally, { thisWeek: await weekNow(tally, cases, at), labels: await labels(tally) }),
      by: noParts,
      items: namedItems(items, most),
    };
  };

  /** Now, or the few milliseconds later from which on all that is kept holds; `undefined` where those are more. */
  const instantOfAnswer = (kept: ReadonlyMap<string, number>): Instant | undefined => {
    const [now, from] = [millisecondsOf(clock()), kept.get(marks.holdsFrom) ?? 0];
    return from - now > countsAsNow ? undefined : instantOf(Math.max(now, from));
  };

  /** One attempt: `undefined` where something that is kept changed meanwhile. */
  const readOnce = async (
    kept: ReadonlyMap<string, number>,
    asOf: Instant,
    most: number,
  ): Promise<BoardAsOf | undefined> => {
    if (!(await areInStep())) return undefined;
    const board = await read(kept, asOf, most).catch((error: unknown) => {
      if (codeOf(error) === 'rows-moved') return undefined;
      throw error;
    });
    const isAsBefore = (await changesSoFar(rows, scope)) === (kept.get(marks.changes) ?? 0);
    return board !== undefined && isAsBefore && (await areInStep()) ? { asOf, board } : undefined;
  };

  let isTold = false;
  const tellUnreliable = (): void => {
    if (!isTold)
      logger.warn(
        'the board is folded from events: a program that did not know a policy wrote its rows; rebuild them with one that does',
        { projections: boardReadModels().map(({ name }) => name) },
      );
    isTold = true;
  };

  return async (most) => {
    await ready();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (!(await isReliable(rows, scope))) {
        tellUnreliable();
        return undefined;
      }
      const kept = await keptCounts(rows, scope);
      const asOf = instantOfAnswer(kept);
      if (asOf === undefined) return undefined;
      const found = await readOnce(kept, asOf, most);
      if (found !== undefined) return found;
    }
    return undefined;
  };
};
