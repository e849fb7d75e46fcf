import type { Contender } from '../entry.js';
import { steadyRate } from '../pace.js';
import { openBench } from '../workload.js';
import { filledStore } from '../filled-store.js';

/** Ours: a complaint of ten events, read through the store's port. */
export const run = async (contender: Contender, folder: string): Promise<number> => {
  const streams = await filledStore(folder);
  const { store, close } = await openBench(folder, false);
  const rate = await steadyRate(contender, async (n) => {
    const events = await store.read(streams[n % streams.length] ?? '');
    if (events.length !== 10) throw new Error(`${String(events.length)} events`);
  });
  await close();
  return rate;
};
