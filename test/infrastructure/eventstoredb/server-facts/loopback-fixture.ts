import { afterAll, beforeAll } from '@jest/globals';
import type { Dialect } from '../../../../src/infrastructure/eventstoredb/dialect.js';
import { startLoopbackServer } from '../../../support/eventstoredb/server/loopback-server.js';
import type {
  LoopbackOptions,
  LoopbackServer,
} from '../../../support/eventstoredb/server/loopback-server.js';
import { openBareClient } from './bare-client.js';
import type { BareClient } from './bare-client.js';

/** A loopback server that a file's tests may break, each with clients of its own. */
export interface LoopbackFixture {
  readonly dialect: Dialect;
  readonly server: () => LoopbackServer;
  /** Lets something be done with a client, which is disposed of afterwards. */
  readonly withClient: <Value>(act: (client: BareClient) => Promise<Value>) => Promise<Value>;
  /** The name of a stream that no other test has. */
  readonly stream: () => string;
}

export const loopbackFixture = (
  dialect: Dialect,
  options: () => LoopbackOptions = () => ({}),
): LoopbackFixture => {
  let started: LoopbackServer | undefined;
  let count = 0;
  const server = (): LoopbackServer => {
    if (started === undefined) throw new Error('The server has not started.');
    return started;
  };
  beforeAll(async () => {
    started = await startLoopbackServer(options());
  });
  afterAll(async () => {
    await started?.stop();
  });
  return {
    dialect,
    server,
    withClient: async (act) => {
      const client = await openBareClient(dialect, server().connectionString);
      try {
        return await act(client);
      } finally {
        await client.dispose();
      }
    },
    stream: () => {
      count += 1;
      return `f${count}-1`;
    },
  };
};
