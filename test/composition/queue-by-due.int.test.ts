import { afterAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Quejas } from '../../src/composition/quejas.js';
import { asCustomerService, asLegal } from '../../src/index.js';
import { queues } from '../../src/projections/queues/projection.js';
import type { QueueItem } from '../../src/queries/listed.js';
import { hours, opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');
const id = (last: number) => `0198c000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const all = async (quejas: Quejas, limit = 1_000): Promise<readonly QueueItem[]> => {
  const items: QueueItem[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await quejas.queue('all', cs, { limit, ...(after !== undefined && { after }) });
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
};

const file = async (quejas: Quejas, last: number, more: Record<string, unknown> = {}): Promise<string> => {
  const filed = await quejas.file(
    report(id(last), { receivedAt: undefined, contract: `c-${last}`, ...more }),
    cs,
  );
  if (!filed.ok) throw new Error(filed.code);
  return filed.folio;
};

describe.each(storeKinds)('a queue by what is due first, on a %s store', (kind) => {
  it('begins with what is overdue, ends with what is paused, and tells what is left of each (I-18)', async () => {
    const { quejas, time } = await opened(kind);
    const ready = async (last: number): Promise<string> => {
      const folio = await file(quejas, last);
      const one = quejas.complaint(folio);
      const at = time.clock();
      const done = [
        await one.communicateFolio({ commandId: id(last + 1), channel: 'phone', communicatedAt: at }, cs),
        await one.acknowledge({ commandId: id(last + 2), channel: 'email', sentAt: at }, cs),
        await one.assignTechnician({ commandId: id(last + 3), technician: 'rt-3' }, cs),
      ];
      expect(done.map(({ ok }) => ok)).toEqual([true, true, true]);
      return folio;
    };
    const paused = await ready(10);
    const late = await ready(20);
    time.forward(hours(1));
    await quejas.complaint(paused).putOnHold({ commandId: id(30), reason: 'authority-extension' }, cs);
    time.forward(hours(22));
    const soon = await ready(40);
    time.forward(hours(2));
    const items = await all(quejas);
    expect(items.map(({ folio }) => folio)).toEqual([late, soon, paused]);
    expect(items).toMatchObject([
      { clock: 'C-06', deadline: 'breached', remainingMs: 0, dueAt: '2026-03-03T04:00:00.000Z' },
      { clock: 'C-06', deadline: 'running', remainingMs: hours(10), dueAt: '2026-03-04T03:00:00.000Z' },
      { clock: 'C-06', deadline: 'paused', dueAt: null, remainingMs: hours(11) },
    ]);
    await quejas.close();
  });

  it('moves a case on as its first deadline is met, and is byte-equal when it is made anew', async () => {
    const { quejas, time } = await opened(kind);
    const [one, other] = [await file(quejas, 1), await file(quejas, 2)];
    time.forward(hours(0.1));
    await quejas
      .complaint(one)
      .communicateFolio({ commandId: id(3), channel: 'phone', communicatedAt: time.clock() }, cs);
    const items = await all(quejas);
    expect(items.map(({ folio, clock }) => [folio, clock])).toEqual([
      [other, 'C-01'],
      [one, 'C-04'],
    ]);
    const rows = async () => (await quejas.rows(queues()).page({ limit: 100 })).items;
    const live = await rows();
    expect(live).toHaveLength(2);
    await quejas.rebuildProjection('queues');
    expect(await rows()).toEqual(live);
    await quejas.close();
  });

  it('is counted as the clocks of the case are, at any instant, and keeps its order over pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 400 }), hold: fc.boolean() }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 1, max: 3 }),
        async (cases, then, limit) => {
          const { quejas, time } = await opened(kind);
          for (const [each, { wait, hold }] of cases.entries()) {
            const folio = await file(quejas, each + 1);
            time.forward(wait * 60_000);
            if (hold)
              await quejas
                .complaint(folio)
                .putOnHold({ commandId: id(100 + each), reason: 'authority-extension' }, cs);
          }
          time.forward(then * 60_000);
          const items = await all(quejas, limit);
          expect(items).toEqual(await all(quejas));
          expect(new Set(items.map(({ folio }) => folio)).size).toBe(cases.length);
          const dues = items.map(({ dueAt }) => dueAt ?? '~');
          expect(dues).toEqual([...dues].sort());
          for (const item of items) {
            const view = await quejas.clocks(item.folio, cs);
            const clocks = view?.view === 'full' ? view.clocks : [];
            const own = clocks.find(({ clock }) => clock === item.clock);
            expect(own).toMatchObject({
              state: item.deadline,
              ...{ dueAt: item.dueAt, dueDay: item.dueDay },
              remainingMs: item.remainingMs,
            });
          }
          await quejas.close();
        },
      ),
      { numRuns: 6 },
    );
  });

  it('is due in the queue of legal by what authorities set alone', async () => {
    const { quejas } = await opened(kind);
    const folio = await file(quejas, 1);
    await quejas
      .complaint(folio)
      .openAuthorityProceeding({ commandId: id(2), authority: 'PROFECO', reference: 'P-1' }, asLegal('le-1'));
    expect((await quejas.queue('legal', cs)).items).toMatchObject([
      { folio, dueAt: null, deadline: null, clock: null, remainingMs: null },
    ]);
    await quejas
      .complaint(folio)
      .receiveAuthorityRequirement(
        { commandId: id(3), reference: 'P-1', dueAt: '2026-03-02T19:00:00Z' },
        asLegal('le-1'),
      );
    expect((await quejas.queue('legal', cs)).items).toMatchObject([
      { dueAt: '2026-03-02T19:00:00.000Z', clock: null, deadline: 'running', remainingMs: hours(3) },
    ]);
    await quejas.close();
  });
});
