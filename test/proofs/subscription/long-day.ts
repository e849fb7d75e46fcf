import { setTimeout as pause } from 'node:timers/promises';
import type { FeedBatch } from '../../../src/application/ports/event-feed.js';
import type { AppendRequest } from '../../../src/application/ports/event-store.js';
import { clientSlot } from '../../../src/infrastructure/eventstoredb/client-slot.js';
import { eventStoreDbFeed } from '../../../src/infrastructure/eventstoredb/feed/event-store-db-feed.js';
import { eventStoreDb } from '../../../src/infrastructure/eventstoredb/index.js';
import { systemTimers } from '../../../src/infrastructure/shared/system/system-timers.js';
import { sampleAppend, sampleEvent } from '../../../src/testing/event-store-contract/samples.js';
import type { Clients } from '../../support/eventstoredb/clients.js';
import { startLoopbackServer } from '../../support/eventstoredb/server/loopback-server.js';
import { chanceFrom } from './chance.js';
import { liveMemory } from './live-memory.js';
import { mischiefFrom } from './mischief.js';
import { scaledTuning } from './scaled-tuning.js';
import { stallWatch } from './stall-watch.js';

/** What came of a subscription that was subscribed for many periods of its watchdog. */
export interface LongDay {
  readonly appended: number;
  readonly handled: number;
  /** The first event that came out of its turn: lost ones before it, or itself twice. */
  readonly outOfTurn: string | undefined;
  readonly struck: number;
  readonly restarts: number;
  readonly longestStall: number;
  /** Bytes by which the memory in use grew from the first quarter to the end. */
  readonly growth: number;
  readonly openAtEnd: number;
  readonly openAfterClose: number;
}

const look = 10;
const patience = 30_000;

export const liveLongDay = async (clients: Clients, periods: number, seed: number): Promise<LongDay> => {
  const chance = chanceFrom(seed);
  const mischief = mischiefFrom(chance);
  const server = await startLoopbackServer();
  const createClient = () => clients.create(server.connectionString);
  const store = eventStoreDb({ createClient, dialect: clients.dialect });
  const slot = clientSlot(createClient, clients.dialect, systemTimers);
  let appended = 0;
  let handled = 0;
  let outOfTurn: string | undefined;

  const feed = eventStoreDbFeed({
    slot,
    timers: systemTimers,
    random: chanceFrom(seed + 1).fraction,
    tuning: scaledTuning,
    newest: () => Promise.resolve(undefined),
  }).subscribe({
    prefixes: ['complaint-'],
    handle: ({ events }: FeedBatch) => {
      for (const { data } of events) {
        if (data['number'] !== handled)
          outOfTurn ??= `${JSON.stringify(data['number'])} where ${String(handled)} was due`;
        handled += 1;
      }
      return Promise.resolve();
    },
  });

  const append = async (commandId: string, count: number): Promise<void> => {
    const event = (index: number) =>
      sampleEvent(commandId, index, count, { data: { number: appended + index } });
    const events: AppendRequest['events'] = [
      event(0),
      ...Array.from({ length: count - 1 }, (_, n) => event(n + 1)),
    ];
    const stream = `complaint-${String(chance.below(20))}`;
    const { kind } = await store.append({ stream, commandId, expect: 'any', events });
    // What the server did not take whole would count as lost by the feed.
    if (kind !== 'appended') throw new Error(`${commandId} of ${String(count)} events was answered ${kind}`);
    appended += count;
  };

  const stalls = stallWatch(systemTimers.now);
  const until = async (isSo: () => boolean): Promise<void> => {
    const end = systemTimers.now() + patience;
    while (!isSo() && systemTimers.now() < end) {
      await pause(look);
      stalls.look(handled < appended, `${String(handled)} ${String(feed.health().restarts)}`);
    }
  };
  const openSubscriptions = async (): Promise<number> => (await server.observed()).open.subscription;
  const settled = async (count: number): Promise<number> => {
    let open = await openSubscriptions();
    for (const end = systemTimers.now() + 2_000; open !== count && systemTimers.now() < end;) {
      await pause(look);
      open = await openSubscriptions();
    }
    return open;
  };

  let early = 0;
  for (let period = 1; period <= periods; period += 1) {
    const end = systemTimers.now() + scaledTuning.probeEvery;
    if (period === Math.ceil(periods / 4)) early = liveMemory();
    // One thing at a time: a reset connection would end the silence that the watchdog has to find.
    if (handled === appended && chance.below(3) > 0) await mischief(server);
    await append(`command-${String(period)}`, chance.below(40) === 0 ? 300 : 1 + chance.below(3));
    if (chance.below(4) === 0)
      await store.append(sampleAppend('invoice-1', `other-${String(period)}`, 'any', 1 + chance.below(200)));
    await until(() => systemTimers.now() >= end);
  }
  await server.clearFaults();
  await until(() => handled >= appended);
  const growth = liveMemory() - early;
  const openAtEnd = await settled(1);
  const { restarts } = feed.health();
  await feed.close();
  const openAfterClose = await settled(0);
  const { struck } = await server.observed();
  await slot.dispose();
  await store.close();
  await server.stop();
  return {
    appended,
    handled,
    outOfTurn,
    struck,
    restarts,
    longestStall: stalls.longest(),
    growth,
    openAtEnd,
    openAfterClose,
  };
};
