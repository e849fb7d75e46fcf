import { join } from 'node:path';
import { conectared, exportAnalytics, openQuejas } from 'quejas';
import type { Contender } from '../entry.js';

/** Ours: every table for analysts of a store, in Parquet. */
export const run = async ({ count, history }: Contender, folder: string): Promise<number> => {
  const quejas = await openQuejas({
    store: `sqlite:${history}`,
    keys: 'memory:',
    provider: conectared,
    rows: 'none',
  });
  const began = performance.now();
  const { files } = await exportAnalytics(quejas, join(folder, 'tables'), {
    formats: ['parquet'],
    salt: 'bench',
    at: '2026-03-09T16:00:00.000Z',
  });
  const took = performance.now() - began;
  await quejas.close();
  const events = files.find(({ name }) => name === 'events.parquet')?.rows ?? 0;
  if (events < count) throw new Error(`${String(events)} events`);
  return count / (took / 1000);
};
