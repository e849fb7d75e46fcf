import { randomBytes } from 'node:crypto';
import { describe } from '@jest/globals';

/** A real server's connection string, where one is to be tried too. */
export const realServer = process.env['QUEJAS_EVENTSTOREDB_URL'];

/**
 * `describe` where there is a real server; a visible skip where there is none. `npm run test:eventstoredb` finds what is
 * in it by its name, which names QUEJAS_EVENTSTOREDB_URL.
 */
export const describeOnRealServer = realServer === undefined ? describe.skip : describe;

/** The beginning of stream names that no other test on a shared server uses. */
export const ownPrefix = (): string => `t${randomBytes(5).toString('hex')}-`;
