import { randomBytes } from 'node:crypto';
import { startLoopbackServer } from '../../test/support/eventstoredb/server/loopback-server.js';

/** The connection string of a real server, where one is to be measured. */
export const realServer = process.env['QUEJAS_EVENTSTOREDB_URL'];

/** What figures were measured on, for the reader of a report. */
export const serverName =
  realServer === undefined ? 'the loopback server' : 'the server at QUEJAS_EVENTSTOREDB_URL';

/** Where a contender writes: a server, and the beginning of stream names that no other contender uses. */
export interface Ground {
  readonly url: string;
  readonly namespace: string;
}

/** Does work on the real server, or on a loopback server of its own. */
export const onServer = async <Result>(work: (ground: Ground) => Promise<Result>): Promise<Result> => {
  const namespace = `b${randomBytes(5).toString('hex')}`;
  if (realServer !== undefined) return work({ url: realServer, namespace });
  const server = await startLoopbackServer();
  try {
    return await work({ url: server.connectionString, namespace });
  } finally {
    await server.stop();
  }
};
