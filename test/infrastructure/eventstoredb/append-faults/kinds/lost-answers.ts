import { describe, expect, it } from '@jest/globals';
import { sampleAppend } from '../../../../../src/testing/event-store-contract/samples.js';
import type { FaultRule } from '../../../../support/eventstoredb/server/loopback-server.js';
import { insisting } from '../insisting.js';
import type { Scene } from '../scene.js';

type AppendFault = Extract<FaultRule, { on: 'append' }>['fault'];

const doubts: readonly (readonly [string, AppendFault])[] = [
  ['the connection is reset after the commit', { kind: 'reset', committed: true }],
  ['the connection is reset before the commit', { kind: 'reset', committed: false }],
  ['the server keeps it and never answers', { kind: 'no-reply', committed: true }],
  ['the server neither keeps it nor answers', { kind: 'no-reply', committed: false }],
  ['the server keeps it and says that it took too long', { kind: 'timeout', committed: true }],
  ['the server says that it took too long', { kind: 'timeout', committed: false }],
  ['the answer comes when nobody waits for it any more', { kind: 'late-reply', ms: 400 }],
  ['the server keeps it and ends the call as if all were well', { kind: 'end', committed: true }],
  ['the server ends the call as if all were well', { kind: 'end', committed: false }],
];

export const keepsWhatNobodyAnsweredFor = ({ server, store: shared, open, stream }: Scene): void => {
  describe('an append whose answer is lost', () => {
    it.each(doubts)('is there exactly once where %s', async (_, fault) => {
      const store = shared();
      const name = stream();
      await server().fault({ on: 'append', fault, stream: name });
      const outcome = await store.append(sampleAppend(name, 'file', 'none', 3));
      expect(outcome).toMatchObject({ kind: 'appended', revision: 2 });
      const events = await store.read(name);
      expect(events.map(({ id }) => id)).toEqual(['file-0', 'file-1', 'file-2']);
      expect(outcome).toMatchObject({ position: events.at(-1)?.position });
    });

    it.each(doubts)('does not hold up the one after it where %s', async (_, fault) => {
      const store = shared();
      const name = stream();
      await store.append(sampleAppend(name, 'file', 'none'));
      await server().fault({ on: 'append', fault, stream: name, after: 1 });
      const both = [
        store.append(sampleAppend(name, 'tell', 0)),
        store.append(sampleAppend(name, 'assign', 1)),
      ];
      expect(await Promise.all(both)).toMatchObject([
        { kind: 'appended', revision: 1 },
        { kind: 'appended', revision: 2 },
      ]);
    });

    it('is a duplicate when it is sent again after all its tries were in doubt', async () => {
      const store = open({ tuning: { patience: 3_000 } });
      const name = stream();
      await server().fault({
        on: 'append',
        fault: { kind: 'no-reply', committed: true },
        stream: name,
        times: 50,
      });
      const request = sampleAppend(name, 'file', 'none', 2);
      await expect(store.append(request)).rejects.toMatchObject({ code: 'store-unavailable' });
      await server().clearFaults();
      expect(await store.append(request)).toMatchObject({ kind: 'duplicate', firstRevision: 0, revision: 1 });
      expect(await open().append(request)).toMatchObject({
        kind: 'duplicate',
        firstRevision: 0,
        revision: 1,
      });
      expect(await store.read(name)).toHaveLength(2);
    });

    it('is stored when it is sent again after none of its tries was kept', async () => {
      const store = open({ tuning: { patience: 3_000 } });
      const name = stream();
      await server().fault({
        on: 'append',
        fault: { kind: 'reset', committed: false },
        stream: name,
        times: 200,
      });
      const request = sampleAppend(name, 'file', 'none', 2);
      await expect(store.append(request)).rejects.toMatchObject({ code: 'store-unavailable' });
      await server().clearFaults();
      // The last attempt may have been on its way when the faults ended: then it is the one that is stored.
      expect(await store.append(request)).toMatchObject({ revision: 1 });
      expect(await store.read(name)).toHaveLength(2);
    });

    it('is told from what another process wrote in its place', async () => {
      const [store, other] = [open({ tuning: { appendTimeout: 2_000 } }), shared()];
      const name = stream();
      const { struck } = await server().observed();
      await server().fault({ on: 'append', fault: { kind: 'no-reply', committed: false }, stream: name });
      const ours = store.append(sampleAppend(name, 'file', 'none'));
      while ((await server().observed()).struck === struck);
      await insisting(other, sampleAppend(name, 'theirs', 'any'));
      const outcome = await ours;
      expect(outcome).toEqual({ kind: 'conflict', actual: 0 });
      expect((await store.read(name)).map(({ id }) => id)).toEqual(['theirs-0']);
    });
  });
};
