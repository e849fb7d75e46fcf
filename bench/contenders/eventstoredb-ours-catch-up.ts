import { eventStoreDbFrom } from 'quejas/eventstoredb';
import type { Contender } from '../entry.js';
import { writeHistory } from '../eventstoredb/history.js';
import { onServer } from '../eventstoredb/server.js';
import { tally } from '../eventstoredb/tally.js';

/** Ours: the feed, which checks every event, hands them on in batches and keeps the place. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async (ground) => {
    const { after, prefix, count } = await writeHistory(ground, contender.count);
    const store = await eventStoreDbFrom(ground.url);
    const counted = tally();
    const began = performance.now();
    const all = Promise.withResolvers<undefined>();
    const feed = store.subscribe({
      after,
      prefixes: [prefix],
      handle: (batch) => {
        for (const { type } of batch.events) counted.add(type);
        if (counted.all() === count) all.resolve(undefined);
        return Promise.resolve();
      },
    });
    await all.promise;
    const took = performance.now() - began;
    await feed.close();
    await store.close();
    return count / (took / 1000);
  });
