import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreDb, isStoreError } from '../../../src/infrastructure/eventstoredb/index.js';
import { eventstoreClients } from '../../support/eventstoredb/eventstore-client.js';
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';

const readers = 16;

describe('many who read while the server is away', () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.stop());

  const storeTelling = (made: () => void) =>
    eventStoreDb({
      dialect: eventstoreClients.dialect,
      createClient: () => {
        made();
        return eventstoreClients.create(server.connectionString);
      },
    });

  it('are told that it does not answer, and never that there is nothing: three doubts end a client under the others', async () => {
    let clients = 0;
    const store = storeTelling(() => (clients += 1));
    await server.down();
    const answers = await Promise.allSettled(
      Array.from({ length: readers }, (_, reader) => store.read(`complaint-${reader}`)),
    );
    await server.up();
    await store.close();
    expect(clients).toBeGreaterThan(1);
    const toldOf = answers.map((answer) =>
      answer.status === 'rejected' && isStoreError(answer.reason) ? answer.reason.code : answer,
    );
    expect(toldOf).toEqual(Array.from({ length: readers }, () => 'store-unavailable'));
    // A store waits for a server for 30 s before it tells.
  }, 120_000);
});
