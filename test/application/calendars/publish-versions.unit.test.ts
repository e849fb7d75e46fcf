import { describe, expect, it } from '@jest/globals';
import type { ZoneTransitionsOf } from '../../../src/application/calendars/publish-calendar.js';
import { publishedVersions } from '../../../src/application/calendars/published-versions.js';
import { versionPublisher } from '../../../src/application/calendars/publish-versions.js';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import { versionOf } from '../../../src/application/schema/catalogue.js';
import { createKeyring } from '../../../src/application/keys/keyring.js';
import { createCodec } from '../../../src/application/schema/codec.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { emenet } from '../../../src/domain/provider/emenet.js';
import type { ProviderProfile } from '../../../src/domain/provider/profile.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { createCalendarChecks } from '../../../src/queries/calendars.js';
import { transitionsOf } from '../../domain/sla/calendars.js';

const now = instantOf(Date.UTC(2026, 10, 27, 12));

/** Tables in which summer time comes back in 2027. */
const otherTables: ZoneTransitionsOf = (zone, from, to) => [
  ...(transitionsOf(zone, from, to) ?? []),
  { at: instantOf(Date.UTC(2027, 3, 4, 8)), offset: -300 },
];

const onStore = (store: EventStore, profile: ProviderProfile, tables: ZoneTransitionsOf = transitionsOf) =>
  versionPublisher({
    ...{ store, profile, namespace: '', transitionsOf: tables },
    versions: publishedVersions({ store, namespace: '', provider: profile.id }),
    codec: createCodec(createKeyring(memoryKeyVault(), 'conectared'), versionOf),
  });

const typesIn = async (store: EventStore): Promise<readonly string[]> =>
  (await store.readAll({ limit: 100 })).events.map(({ type, stream }) => `${type} ${stream}`);

describe('a version that is published', () => {
  it('is the same of two machines whose time-zone tables differ: the first one’s law holds', async () => {
    const store = memoryEventStore();
    await onStore(store, conectared).publish(now);
    await onStore(store, conectared, otherTables).publish(now);
    expect(await typesIn(store)).toHaveLength(3);
    const checks = createCalendarChecks({ store, namespace: '', transitionsOf: otherTables });
    expect((await checks()).map(({ calendar: { id }, changedSince }) => [id, changedSince])).toEqual([
      ['conectared-business', '2027-04-04T08:00:00.000Z'],
      ['conectared-natural', '2027-04-04T08:00:00.000Z'],
    ]);
  });

  it('is read as it was written, of both providers, and counts on', async () => {
    for (const profile of [conectared, emenet]) {
      const store = memoryEventStore();
      await onStore(store, profile).publish(now);
      const { id } = profile;
      const named = { policies: [`${id}@1`, `${id}@2`], calendars: [`${id}-business@1`, 'none@1', 'none'] };
      const { policyOf, calendarOf } = await publishedVersions({ store, namespace: '', provider: id }).load(
        named,
      );
      expect(policyOf(`${id}@1`)).toMatchObject({ id, version: 1 });
      expect(policyOf(`${id}@2`)).toBeUndefined();
      expect(calendarOf(`${id}-business@1`)?.openDays.length).toBeGreaterThan(2_000);
      expect(calendarOf('none@1')).toBeUndefined();
    }
  });

  it('lies in a stream of the provider’s own where another one published by its name first, also at once', async () => {
    const sharing = (version: number): ProviderProfile => ({
      ...emenet,
      businessCalendar: { ...conectared.businessCalendar, version },
    });
    for (const isAtOnce of [false, true])
      for (const version of [1, 2]) {
        const store = memoryEventStore();
        const publish = [conectared, sharing(version)].map(
          (profile) => () => onStore(store, profile).publish(now),
        );
        if (isAtOnce) await Promise.all(publish.map((each) => each()));
        else for (const each of publish) await each();
        const calendars = (await store.readAll({ limit: 100 })).events.filter(({ stream }) =>
          stream.startsWith('calendar-conectared-business'),
        );
        expect(new Set(calendars.map(({ stream, metadata }) => `${stream} ${metadata.provider}`)).size).toBe(
          2,
        );
        expect(calendars.map(({ revision }) => revision)).toEqual([0, 0]);
        const named = { policies: [], calendars: [`conectared-business@${String(version)}`] };
        const { calendarOf } = await publishedVersions({ store, namespace: '', provider: 'emenet' }).load(
          named,
        );
        expect(calendarOf(`conectared-business@${String(version)}`)).toBeDefined();
      }
    const store = memoryEventStore();
    await onStore(store, conectared).publish(now);
    const other = {
      ...emenet,
      businessCalendar: { ...conectared.businessCalendar, holidays: ['2026-12-26'] },
    };
    await expect(onStore(store, other).publish(now)).rejects.toMatchObject({ code: 'version-differs' });
  });

  it('asks the store for nothing once it is known to be there, and again after a fault', async () => {
    const store = memoryEventStore();
    let reads = 0;
    let isAway = true;
    const counting: EventStore = {
      ...store,
      read: (...given) => {
        reads += 1;
        return isAway ? Promise.reject(new Error('away')) : store.read(...given);
      },
    };
    const publisher = onStore(counting, conectared);
    await expect(publisher.publish(now)).rejects.toThrow('away');
    await expect(publisher.check()).resolves.toBeUndefined();
    isAway = false;
    await Promise.all([publisher.publish(now), publisher.publish(now)]);
    const read = reads;
    await publisher.publish(now);
    expect(reads).toBe(read);
    expect(await typesIn(store)).toHaveLength(3);
  });

  it('is refused by code where its calendar cannot be published or read again', async () => {
    const { businessCalendar } = conectared;
    const faulty = [
      { ...businessCalendar, zone: 'America/Atlantis' },
      { ...businessCalendar, week: {} },
      { ...businessCalendar, holidays: ['16 de septiembre'] },
    ];
    for (const calendar of faulty) {
      const store = memoryEventStore();
      const publisher = onStore(store, { ...conectared, businessCalendar: calendar });
      await expect(publisher.publish(now)).rejects.toMatchObject({ code: 'profile-invalid' });
      expect(await typesIn(store)).toEqual(['CalendarPublished calendar-conectared-natural']);
    }
  });

  it('is never taken for another content: a store in which it was changed is corrupt', async () => {
    const store = memoryEventStore();
    await onStore(store, conectared).publish(now);
    const altered: Pick<EventStore, 'read'> = {
      read: async (stream) =>
        (await store.read(stream)).map((event) => ({
          ...event,
          data: { ...event.data, calendar: { ...businessOf(event.data), holidays: [] } },
        })),
    };
    const versions = publishedVersions({ store: altered, namespace: '', provider: 'conectared' });
    await expect(versions.load({ policies: [], calendars: ['conectared-business@1'] })).rejects.toMatchObject(
      { code: 'store-corrupt' },
    );
  });
});

const businessOf = ({ calendar }: { readonly [name: string]: unknown }): object =>
  typeof calendar === 'object' && calendar !== null ? calendar : {};
