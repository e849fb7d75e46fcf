import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClocksView, OpenQuejasOptions, ProviderProfile, Quejas, StoredEvent } from '../../src/index.js';
import { asCustomerService, conectared, openQuejas } from '../../src/index.js';
import { isPublicationEvent } from '../../src/domain/sla/publication/events.js';
import { hours, report, steadyClock } from './opened.js';

/** A fresh place for events, rows and keys, which several hosts open. */
export interface Place {
  readonly options: Pick<OpenQuejasOptions, 'store' | 'rows' | 'keys'>;
  readonly close: () => Promise<void>;
}

const cs = asCustomerService('cs-7');

const raised = (profile: ProviderProfile): ProviderProfile => {
  const { contract, version } = profile.policy;
  const slower = { ...contract, repairHours: 72 };
  return { ...profile, policy: { ...profile.policy, version: version + 1, contract: slower } };
};

const edited = (profile: ProviderProfile): ProviderProfile => {
  const { policy } = raised(profile);
  return { ...profile, policy: { ...policy, version: profile.policy.version } };
};

const withHoliday = (profile: ProviderProfile, version: number): ProviderProfile => {
  const { businessCalendar: calendar } = profile;
  const holidays = [...calendar.holidays, '2026-03-03'].sort();
  return { ...profile, businessCalendar: { ...calendar, version, holidays } };
};

const repairOf = (view: ClocksView | undefined) => {
  const found = view?.view === 'full' ? view.clocks.find(({ clock }) => clock === 'C-07') : undefined;
  if (found === undefined || !('dueAt' in found)) throw new Error('not counted');
  return found;
};

/** What was published in the store, and by which streams. */
const publications = async (quejas: Quejas): Promise<readonly StoredEvent[]> => {
  const { events } = await quejas.events({ limit: 1_000 });
  return events.filter(isPublicationEvent);
};

