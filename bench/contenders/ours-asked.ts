import type { Quejas } from 'quejas';
import { filledComplaints, pageSize, pagesOfWalk, type Ask } from '../asked-rows.js';
import type { Contender } from '../entry.js';
import { steadyRate } from '../pace.js';
import { by, openBench } from '../workload.js';

/** A walk through the queue of customer service, page by page, each with its total. */
export const askQueue = (quejas: Quejas): Ask => {
  let after: string | null = null;
  return async (n) => {
    if (n % pagesOfWalk === 0) after = null;
    const from: string | null = after;
    const page = await quejas.queue('customer-service', by, {
      limit: pageSize,
      ...(from !== null && { after: from }),
    });
    after = page.next;
    return { total: page.total, folios: page.items.map(({ folio }) => folio) };
  };
};

/** The totals of all cases. */
export const askTotals =
  (quejas: Quejas): Ask =>
  async () => ({ total: (await quejas.totals()).filed, folios: [] });

/** Ours: questions to the rows of a filled store. */
export const run = async (contender: Contender): Promise<number> => {
  const { module, history } = contender;
  const quejas = await openBench(history.replace(/\/quejas\.db$/u, ''), true);
  const ask = module === 'ours-totals' ? askTotals(quejas) : askQueue(quejas);
  const rate = await steadyRate(contender, async (n) => {
    const { total } = await ask(n);
    if (total !== filledComplaints) throw new Error(`${String(total)} complaints`);
  });
  await quejas.close();
  return rate;
};
