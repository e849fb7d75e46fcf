import { DatabaseSync } from 'node:sqlite';
import type { Contender } from '../entry.js';
import { filledStore } from '../filled-store.js';
import { steadyRate } from '../pace.js';

/** The bare read: one prepared statement, one `JSON.parse` an event. */
export const run = async (contender: Contender, folder: string): Promise<number> => {
  const streams = await filledStore(folder);
  const database = new DatabaseSync(`${folder}/quejas.db`);
  const select = database.prepare(
    `SELECT position, revision, type, body FROM events
     WHERE stream = (SELECT id FROM streams WHERE name = ?) ORDER BY revision`,
  );
  const rate = await steadyRate(contender, (n) => {
    const events = select.all(streams[n % streams.length] ?? '').map(({ body, ...rest }) => {
      const parsed: unknown = JSON.parse(String(body));
      return { ...rest, ...(typeof parsed === 'object' ? parsed : {}) };
    });
    if (events.length !== 10) throw new Error(`${String(events.length)} events`);
    return Promise.resolve();
  });
  database.close();
  return rate;
};
