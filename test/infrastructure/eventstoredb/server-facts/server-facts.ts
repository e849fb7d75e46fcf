import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { Dialect } from '../../../../src/infrastructure/eventstoredb/dialect.js';
import { openBareClient } from './bare-client.js';
import type { BareClient } from './bare-client.js';
import { allSubscriptionFacts } from './facts/all-subscriptions.js';
import { appendFacts } from './facts/appends.js';
import { deletionFacts } from './facts/deletions.js';
import { limitFacts } from './facts/limits.js';
import { readFacts } from './facts/reads.js';
import { repeatFacts } from './facts/repeats.js';
import { streamSubscriptionFacts } from './facts/stream-subscriptions.js';
import type { Fixture } from './fixture.js';

/** A server that the facts are tried on. */
export interface FactServer {
  readonly connectionString: string;
  readonly stop: () => Promise<void>;
}

/** A server that goes on when the tests are done with it. */
export const goingOn = (connectionString = ''): Promise<FactServer> =>
  Promise.resolve({ connectionString, stop: () => Promise.resolve() });

/** A fixture whose client is there while the tests of this file run. Categories begin with `t` and are random. */
export const fixtureOn = (start: () => Promise<FactServer>, dialect: Dialect): Fixture => {
  let opened: { readonly server: FactServer; readonly client: BareClient } | undefined;
  const run = `t${randomUUID().slice(0, 8)}`;
  let count = 0;
  const there = () => {
    if (opened === undefined) throw new Error('The server has not started.');
    return opened;
  };
  const category = (): string => {
    count += 1;
    return `${run}${count}`;
  };
  beforeAll(async () => {
    const server = await start();
    opened = { server, client: await openBareClient(dialect, server.connectionString) };
  });
  afterAll(async () => {
    await opened?.client.dispose();
    await opened?.server.stop();
  });
  return {
    dialect,
    client: () => there().client,
    another: () => openBareClient(dialect, there().server.connectionString),
    stream: () => `${category()}-1`,
    category,
  };
};

/**
 * What a server of EventStoreDB's protocol does, each fact stated once (eventstoredb.md, 4.2 to 4.4 and 6): the real one
 * and the loopback one are both held to it, with each client.
 */
export const statesServerFacts = (start: () => Promise<FactServer>, dialect: Dialect): void => {
  const fixture = fixtureOn(start, dialect);
  appendFacts(fixture);
  repeatFacts(fixture);
  limitFacts(fixture);
  readFacts(fixture);
  deletionFacts(fixture);
  streamSubscriptionFacts(fixture);
  allSubscriptionFacts(fixture);
};
