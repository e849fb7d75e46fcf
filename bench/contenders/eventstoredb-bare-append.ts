import type { Contender } from '../entry.js';
import { bareClient, exactly } from '../eventstoredb/bare-client.js';
import { proposedContact } from '../contact-event.js';
import { appendInLanes } from '../eventstoredb/lanes.js';
import { onServer } from '../eventstoredb/server.js';
import { benchClock } from '../workload.js';

/** The bare client: the same ids at the same exact revisions, and nothing else. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async ({ url, namespace }) => {
    const clock = benchClock();
    const client = await bareClient(url);
    const rate = await appendInLanes(namespace, contender, async (stream, commandId, revision) => {
      await client.appendToStream(stream, [proposedContact(stream, commandId, clock())], exactly(revision));
    });
    await client.dispose();
    return rate;
  });
