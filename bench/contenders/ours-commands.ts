import type { Contender } from '../entries.js';
import { by, fileAll, openBench, rateOf, streamOf } from '../workload.js';
import { instantOf } from 'quejas/domain';
import { start } from '../workload.js';

const contactedAt = instantOf(start - 1000);

/** Ours: the whole command path, sealing and idempotency on. */
export const run = async ({ atOnce, rows, dto, count }: Contender, folder: string): Promise<number> => {
  const quejas = await openBench(folder, rows);
  const folios = await fileAll(quejas, count);
  const fields = { direction: 'to-user', channel: 'phone', contactedAt } as const;
  const rate = await rateOf(count, atOnce, async (n) => {
    const folio = folios[streamOf(n)] ?? '';
    const commandId = `contact-${String(n)}`;
    const done = dto
      ? await quejas.execute(folio, 'recordContact', { commandId, ...fields }, by)
      : await quejas.submit(folio, { type: 'recordContact', data: fields }, by, { commandId });
    if (!done.ok) throw new Error(JSON.stringify(done));
  });
  await quejas.close();
  return rate;
};
