import type { Contender } from '../entry.js';
import type { WithChecked } from '../open-checked.js';
import { operationsOf, steadyRate } from '../pace.js';
import { by, commandOf, contactMade, fileAll, openBench, streamOf } from '../workload.js';

type Mix = Pick<Contender, 'atOnce' | 'dto' | 'count' | 'warmUp'>;

/** Writes the mix over complaints that are filed. */
export const write = (
  quejas: WithChecked,
  folios: readonly string[],
  { dto, ...pace }: Mix,
  onDone: () => void = () => undefined,
): Promise<number> =>
  steadyRate(pace, async (n) => {
    const folio = folios[streamOf(n)] ?? '';
    const commandId = commandOf(n);
    const done = dto
      ? await quejas.execute({ type: 'recordContact', folio, input: { commandId, ...contactMade } }, by)
      : await quejas.submit(folio, { type: 'recordContact', data: contactMade }, by, { commandId });
    if (!done.ok) throw new Error(JSON.stringify(done));
    onDone();
  });

/** Ours: the whole command path, sealing and idempotency on. */
export const run = async (contender: Contender, folder: string): Promise<number> => {
  const quejas = await openBench(folder, contender.rows);
  const rate = await write(quejas, await fileAll(quejas, operationsOf(contender)), contender);
  await quejas.close();
  return rate;
};
