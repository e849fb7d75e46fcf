import { DatabaseSync } from 'node:sqlite';
import type { Contender } from '../entries.js';
import { filledStore } from '../filled-store.js';
import { rateOf } from '../workload.js';

/** The bare read: one prepared statement, one `JSON.parse` an event. */
export const run = async ({ count }: Contender, folder: string): Promise<number> => {
  const streams = await filledStore(folder);
  const database = new DatabaseSync(`${folder}/quejas.db`);
  const select = database.prepare(
    `SELECT position, revision, type, body FROM events
     WHERE stream = (SELECT id FROM streams WHERE name = ?) ORDER BY revision`,
  );
  const rate = await rateOf(count, 1, async (n) => {
    const events = select
      .all(streams[n % streams.length] ?? '')
      .map(({ body, ...rest }) => ({ ...rest, ...JSON.parse(String(body)) }));
    if (events.length !== 10) throw new Error(`${String(events.length)} events`);
  });
  database.close();
  return rate;
};
