// npm run prove:faults -- --runs N --seed S: complaints are filed and attended on an EventStoreDB that fails in every way
// it can, through both clients. Every acknowledged command must be there exactly once and no refused one at all; events
// have no gap and none is twice; the rows that followed live equal those made anew from the log.
// Run number N of a proof has seed S + N - 1: `--runs 1 --seed SEED` repeats one alone. Odd seeds take the older client.
import { proofArguments } from './arguments.js';
import { clientOf, startWorker, type Worker } from './faults/worker.js';

const { runs, seed } = proofArguments(10);
const progress = process.stderr.isTTY;
const sum = { done: 0, struck: 0, outages: 0, commands: 0, again: 0 };

/** Lives the runs of one client, one after the other. */
const live = async (worker: Worker, seeds: readonly number[]): Promise<void> => {
  for (const each of seeds) {
    const told = await worker.run(each);
    if (told.fault !== undefined) {
      process.stderr.write(`seed ${String(each)} (${clientOf(each)}): ${told.fault}\n`);
      process.exit(1);
    }
    sum.done += 1;
    sum.struck += told.struck;
    sum.outages += told.outages;
    sum.commands += told.commands;
    sum.again += told.again;
    if (progress) process.stderr.write(`\r${String(sum.done)}/${String(runs)}`);
  }
};

const seeds = Array.from({ length: runs }, (_, index) => seed + index);
await Promise.all(
  (['eventstore', 'kurrent'] as const).map(async (client) => {
    const own = seeds.filter((each) => clientOf(each) === client);
    if (own.length === 0) return;
    const worker = await startWorker(client);
    await live(worker, own);
    await worker.stop();
  }),
);
process.stdout.write(
  `${String(runs)} runs, seed ${String(seed)}: ${String(sum.struck)} faults and ${String(sum.outages)} outages, ` +
    `${String(sum.commands)} commands, ${String(sum.again)} sent again: nothing lost, nothing twice, the same rows\n`,
);
