import { conectared, openQuejas } from 'quejas';
import { filledComplaints } from '../asked-rows.js';
import type { Contender } from '../entry.js';
import { boardAskedAt } from '../filled-board.js';
import { eventsEach } from '../history-file.js';
import { steadyRate } from '../pace.js';
import { openBench } from '../workload.js';

/** Ours: the board of now, as it is kept in rows. */
const asked = async (contender: Contender): Promise<number> => {
  const quejas = await openBench(contender.history.replace(/\/quejas\.db$/u, ''), true, () => boardAskedAt);
  const rate = await steadyRate(contender, async () => {
    const { filed } = await quejas.sla({ by: [] });
    if (filed < filledComplaints) throw new Error(`${String(filed)} complaints`);
  });
  await quejas.close();
  return rate;
};

/** Ours: the board of now by every side, folded from the events of every complaint. */
const folded = async ({ count, history }: Contender): Promise<number> => {
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

export const run = (contender: Contender): Promise<number> =>
  contender.module === 'ours-board' ? asked(contender) : folded(contender);
