import { describe, expect, it } from '@jest/globals';
import { sampleAppend } from '../../../../../src/testing/event-store-contract/samples.js';
import type { FaultRule } from '../../../../support/eventstoredb/server/loopback-server.js';
import { softDelete, tombstone } from '../../server-facts/asking.js';
import { openBareClient } from '../../server-facts/bare-client.js';
import type { Scene } from '../scene.js';

type AppendFault = Extract<FaultRule, { on: 'append' }>['fault'];

const large = (stream: string, events: number) =>
  sampleAppend(stream, 'attach', 'none', events, { data: { text: 'x'.repeat(55_000) } });

/** What passes by itself: the server is asked again. */
export const waitsForWhatPasses = ({ server, store: shared, stream }: Scene): void => {
  const passing: readonly (readonly [string, () => AppendFault])[] = [
    ['is not the leader', () => ({ kind: 'not-leader', leader: { host: '127.0.0.1', port: server().port } })],
    ['is not ready', () => ({ kind: 'not-ready' })],
    ['is busy', () => ({ kind: 'busy' })],
  ];

  it.each(passing)('an append is sent again where the server %s', async (_, fault) => {
    const store = shared();
    const names = Array.from({ length: 5 }, stream);
    await server().fault({ on: 'append', fault: fault(), times: 3 });
    const outcomes = await Promise.all(
      names.map((name) => store.append(sampleAppend(name, 'file', 'none', 2))),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(names.map(() => 'appended'));
    for (const name of names) expect(await store.read(name)).toHaveLength(2);
  });
};

/** What does not pass: said at once, and nothing is sent a second time. */
export const saysWhatDoesNotPass = ({ clients, server, store: shared, open, stream }: Scene): void => {
  const struck = async (): Promise<number> => (await server().observed()).struck;

  describe('an append that the server refuses', () => {
    it('fails with store-denied where this user may not write', async () => {
      const name = stream();
      await server().fault({ on: 'append', fault: { kind: 'access-denied' }, stream: name, times: 9 });
      const before = await struck();
      const refused = shared().append(sampleAppend(name, 'file', 'none'));
      await expect(refused).rejects.toMatchObject({ code: 'store-denied' });
      expect(await struck()).toBe(before + 1);
    });

    it('fails with stream-gone where the stream was ended for ever', async () => {
      const name = stream();
      const store = shared();
      await store.append(sampleAppend(name, 'file', 'none'));
      const client = await openBareClient(clients.dialect, server().connectionString);
      await tombstone(client, name);
      await client.dispose();
      await expect(store.append(sampleAppend(name, 'tell', 0))).rejects.toMatchObject({
        code: 'stream-gone',
      });
      await expect(store.read(name)).rejects.toMatchObject({ code: 'stream-gone' });
    });

    it('fails with stream-gone where the stream was deleted, and its first command comes again', async () => {
      const name = stream();
      const file = sampleAppend(name, 'file', 'none');
      await shared().append(file);
      const client = await openBareClient(clients.dialect, server().connectionString);
      await softDelete(client, name);
      await client.dispose();
      await expect(open().append(file)).rejects.toMatchObject({ code: 'stream-gone' });
      // Not what is there: the server refuses it, and says that there are events that no client can read.
      const longer = sampleAppend(name, 'file', 'none', 2);
      await expect(open({ tuning: { patience: 3_000 } }).append(longer)).rejects.toMatchObject({
        code: 'stream-gone',
      });
    });

    it('fails with append-too-large: by our own limit before it is sent, and by the server’s', async () => {
      const name = stream();
      const { events } = await server().observed();
      await expect(shared().append(large(name, 17))).rejects.toMatchObject({
        code: 'append-too-large',
        details: { limit: 900 * 1024 },
      });
      const trusting = open({ tuning: { largestAppend: 4_000_000, appendTimeout: 5_000 } });
      await expect(trusting.append(large(name, 20))).rejects.toMatchObject({
        code: 'append-too-large',
        details: { limit: 1_048_576 },
      });
      expect((await server().observed()).events).toBe(events);
      expect(await trusting.append(large(name, 16))).toMatchObject({ kind: 'appended', revision: 15 });
    });
  });
};
