import type { Contender } from '../entry.js';
import { openOnServer } from '../eventstoredb/open-on-server.js';
import { onServer } from '../eventstoredb/server.js';
import { operationsOf } from '../pace.js';
import { benchClock, fileAll } from '../workload.js';
import { write } from './ours-commands.js';

/** Ours on a server: the whole command path, sealing and idempotency on, no rows. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async (ground) => {
    const quejas = await openOnServer(ground, benchClock());
    const rate = await write(quejas, await fileAll(quejas, operationsOf(contender)), contender);
    await quejas.close();
    return rate;
  });
