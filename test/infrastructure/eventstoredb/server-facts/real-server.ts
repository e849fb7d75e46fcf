import { describe } from '@jest/globals';
import type { FactServer } from './server-facts.js';

/** The connection string of a real server, where there is one. */
export const realServerUrl = process.env['QUEJAS_EVENTSTOREDB_URL'];

/** `describe` where there is a real server; a visible skip where there is none. */
export const describeOnRealServer = realServerUrl === undefined ? describe.skip : describe;

/** The real server, which goes on when the tests are done with it. */
export const realServer = (): Promise<FactServer> =>
  Promise.resolve({ connectionString: realServerUrl ?? '', stop: () => Promise.resolve() });
