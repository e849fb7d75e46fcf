import { positionOf } from './position.js';
import { bareClient, exactly } from './bare-client.js';
import { proposedContact } from '../contact-event.js';
import { laneStream } from './lanes.js';
import type { Ground } from './server.js';
import { rateOf } from '../pace.js';
import { benchClock } from '../workload.js';

const eventsEach = 10;

/** What there is to catch up with: events of ours after a position, in streams of ten. */
export interface History {
  readonly after: string;
  readonly prefix: string;
  readonly count: number;
}

/** Writes a history to the server. */
export const writeHistory = async ({ url, namespace }: Ground, wanted: number): Promise<History> => {
  const clock = benchClock();
  const client = await bareClient(url);
  const write = (stream: string) => {
    const events = Array.from({ length: eventsEach }, (_, index) =>
      proposedContact(stream, `contact-${String(index)}`, clock()),
    );
    return client.appendToStream(stream, events, exactly(-1));
  };
  const { position } = await write(laneStream(`${namespace}before`, 0));
  if (position === undefined) throw new Error('an append without place');
  const streams = Math.ceil(wanted / eventsEach);
  await rateOf({ count: streams, atOnce: 32 }, async (n) => {
    await write(laneStream(namespace, n));
  });
  await client.dispose();
  return { after: positionOf(position), prefix: `${namespace}complaint-`, count: streams * eventsEach };
};
