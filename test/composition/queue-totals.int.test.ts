import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { asCustomerService, openQuejas, type Quejas } from '../../src/index.js';
import { readModelProjector } from '../../src/composition/open-quejas.js';
import { instantOf, type Instant } from '../../src/domain/kernel/instant.js';
import { conectared } from '../../src/domain/provider/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { generateFortnight, runWorkload } from '../../src/jobs/simulate/index.js';
import { queues } from '../../src/projections/queues/projection.js';
import { namedQueues, type Queue } from '../../src/queries/queue-names.js';
import type { QueueOptions } from '../../src/queries/queue-asked.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));
const cs = asCustomerService('cs-1');

/** A house that has worked for some days. */
const worked = async (seed: number, days: number): Promise<Quejas> => {
  let now: Instant = from;
  const store = memoryEventStore({ inline: readModelProjector() });
  const quejas = await openQuejas({ store, keys: 'memory:', provider: conectared, clock: () => now });
  const script = generateFortnight({ seed, profiles: [conectared], from, accesses: 2_000, days });
  await runWorkload({ conectared: quejas }, script, {
    moveTo: (at) => {
      now = at > now ? at : now;
    },
  });
  return quejas;
};

const rowsIn = async (quejas: Quejas) => (await quejas.rows(queues()).page({ limit: 1_000 })).items;

const isIn = (queue: Queue) => (row: { readonly queue: string; readonly leads: number }) =>
  queue === 'all' ? row.leads === 1 : row.queue === (typeof queue === 'string' ? queue : queue.area);

const isForAll = ({ visitor }: { readonly visitor: string }) => visitor === '';

describe('the totals of queues, which are kept and not counted', () => {
  it('a total is the number of rows of a queue, whoever has the work and whatever level it was escalated to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 12 }), async (seed, days) => {
        const quejas = await worked(seed, days);
        const rows = await rowsIn(quejas);
        const holders = [...new Set(rows.flatMap(({ holder }) => holder ?? []))].slice(0, 5);
        const asked: readonly Queue[] = [...namedQueues, ...conectared.areas.map(({ id }) => ({ area: id }))];
        for (const queue of asked) {
          const own = rows.filter(isIn(queue));
          const total = async (options: QueueOptions) => (await quejas.queue(queue, cs, options)).total;
          expect(await total({ limit: 1 })).toBe(own.filter(isForAll).length);
          for (const holder of holders)
            expect(await total({ limit: 1, holder })).toBe(own.filter((row) => row.holder === holder).length);
          if (queue !== 'supervisor') continue;
          for (const level of [1, 2, 3] as const)
            expect(await total({ level })).toBe(own.filter((row) => row.level === level).length);
        }
        await quejas.close();
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});
