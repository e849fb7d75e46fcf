import { eventStoreDbFrom } from 'quejas/eventstoredb';
import type { Contender } from '../entry.js';
import { contactEvent } from '../contact-event.js';
import { appendInLanes } from '../eventstoredb/lanes.js';
import { onServer } from '../eventstoredb/server.js';
import { benchClock } from '../workload.js';

/** Ours: the adapter's append, which checks the event, keeps the ledger of commands and watches over the call. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async ({ url, namespace }) => {
    const clock = benchClock();
    const store = await eventStoreDbFrom(url);
    const rate = await appendInLanes(namespace, contender, async (stream, commandId, revision) => {
      const { kind } = await store.append({
        stream,
        expect: revision === -1 ? 'none' : revision,
        commandId,
        events: [contactEvent(stream, commandId, clock())],
      });
      if (kind !== 'appended') throw new Error(kind);
    });
    await store.close();
    return rate;
  });
