import type { Contender } from '../entry.js';
import { operationsOf, steadyRate } from '../pace.js';
import { benchClock, fileAll, openBench, streamNames, type Mix } from '../workload.js';
import { referenceWriter } from './reference-writer.js';

interface Waiting {
  readonly n: number;
  readonly done: () => void;
}

/** Writes the mix into a store whose complaints are filed, in transactions of all the commands that wait. */
export const write = async (path: string, { names, rows, clock, ...pace }: Mix): Promise<number> => {
  const { commit, close } = referenceWriter(path, { names, rows, clock });
  let waiting: Waiting[] = [];
  const commitAll = (): void => {
    const together = waiting;
    waiting = [];
    commit(together.map(({ n }) => n));
    for (const { done } of together) done();
  };
  const rate = await steadyRate(
    pace,
    (n) =>
      new Promise((done) => {
        if (waiting.length === 0) setImmediate(commitAll);
        waiting.push({ n, done });
      }),
  );
  close();
  return rate;
};

/**
 * The bare limit: prepared statements that do the same durable work as ours, in transactions of up to 64 commands,
 * with the state of a hundred streams kept; nothing is checked but that a stream goes on.
 */
export const run = async (contender: Contender, folder: string): Promise<number> => {
  const clock = benchClock();
  const quejas = await openBench(folder, contender.rows, clock);
  const names = await streamNames(quejas, await fileAll(quejas, operationsOf(contender)));
  await quejas.close();
  return write(`${folder}/quejas.db`, { ...contender, names, clock });
};
