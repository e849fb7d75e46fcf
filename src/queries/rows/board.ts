import { storeError } from '../../application/errors/store-error.js';
import type { ReadModelStore, Row, RowQuery, RowValue } from '../../application/ports/read-model-store.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { unreliable } from '../../projections/board-cases/board-cases.js';
import { boardCounts, marks } from '../../projections/board-counts/projection.js';
import { boardOpen } from '../../projections/board-open/projection.js';
import { boardRanges } from '../../projections/board-ranges/projection.js';
import { countsIn } from '../../projections/board-ranges/ranges-cell.js';
import { boardRunning } from '../../projections/board-running/projection.js';
import { boardValues } from '../../projections/board-values/projection.js';
import type { ValueCells } from '../../projections/board-values/values-cell.js';
import { numberIn, textIn, textOrNull } from '../../projections/runtime/row-cells.js';

const tables = {
  open: boardOpen().table.name,
  counts: boardCounts().table.name,
  ranges: boardRanges().table.name,
  values: boardValues().table.name,
  running: boardRunning().table.name,
} as const;

const pageSize = 10_000;

/** Durations of ended requests, counted in a block of ranges. */
export interface KeptBlock {
  /** Its number. */
  readonly block: number;
  /** How many there are. */
  readonly total: number;
  /** How many lie in each of its ranges. Throws `rows-corrupt`. */
  readonly ranges: () => readonly number[];
}

/** All rows of a table that are a provider's, however many pages they are. */
const all = async (
  rows: ReadModelStore,
  query: Pick<RowQuery, 'table' | 'where'> & { readonly orderBy: readonly string[] },
): Promise<readonly Row[]> => {
  const found: Row[] = [];
  let after: readonly RowValue[] | undefined;
  for (;;) {
    const page = await rows.list({ ...query, limit: pageSize, ...(after && { after }) });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return found;
    after = query.orderBy.map((column) => last[column] ?? null);
  }
};

/** The requests that are read anew at each answer. */
export const openOnBoard = async (rows: ReadModelStore, scope: string): Promise<readonly string[]> => {
  const found = await all(rows, { table: tables.open, where: { scope }, orderBy: ['complaint'] });
  return found.map((row) => textIn(row, 'complaint'));
};

/** What ended requests add to the counts, by name. */
export const keptCounts = async (
  rows: ReadModelStore,
  scope: string,
): Promise<ReadonlyMap<string, number>> => {
  const found = await all(rows, { table: tables.counts, where: { scope }, orderBy: ['measure'] });
  return new Map(found.map((row) => [textIn(row, 'measure'), numberIn(row, 'count')]));
};

/** Whether what is kept can be relied on: every program that wrote it knew the policies that requests name. */
export const isReliable = async (rows: ReadModelStore, scope: string): Promise<boolean> => {
  const found = await Promise.all([
    rows.get(tables.open, { scope, complaint: unreliable }),
    rows.get(tables.counts, { scope, measure: unreliable }),
    rows.get(tables.ranges, { scope, duration: unreliable, block: 0 }),
    rows.get(tables.values, { scope, duration: unreliable, range: 0 }),
    rows.get(tables.running, { scope, complaint: unreliable, clock: unreliable, cycle: 0, run: 0 }),
  ]);
  return found.every((row) => row === undefined);
};

/** How often what is kept has changed so far. */
export const changesSoFar = async (rows: ReadModelStore, scope: string): Promise<number> => {
  const row = await rows.get(tables.counts, { scope, measure: marks.changes });
  return row === undefined ? 0 : numberIn(row, 'count');
};

/** How many durations of ended requests lie in which block of ranges, by what took that long; blocks ascending. */
export const keptBlocks = async (
  rows: ReadModelStore,
  scope: string,
): Promise<ReadonlyMap<string, readonly KeptBlock[]>> => {
  const found = await all(rows, { table: tables.ranges, where: { scope }, orderBy: ['duration', 'block'] });
  const blocks = new Map<string, KeptBlock[]>();
  for (const row of found) {
    const duration = textIn(row, 'duration');
    const kept = blocks.get(duration) ?? [];
    blocks.set(duration, kept);
    kept.push({
      block: numberIn(row, 'block'),
      total: numberIn(row, 'total'),
      ranges: () => countsIn(textIn(row, 'ranges')),
    });
  }
  return blocks;
};

/**
 * The durations of ended requests in a range, as `board-values` keeps them. Throws `rows-moved` where they were taken away
 * meanwhile.
 */
export const keptValues = async (
  rows: ReadModelStore,
  scope: string,
  duration: string,
  range: number,
): Promise<ValueCells> => {
  const row = await rows.get(tables.values, { scope, duration, range });
  if (row === undefined) throw storeError('rows-moved');
  return { found: textIn(row, 'found'), repeated: textOrNull(row, 'repeated') };
};

/** How many clocks of ended requests run at an instant, by clock. */
export const runningAt = async (
  rows: ReadModelStore,
  scope: string,
  at: Instant,
): Promise<ReadonlyMap<string, number>> => {
  const groups = await rows.groups({
    table: tables.running,
    where: { scope, due: { '>=': at } },
    by: ['clock'],
    limit: pageSize,
  });
  return new Map(groups.map(({ key, count }) => [textIn(key, 'clock'), count]));
};
