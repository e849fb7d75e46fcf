import { describe, expect, it } from '@jest/globals';
import { generateFortnight, runWorkload } from '../../../src/jobs/simulate/index.js';
import { asAuditor } from '../../../src/application/commands/actors.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { conectared, emenet } from '../../../src/domain/provider/index.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { openQuejas, readModelProjector } from '../../../src/composition/open-quejas.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));

const ended = new Set(['closed', 'cancelled', 'rejected']);

describe('a workload that is run', () => {
  it('is taken as the script says, leaves no open case in no queue, and a second time changes nothing', async () => {
    const script = generateFortnight({ seed: 7, profiles: [conectared, emenet], from, accesses: 3000 });
    let now = from;
    const store = memoryEventStore({ inline: readModelProjector() });
    const open = (provider: typeof conectared) =>
      openQuejas({ store, keys: 'memory:', provider, clock: () => now });
    const quejas = { conectared: await open(conectared), emenet: await open(emenet) };
    const moveTo = (at: typeof now) => {
      now = at > now ? at : now;
    };

    const first = await runWorkload(quejas, script, { moveTo });
    expect(first.unexpected).toEqual([]);
    expect(first.refused).toEqual({ 'not-reported': 2, 'proceeding-open': 2 });
    expect(first.commands).toBe(script.length);
    expect(first.folios.size).toBe(script.filter(({ type }) => type === 'file').length);

    const filed = (await quejas.conectared.totals()).filed + (await quejas.emenet.totals()).filed;
    expect(filed).toBe(first.folios.size);
    const { events } = await quejas.conectared.events({ limit: 10_000, types: ['Filed'] });
    const late = events.filter(({ data }) => data['outOfHours'] === true);
    expect(late.length).toBeGreaterThan(0);
    const dated = await quejas.conectared.events({ limit: 10_000 });
    expect(dated.events.filter(({ metadata }) => metadata.backdated).length).toBeGreaterThan(0);

    for (const each of [quejas.conectared, quejas.emenet]) {
      const { items } = await each.queue('all', asAuditor('au-1'), { limit: 1000 });
      const open = items.filter(({ status }) => !ended.has(status));
      expect(open).toHaveLength((await each.totals()).open);
    }

    const second = await runWorkload(quejas, script, { moveTo });
    expect(second).toMatchObject({ events: 0, duplicates: first.accepted });
    // What was refused is decided anew, on what became of its complaint since.
    const refused = Object.values(second.refused).reduce((sum, count) => sum + count, 0);
    expect(refused).toBe(4);
    expect([...second.folios]).toEqual([...first.folios]);
    await Promise.all([quejas.conectared.close(), quejas.emenet.close()]);
  }, 120_000);
});
