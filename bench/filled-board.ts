import { DatabaseSync } from 'node:sqlite';
import { conectared } from 'quejas';
import { instantOf } from 'quejas/domain';
import { blockOf, rangeAt, rangeOf, rangesInBlock } from '../src/projections/board-cases/ranges.js';
import { cellsOf, valuesIn } from '../src/projections/board-values/values-cell.js';
import { copyRows } from './filled-rows.js';
import { openChecked } from './open-checked.js';
import { play, scriptedComplaints } from './script.js';
import { commandsEach, fileAll, openBench, start } from './workload.js';

/** Requests that were played, most of them to their ends, whose durations and counts are multiplied. */
const played = 1_000;
/** Open requests: what a provider with a million ended ones in five years has, where each takes two days. */
export const openOnFilledBoard = 1_000;
/** How many of the ended ones may still ask for their reopening: those of the last twenty days. */
const mayReopen = 11_000;

const dayMs = 24 * 3_600_000;
/** When the board is asked for: after all that was played. */
export const boardAskedAt = instantOf(start + 60 * dayMs);

/** A duration of another request: up to a quarter shorter or longer, the same in every run. */
const varied = (milliseconds: number, copy: number): number =>
  Math.round(milliseconds * (0.75 + (((copy * 7_919) % 10_007) / 10_007) * 0.5));

interface KeptValues {
  readonly scope: string;
  readonly duration: string;
  readonly values: readonly number[];
}

const keptValues = (database: DatabaseSync): readonly KeptValues[] => {
  const byDuration = new Map<string, { scope: string; duration: string; values: number[] }>();
  for (const row of database
    .prepare('SELECT scope, duration, range, found, repeated FROM board_values_v3')
    .all()) {
    const [scope, duration] = [String(row['scope']), String(row['duration'])];
    const kept = byDuration.get(`${scope} ${duration}`) ?? { scope, duration, values: [] };
    byDuration.set(`${scope} ${duration}`, kept);
    const [found, repeated] = [String(row['found']), row['repeated']];
    const cells = { found, repeated: typeof repeated === 'string' ? repeated : null };
    for (const [value, times] of valuesIn(cells, rangeAt(Number(row['range']))))
      kept.values.push(...Array.from({ length: times }, () => value));
  }
  return [...byDuration.values()];
};

/** The values of each range, ascending, as `board-values` keeps them. */
const byRange = (ascending: Float64Array): ReadonlyMap<number, readonly number[]> => {
  const cells = new Map<number, number[]>();
  for (const value of ascending) {
    const range = rangeOf(value);
    const cell = cells.get(range);
    if (cell === undefined) cells.set(range, [value]);
    else cell.push(value);
  }
  return cells;
};

const multiplyDurations = (database: DatabaseSync, times: number): void => {
  const kept = keptValues(database);
  database.exec('DELETE FROM board_values_v3; DELETE FROM board_ranges_v3');
  const value = database.prepare(
    'INSERT INTO board_values_v3 (scope, duration, range, found, repeated) VALUES (?, ?, ?, ?, ?)',
  );
  const counts = database.prepare(
    'INSERT INTO board_ranges_v3 (scope, duration, block, total, ranges) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { scope, duration, values } of kept) {
    const all = new Float64Array(values.length * times);
    for (const [place, milliseconds] of values.entries())
      for (let copy = 0; copy < times; copy += 1)
        all[place * times + copy] = varied(milliseconds, place * times + copy);
    const blocks = new Map<number, number[]>();
    for (const [range, found] of byRange(all.sort())) {
      const cells = cellsOf(found, rangeAt(range));
      value.run(scope, duration, range, cells.found, cells.repeated);
      const block = blocks.get(blockOf(range)) ?? Array.from({ length: rangesInBlock }, () => 0);
      blocks.set(blockOf(range), block);
      block[range % rangesInBlock] = found.length;
    }
    for (const [block, ranges] of blocks) {
      const found = ranges.reduce((sum, count) => sum + count, 0);
      counts.run(scope, duration, block, found, ranges.join(','));
    }
  }
};

/**
 * A store in `FOLDER/quejas.db` whose board is that of so many requests: a thousand are played as the demo plays them, and
 * what the ended ones add is multiplied, each duration varied; a thousand more are open.
 */
export const writeFilledBoard = async (folder: string, complaints: number): Promise<void> => {
  let now = instantOf(start);
  const quejas = await openChecked({
    ...{ store: `sqlite:${folder}/quejas.db`, keys: 'memory:', provider: conectared, clock: () => now },
  });
  for (const commands of scriptedComplaints(played))
    await play(quejas, commands, (at) => {
      now = at;
    });
  await quejas.close();
  const filing = await openBench(folder, true);
  await fileAll(filing, openOnFilledBoard * commandsEach);
  await filing.close();

  const database = new DatabaseSync(`${folder}/quejas.db`);
  const ended = database
    .prepare(`SELECT SUM(count) AS ended FROM board_counts_v3 WHERE measure LIKE 'status %'`)
    .get();
  const times = Math.ceil(complaints / Number(ended?.['ended']));
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
  database.exec('BEGIN IMMEDIATE');
  multiplyDurations(database, times);
  database.prepare(`UPDATE board_counts_v3 SET count = count * ? WHERE measure NOT LIKE 'mark %'`).run(times);
  copyRows(database, 'board_running_v3', Math.ceil(mayReopen / Number(ended?.['ended'])));
  database.exec('COMMIT');
  database.exec('PRAGMA journal_mode = WAL');
  database.close();
};
