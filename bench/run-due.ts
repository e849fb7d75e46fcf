import { conectared } from 'quejas';
import { instantOf } from 'quejas/domain';
import { openChecked, type WithChecked } from './open-checked.js';
import { by, start } from './workload.js';

const minute = 60_000;
/** Requests of which a warning is due: a share of the time to tell the folio is over. */
const due = 2_000;

/** Files so many requests, 64 at once. */
export const fileRequests = async (
  quejas: WithChecked,
  name: string,
  count: number,
  receivedAt: number,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const subscriber = { ref: `s-${name}-${String(index)}` };
      const filed = await quejas.submitFiling(
        {
          ...{ kind: 'fault', subject: 'service', channel: 'phone', severity: 'normal', language: 'es' },
          ...{ receivedAt: instantOf(receivedAt), subscriber, description: '' },
        },
        by,
        { commandId: `${name}-${String(index)}` },
      );
      if (!filed.ok) throw new Error(JSON.stringify(filed));
    }
  };
  await Promise.all(Array.from({ length: 64 }, worker));
};

/** Warnings a second that `runDue` records, beside so many requests of which nothing is due, seven open clocks each. */
export const runDueRate = async (others: number, folder: string): Promise<number> => {
  let now = start;
  const quejas = await openChecked({
    ...{ store: `sqlite:${folder}/quejas.db`, keys: 'memory:', provider: conectared },
    clock: () => instantOf(now),
  });
  await fileRequests(quejas, 'due', due, now);
  now += 20 * minute;
  await fileRequests(quejas, 'other', others, now);
  now += 4 * minute;
  const began = performance.now();
  const { acted } = await quejas.runDue();
  const seconds = (performance.now() - began) / 1000;
  await quejas.close();
  if (acted !== due) throw new Error(`${String(acted)} warnings`);
  return acted / seconds;
};
