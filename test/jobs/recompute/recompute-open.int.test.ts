import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  asLegal,
  asUser,
  conectared,
  openQuejas,
  recomputeOpen,
  type ProviderProfile,
  type Quejas,
} from '../../../src/index.js';
import { removeScratch, report, scratchFolder, steadyClock } from '../../composition/opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const by = asLegal('le-1');
const id = (last: number) => `0198c000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const order = { commandId: id(999), reason: 'calendar-change' } as const;

/** A profile with one more holiday, under the next version of its calendar and of its policy. */
const withHoliday: ProviderProfile = {
  ...conectared,
  policy: { ...conectared.policy, version: conectared.policy.version + 1 },
  businessCalendar: {
    ...conectared.businessCalendar,
    version: conectared.businessCalendar.version + 1,
    holidays: [...conectared.businessCalendar.holidays, '2026-03-04'].sort(),
  },
};

const open = (folder: string, provider: ProviderProfile) =>
  openQuejas({
    store: `sqlite:${join(folder, 'q.db')}`,
    keys: `file:${join(folder, 'keys', 'k.db')}`,
    provider,
    clock: steadyClock().clock,
  });

const filled = async (count: number) => {
  const folder = scratchFolder();
  const before = await open(folder, conectared);
  const folios: string[] = [];
  for (let each = 1; each <= count; each += 1) {
    const filed = await before.file(
      report(id(each), { receivedAt: undefined, contract: `c-${String(each)}` }),
      cs,
    );
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
  }
  await before.close();
  return { folios, quejas: await open(folder, withHoliday) };
};

const rulingDue = async (quejas: Quejas, folio: string) => {
  const view = await quejas.clocks(folio, cs);
  const found = view?.view === 'full' ? view.clocks.find(({ clock }) => clock === 'C-10') : undefined;
  return found !== undefined && 'dueAt' in found ? found.dueAt : undefined;
};

describe('deadlines of all open requests, counted anew (I-18)', () => {
  it('move by the new calendar, each by a recorded command; those of requests that ended stay', async () => {
    const { folios, quejas } = await filled(4);
    const [first = '', last = ''] = [folios[0], folios[3]];
    const ended = await quejas
      .complaint(last)
      .withdraw({ commandId: id(50), reason: 'no-longer-wanted' }, asUser('s-1', { verified: true }));
    expect(ended.ok).toBe(true);
    expect(await rulingDue(quejas, first)).toBe('2026-03-06T06:00:00.000Z');
    const seen: number[] = [];
    const result = await recomputeOpen(quejas, order, by, { onProgress: (looked) => seen.push(looked) });
    expect(result).toEqual({
      ...{ looked: 4, recomputed: 3, duplicates: 0, unchanged: 0, ended: 1, refused: {}, complete: true },
    });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(await rulingDue(quejas, first)).toBe('2026-03-07T06:00:00.000Z');
    const { events } = await quejas.events({ limit: 100, types: ['ClocksRecomputed'] });
    expect(events.map(({ data, metadata }) => [data['reason'], metadata.actor])).toEqual(
      [1, 2, 3].map(() => ['calendar-change', 'le-1']),
    );
    await quejas.close();
  });

  it.each([
    ['calendar-change', { recomputed: 0, unchanged: 6 }],
    ['late-fact', { recomputed: 6, unchanged: 0 }],
  ] as const)(
    'are counted once by the same order, whatever interrupted it (%s)',
    async (reason, byAnother) => {
      const order = { commandId: id(999), reason };
      const { quejas } = await filled(6);
      const stop = new AbortController();
      const part = await recomputeOpen(quejas, order, by, {
        concurrency: 1,
        signal: stop.signal,
        onProgress: (looked) => {
          if (looked === 2) stop.abort();
        },
      });
      expect(part).toMatchObject({ looked: 2, recomputed: 2, complete: false });
      expect(await recomputeOpen(quejas, order, by)).toMatchObject({
        ...{ looked: 6, recomputed: 4, duplicates: 2, complete: true },
      });
      expect(await recomputeOpen(quejas, { ...order, commandId: id(998) }, by)).toMatchObject(byAnother);
      await quejas.close();
    },
  );

  it('are counted once by the same order, in whatever letters its id is given', async () => {
    const { quejas } = await filled(2);
    const late = { commandId: id(999), reason: 'late-fact' } as const;
    expect(await recomputeOpen(quejas, late, by)).toMatchObject({ recomputed: 2, duplicates: 0 });
    const again = await recomputeOpen(quejas, { ...late, commandId: id(999).toUpperCase() }, by);
    expect(again).toMatchObject({ recomputed: 0, duplicates: 2 });
    await quejas.close();
  });

  it('are all done where the order is interrupted after the last of them', async () => {
    const { quejas } = await filled(2);
    const stop = new AbortController();
    const result = await recomputeOpen(quejas, order, by, {
      concurrency: 1,
      signal: stop.signal,
      onProgress: (looked) => {
        if (looked === 2) stop.abort();
      },
    });
    expect(result).toMatchObject({ looked: 2, recomputed: 2, complete: true });
    await quejas.close();
  });

  it('are left where a version was never published, and the refusals are counted', async () => {
    const { quejas } = await filled(2);
    const asked = { ...order, policy: 'conectared', policyVersion: 99 };
    expect(await recomputeOpen(quejas, asked, by)).toMatchObject({
      ...{ recomputed: 0, refused: { 'version-not-published': 2 } },
    });
    await quejas.close();
  });

  it('count by today’s version of each calendar that the order leaves out, so that no deadline vanishes', async () => {
    const { folios, quejas } = await filled(2);
    const asked = { ...order, calendars: ['conectared-natural@1'] };
    expect(await recomputeOpen(quejas, asked, by)).toMatchObject({ recomputed: 2, refused: {} });
    for (const folio of folios) expect(await rulingDue(quejas, folio)).toBe('2026-03-07T06:00:00.000Z');
    await quejas.close();
  });

  it('are left where the policy needs a calendar that is not named and that the provider has no more', async () => {
    const folder = scratchFolder();
    const before = await open(folder, conectared);
    const filed = await before.file(report(id(1), { receivedAt: undefined }), cs);
    await before.close();
    const { businessCalendar, policy } = withHoliday;
    const renamed = {
      ...withHoliday,
      businessCalendar: { ...businessCalendar, id: 'other-business' },
      policy,
    };
    const quejas = await open(folder, renamed);
    const folio = filed.ok ? filed.folio : '';
    const due = await rulingDue(quejas, folio);
    const asked = { reason: 'correction', policy: 'conectared', policyVersion: 1 } as const;
    expect(await quejas.complaint(folio).recomputeClocks({ ...asked, commandId: id(997) }, by)).toMatchObject(
      {
        code: 'calendars-not-named',
        details: { calendars: ['conectared-business'], policy: 'conectared@1' },
      },
    );
    expect(await recomputeOpen(quejas, { ...asked, commandId: id(999) }, by)).toMatchObject({
      ...{ recomputed: 0, refused: { 'calendars-not-named': 1 } },
    });
    expect(due).toBe('2026-03-06T06:00:00.000Z');
    expect(await rulingDue(quejas, folio)).toBe(due);
    await quejas.close();
  });

  it.each([
    [{ ...order, commandId: 'no reference' }, {}],
    [{ ...order, polcy: 'x' }, {}],
    [order, { concurrency: 0 }],
  ])('are asked for with options that are known (%j, %j)', async (asked, options) => {
    const { quejas } = await filled(0);
    await expect(recomputeOpen(quejas, asked, by, options)).rejects.toMatchObject({ code: 'option-invalid' });
    await quejas.close();
  });

  it('are asked for under an id that is a UUID or a reference, and the refusal says both', async () => {
    const { quejas } = await filled(0);
    const asked = { ...order, commandId: 'no reference' };
    await expect(recomputeOpen(quejas, asked, by)).rejects.toThrow('UUID / reference');
    expect(await recomputeOpen(quejas, { ...order, commandId: 'order-1' }, by)).toMatchObject({ looked: 0 });
    await quejas.close();
  });
});
