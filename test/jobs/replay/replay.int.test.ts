import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalize } from 'json-canonicalize';
import { asAuditor, asCustomerService, openQuejas } from '../../../src/index.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { instantOf, millisecondsOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { conectared } from '../../../src/domain/provider/index.js';
import { eventsAsStore } from '../../../src/jobs/bundle/events-as-store.js';
import { replay, type ReplayQuestion } from '../../../src/jobs/replay/index.js';
import { report } from '../../composition/opened.js';
import { simulated } from '../analytics/simulated.js';

const by = asAuditor('a-1');

const allEvents = async (quejas: Quejas): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await quejas.store.readAll({ limit: 5_000, ...(after !== undefined && { after }) });
    events.push(...page.events);
    if (page.caughtUp || page.next === undefined) return events;
    after = page.next;
  }
};

describe('replay', () => {
  let quejas: Quejas;
  let events: readonly StoredEvent[];
  let last: Instant;

  beforeAll(async () => {
    ({ quejas, last } = await simulated(7, 3_000, 8));
    events = await allEvents(quejas);
  }, 120_000);

  const whole = (question: ReplayQuestion) =>
    replay({ store: eventsAsStore(events), provider: conectared }, question);

  it('gives the queue, the numbers and a request as the open store gives them at that moment', async () => {
    const queue = await quejas.queue('all', by, { limit: 1_000 });
    expect(queue.total).toBeGreaterThan(0);
    expect(await whole({ of: 'queue', at: last })).toBe(canonicalize(queue));
    expect(await whole({ of: 'sla', at: last })).toBe(canonicalize(await quejas.sla({ at: last })));
    const folio = queue.items[0]?.folio ?? '';
    const shown = await quejas.show(folio, by);
    expect(await whole({ of: { folio }, at: last })).toBe(canonicalize(shown));
    expect(await whole({ of: { folio: 'CR-999999-0' }, at: last })).toBeUndefined();
  });

  it('keeps no signal waiting while it reads one request after another', async () => {
    const filed = new Set(events.filter(({ type }) => type === 'Filed').map(({ stream }) => stream));
    const few = [...filed].slice(0, 12);
    const store = eventsAsStore(events.filter(({ stream }) => few.includes(stream)));
    const slow: typeof store = {
      ...store,
      read: (...range) => {
        // Longer than work goes on by itself, and nothing in it waits.
        for (const begun = performance.now(); performance.now() - begun < 60;);
        return store.read(...range);
      },
    };
    for (const asked of ['queue', 'sla'] as const) {
      let turns = 0;
      const count = setInterval(() => (turns += 1), 0);
      await replay({ store: slow, provider: conectared }, { of: asked, at: last });
      clearInterval(count);
      expect(turns).toBeGreaterThanOrEqual(few.length - 1);
    }
  });

  it('gives at any instant what a store that ends there gives (seed 11)', async () => {
    const [first] = events;
    if (first === undefined) throw new RangeError('no events');
    const [from, to] = [millisecondsOf(first.recordedAt), millisecondsOf(last)];
    const { folio } = events.find(({ type }) => type === 'FolioAssigned')?.data ?? {};
    if (typeof folio !== 'string') throw new TypeError('no folio');
    for (let place = 0; place < 6; place += 1) {
      const at = instantOf(from + Math.floor(((to - from) * ((place * 7 + 11) % 97)) / 97));
      const prefix = events.filter(({ occurredAt, recordedAt }) => recordedAt <= at && occurredAt <= at);
      const source = { store: eventsAsStore(prefix), provider: conectared };
      for (const asked of ['queue', 'sla', { folio }] as const)
        expect(await whole({ of: asked, at, knownAt: at })).toBe(
          await replay(source, { of: asked, at, knownAt: at }),
        );
    }
  }, 120_000);

  it('names a request that was received before it was registered by the number that it got then', async () => {
    const late = await openQuejas({
      ...{ store: 'memory:', keys: 'memory:', provider: conectared },
      clock: () => '2026-03-03T16:00:00.000Z',
    });
    const filed = await late.file(report('late-1'), asCustomerService('cs-1'));
    if (!filed.ok) throw new Error(filed.code);
    const { folio } = filed;
    const between = '2026-03-02T20:00:00.000Z';
    const asked = (of: ReplayQuestion['of'], knownAt?: string) =>
      replay(
        { store: late.store, provider: conectared },
        { of, at: between, ...(knownAt !== undefined && { knownAt }) },
      );
    const queue: unknown = JSON.parse((await asked('queue')) ?? 'null');
    expect(queue).toMatchObject({ items: [{ folio, since: '2026-03-02T15:55:00.000Z' }], total: 1 });
    const board = await late.sla({ at: between, items: 1 });
    expect(board.items).toMatchObject([{ folio, dueAt: '2026-03-02T16:25:00.000Z' }]);
    expect(JSON.parse((await asked({ folio })) ?? 'null')).toMatchObject({ folio, revision: 0 });
    expect(await asked('queue', between)).toBe('{"items":[],"next":null,"total":0}');
    expect(await asked({ folio }, between)).toBeUndefined();
    await late.close();
  });
});
