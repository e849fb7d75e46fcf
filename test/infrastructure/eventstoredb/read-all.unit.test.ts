import { describe, expect, it } from '@jest/globals';
import { eventStoreDb, type RecordedEvent } from '../../../src/infrastructure/eventstoredb/index.js';
import { logPositionOf } from '../../../src/infrastructure/eventstoredb/log-position.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { fakeClient, type FakeLog } from './fake-client.js';

/** A server's log in which much of others lies before what is ours; it knows no filter when it is read. */
const crowdedLog = async (others: number) => {
  const log: FakeLog = new Map();
  const writer = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore' });
  await writer.append(sampleAppend('complaint-1', 'one', 'none', 3));
  await writer.close();
  const ours = log.get('complaint-1') ?? [];
  const records: RecordedEvent[] = Array.from({ length: others }, (_, index) => ({
    id: String(index),
    streamId: 'stranger-1',
    revision: BigInt(index),
    type: 'Strange',
    data: {},
    metadata: {},
    position: { commit: BigInt(index), prepare: BigInt(index) },
  }));
  for (const [index, event] of ours.entries()) {
    const place = BigInt(others + index);
    records.push({ ...event, position: { commit: place, prepare: place } });
  }
  const asked: number[] = [];
  const store = eventStoreDb({
    createClient: () => ({
      ...fakeClient(log),
      readAll: ({ fromPosition, maxCount }) => {
        asked.push(maxCount);
        const from = typeof fromPosition === 'string' ? 0 : Number(fromPosition.commit);
        return (async function* () {
          await Promise.resolve();
          for (const event of records.slice(from, from + maxCount)) yield { event };
        })();
      },
    }),
    dialect: 'eventstore',
    prefixes: ['complaint-'],
  });
  return { store, asked };
};

describe('a page of a log in which much of others lies before what is ours', () => {
  it('is read in ever larger pieces, however little is asked for (a thousand events of others took 32 calls)', async () => {
    const { store, asked } = await crowdedLog(10_000);
    const { events, next } = await store.readAll({ limit: 2 });
    expect(events.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(Math.max(...asked)).toBe(500);
    expect(asked.length).toBeLessThan(30);
    const rest = await store.readAll({ limit: 2, ...(next === undefined ? {} : { after: next }) });
    expect(rest.events.map(({ revision }) => revision)).toEqual([2]);
    expect(rest.caughtUp).toBe(true);
    // The log is only added to: what lies before ours is not read a second time.
    const before = asked.length;
    expect((await store.readAll({ limit: 2 })).events).toEqual(events);
    expect(asked.length - before).toBeLessThan(5);
  });

  it('is given empty where others have filled twenty thousand places, and says where to go on', async () => {
    const { store } = await crowdedLog(30_000);
    const first = await store.readAll({ limit: 2 });
    expect(first).toMatchObject({ events: [], caughtUp: false });
    if (first.next === undefined) throw new Error('nowhere to go on');
    expect(logPositionOf(first.next).commit).toBeGreaterThan(20_000n - 2n);
    const second = await store.readAll({ limit: 2, after: first.next });
    expect(second.events).toHaveLength(2);
  });
});
