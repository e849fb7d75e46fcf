import type { Contender } from '../entry.js';
import { bareClient } from '../eventstoredb/bare-client.js';
import { writeHistory } from '../eventstoredb/history.js';
import { placeOf } from '../eventstoredb/position.js';
import { onServer } from '../eventstoredb/server.js';
import { tally } from '../eventstoredb/tally.js';

/** The bare client: a filtered subscription to `$all`, read in a loop that counts. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async (ground) => {
    const { after, prefix, count } = await writeHistory(ground, contender.count);
    const client = await bareClient(ground.url);
    const counted = tally();
    const began = performance.now();
    const subscription = client.subscribeToAll({
      fromPosition: placeOf(after),
      filter: {
        filterOn: 'streamName',
        prefixes: [prefix],
        maxSearchWindow: 1_000,
        checkpointInterval: 1,
        checkpointReached: () => Promise.resolve(),
      },
    });
    for await (const { event } of subscription) {
      if (event === undefined) continue;
      counted.add(event.type);
      if (counted.all() === count) break;
    }
    const took = performance.now() - began;
    await subscription.unsubscribe();
    await client.dispose();
    return count / (took / 1000);
  });
