import { by, commandsEach, contactMade, fileAll, openBench, openStreams, streamOf } from './workload.js';

const complaints = 1_000;

/** Fills a store with complaints of ten events each, interleaved; gives their streams. */
export const filledStore = async (folder: string): Promise<readonly string[]> => {
  const quejas = await openBench(folder, false);
  const count = complaints * commandsEach;
  const folios = await fileAll(quejas, count);
  for (let n = 0; n < count; n += openStreams)
    await Promise.all(
      Array.from({ length: openStreams }, (_, i) =>
        quejas.submit(folios[streamOf(n + i)] ?? '', { type: 'recordContact', data: contactMade }, by, {
          commandId: `c-${String(n + i)}`,
        }),
      ),
    );
  const filed = await quejas.events({ limit: 10_000, types: ['Filed'] });
  await quejas.close();
  return filed.events.map(({ stream }) => stream);
};