export const publicationOn = (name: string, place: () => Promise<Place>): void => {
  describe(`what deadlines count by, published on ${name}`, () => {
    let at: Place;
    const hosts: Quejas[] = [];
    const time = steadyClock();

    const host = async (provider: ProviderProfile): Promise<Quejas> => {
      const quejas = await openQuejas({ ...at.options, provider, clock: time.clock });
      hosts.push(quejas);
      return quejas;
    };

    beforeAll(async () => {
      at = await place();
    });
    afterAll(async () => {
      for (const each of hosts) await each.close();
      await at.close();
    });

    const filed = async (quejas: Quejas, number: number): Promise<string> => {
      const id = `0198c000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;
      const result = await quejas.file(report(id), cs);
      if (!result.ok) throw new Error(result.code);
      return result.folio;
    };
    let first = '';

    it('is one event for each calendar and policy where two hosts file for the first time at once', async () => {
      const both = [await host(conectared), await host(conectared)] as const;
      expect(await publications(both[0])).toEqual([]);
      [first] = await Promise.all([filed(both[0], 1), filed(both[1], 2), filed(both[0], 3)]);
      const events = await publications(both[1]);
      expect(events.map(({ stream, revision, type }) => [stream, revision, type])).toEqual([
        ['calendar-conectared-natural', 0, 'CalendarPublished'],
        ['calendar-conectared-business', 0, 'CalendarPublished'],
        ['policy-conectared', 0, 'PolicyPublished'],
      ]);
      expect(events.map(({ metadata: { provider, role } }) => [provider, role])).toEqual(
        events.map(() => ['conectared', 'system']),
      );
    });

    it('lies before the first request that names it, and again is not published', async () => {
      const quejas = await host(conectared);
      await filed(quejas, 4);
      const { events } = await quejas.events({ limit: 1_000 });
      const firstFiled = events.findIndex(({ type }) => type === 'Filed');
      const last = events.findLastIndex(isPublicationEvent);
      expect(last).toBeLessThan(firstFiled);
      expect(events.filter(isPublicationEvent)).toHaveLength(3);
    });

    it('refuses a profile that was edited without a new version, says what to do, and tells the old deadlines', async () => {
      const quejas = await host(edited(conectared));
      await expect(quejas.start()).rejects.toMatchObject({
        code: 'version-differs',
        details: { of: 'policy', id: 'conectared', version: 1 },
        text: { es: expect.stringContaining('suba policy.version') },
      });
      await expect(filed(quejas, 5)).rejects.toMatchObject({ code: 'version-differs' });
      expect(repairOf(await quejas.clocks(first, cs)).dueAt).toBe('2026-03-03T15:55:00.000Z');
      const { events } = await quejas.events({ limit: 1_000, types: ['Filed'] });
      expect(events).toHaveLength(4);
      const moved = await host(withHoliday(conectared, 1));
      await expect(filed(moved, 6)).rejects.toMatchObject({
        details: { of: 'calendar', id: 'conectared-business', version: 1 },
      });
    });

    it('moves no running deadline by a new version, until clocks are recomputed with a reason; old and new can be told (I-18)', async () => {
      const quejas = await host(raised(withHoliday(conectared, 2)));
      const later = await filed(quejas, 7);
      expect(repairOf(await quejas.clocks(later, cs))).toMatchObject({
        dueAt: '2026-03-05T15:55:00.000Z',
        policy: 'conectared@2',
      });
      const before = { dueAt: '2026-03-03T15:55:00.000Z', policy: 'conectared@1' };
      expect(repairOf(await quejas.clocks(first, cs))).toMatchObject(before);
      time.forward(hours(1));
      const known = time.clock();
      time.forward(hours(1));
      const recomputed = await quejas
        .complaint(first)
        .recomputeClocks({ commandId: 'recompute-1', reason: 'policy-change' }, cs);
      expect(recomputed).toMatchObject({ ok: true });
      expect(repairOf(await quejas.clocks(first, cs))).toMatchObject({
        dueAt: '2026-03-05T15:55:00.000Z',
        policy: 'conectared@2',
      });
      expect(repairOf(await quejas.clocks(first, cs, { at: known }))).toMatchObject(before);
      expect(repairOf(await quejas.clocks(first, cs, { knownAt: known }))).toMatchObject(before);
      expect(
        await quejas
          .complaint(first)
          .recomputeClocks({ commandId: 'recompute-2', reason: 'policy-change' }, cs),
      ).toMatchObject({ ok: false, code: 'no-new-fact' });
    });

    it('is told by a host that has other versions, and by one that has read before it was published', async () => {
      const quejas = await host(conectared);
      expect(repairOf(await quejas.clocks(first, cs))).toMatchObject({ policy: 'conectared@2' });
      const old = hosts[0];
      if (old === undefined) throw new Error('no host');
      expect(repairOf(await old.clocks(first, cs))).toMatchObject({ policy: 'conectared@2' });
    });

    it('is all that clocks can be recomputed with', async () => {
      const quejas = await host(conectared);
      const answer = await quejas
        .complaint(first)
        .recomputeClocks({ commandId: 'recompute-3', policyVersion: 9, reason: 'policy-change' }, cs);
      expect(answer).toMatchObject({
        ok: false,
        code: 'version-not-published',
        kind: 'not-found',
        details: { versions: ['conectared@9'] },
      });
    });

    it('has the zone’s changes of hour as they were known, and says that they are still so', async () => {
      const checks = await (await host(conectared)).calendars();
      expect(
        checks.map(({ calendar: { id, version, until }, changedSince }) => [
          ...[id, version, until, changedSince],
        ]),
      ).toEqual([
        ['conectared-business', 2, expect.stringMatching(/^20\d\d-12-31$/), null],
        ['conectared-natural', 1, '2060-12-31', null],
      ]);
      for (const { calendar } of checks)
        expect(calendar.transitions.at(-1)).toEqual({ at: '2022-10-30T07:00:00.000Z', offset: -360 });
    });
  });
};
