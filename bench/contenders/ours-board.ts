import { conectared, openQuejas } from 'quejas';
import type { Contender } from '../entry.js';
import { eventsEach } from '../history-file.js';

/** Ours: the board of today, folded from the events of every complaint. */
export const run = async ({ count, history }: Contender): Promise<number> => {
  const quejas = await openQuejas({
    store: `sqlite:${history}`,
    keys: 'memory:',
    provider: conectared,
    rows: 'none',
  });
  const began = performance.now();
  const { filed } = await quejas.sla();
  const took = performance.now() - began;
  await quejas.close();
  if (filed * eventsEach < count) throw new Error(`${String(filed)} complaints`);
  return filed / (took / 1000);
};
