import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openQuejas, type Quejas, type SlaView } from '../../src/index.js';
import { readModelProjector } from '../../src/composition/open-quejas.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import { instantOf, type Instant } from '../../src/domain/kernel/instant.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { generateFortnight, runWorkload } from '../../src/jobs/simulate/index.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));

/** A store that counts how many streams are read. */
const countingReads = (store: EventStore) => {
  let reads = 0;
  return {
    store: {
      ...store,
      read: (...given: Parameters<EventStore['read']>) => {
        reads += 1;
        return store.read(...given);
      },
    },
    readsSince: () => {
      const since = reads;
      reads = 0;
      return since;
    },
  };
};

const whole = ({ by: _, ...figures }: SlaView) => figures;

describe('the board as it is kept', () => {
  it('tells at every moment what all events tell, and reads no event of a request that ended', async () => {
    let now: Instant = from;
    const script = generateFortnight({
      ...{ seed: 5, profiles: [conectared, emenet], from, accesses: 3000, days: 30 },
    });
    const inner = memoryEventStore({ inline: readModelProjector() });
    const open = (provider: typeof conectared) =>
      openQuejas({ store: inner, keys: 'memory:', provider, clock: () => now });
    const quejas = { conectared: await open(conectared), emenet: await open(emenet) };
    let asked = 0;
    let step = 0;
    const compare = async () => {
      for (const each of [quejas.conectared, quejas.emenet]) {
        const kept = await each.sla({ by: [], items: 10_000 });
        const folded = await each.sla({ by: ['kind'], items: 10_000 });
        expect(whole(kept)).toEqual(whole(folded));
        expect(JSON.stringify(whole(kept))).toBe(JSON.stringify(whole(folded)));
        asked += 1;
      }
    };
    const days: Instant[] = [];
    await runWorkload(quejas, script, {
      moveTo: (at) => {
        now = at > now ? at : now;
        step += 1;
      },
    });
    now = instantOf(Date.parse(now) + 5);
    await compare();
    now = instantOf(Date.parse(now) + 86_400_000*12);
    await compare();
    now = instantOf(Date.parse(now) + 86_400_000*12);
    await compare();
    console.log((await quejas.conectared.sla({by: []})).filed, step, (await quejas.conectared.sla({by: []})).open);
    for (let i = 0; i < 4; i++) {
    const b = performance.now();
    await quejas.conectared.sla({ by: [] });
    const m = performance.now();
    await quejas.conectared.sla({});
    console.log(m - b, performance.now() - m);
    }
  }, 120_000);
});
