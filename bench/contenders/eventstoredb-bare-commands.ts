import type { Contender } from '../entry.js';
import { bareClient, exactly } from '../eventstoredb/bare-client.js';
import { proposedContact } from '../contact-event.js';
import { openOnServer } from '../eventstoredb/open-on-server.js';
import { onServer } from '../eventstoredb/server.js';
import { inTurn } from '../in-turn.js';
import { operationsOf, steadyRate } from '../pace.js';
import { benchClock, commandOf, fileAll, streamNames, streamOf, type Mix } from '../workload.js';

interface Kept {
  readonly name: string;
  filed: boolean;
  contacts: number;
  revision: number;
}

/** Writes the mix over complaints that are filed: kept state, a decision by hand, an append at the exact revision. */
export const write = async (url: string, { names, clock, ...pace }: Omit<Mix, 'rows'>): Promise<number> => {
  const client = await bareClient(url);
  const streams = names.map((name): Kept => ({ name, filed: true, contacts: 0, revision: 1 }));
  const alone = inTurn();
  const rate = await steadyRate(pace, (n) => {
    const stream = streams[streamOf(n)];
    if (stream === undefined) throw new Error('no stream');
    return alone(stream.name, async () => {
      if (!stream.filed) throw new Error('no such complaint');
      const event = proposedContact(stream.name, commandOf(n), clock());
      await client.appendToStream(stream.name, [event], exactly(stream.revision));
      stream.revision += 1;
      stream.contacts += 1;
    });
  });
  await client.dispose();
  return rate;
};

/** The bare client with the state kept, over complaints that ours has filed. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async (ground) => {
    const clock = benchClock();
    const quejas = await openOnServer(ground, clock);
    const names = await streamNames(quejas, await fileAll(quejas, operationsOf(contender)));
    await quejas.close();
    return write(ground.url, { ...contender, names, clock });
  });
