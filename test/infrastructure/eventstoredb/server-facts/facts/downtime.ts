import { describe, expect, it } from '@jest/globals';
import { append, idsIn, idsOf, readOut } from '../asking.js';
import { within } from '../in-time.js';
import type { LoopbackFixture } from '../loopback-fixture.js';
import { proposals } from '../proposals.js';
import { watch } from '../watching.js';

/** eventstoredb.md, 4.5 and 6: what clients see of a server that goes away and comes back. */
export const downtimeFacts = ({ server, withClient, stream }: LoopbackFixture): void => {
  describe('a server that is killed', () => {
    it('has what it acknowledged when it is back, but remembers no ids', async () => {
      const name = stream();
      const events = proposals(2);
      await withClient((client) => append(client, name, 'no_stream', events));
      await server().kill();
      await server().up();
      await withClient(async (client) => {
        expect(await idsIn(client, name)).toEqual(idsOf(events));
        expect(await append(client, name, 'no_stream', events)).toMatchObject({ ok: true, next: 1n });
        expect(await idsIn(client, name)).toEqual(idsOf(events));
        expect(await append(client, name, 'any', events)).toMatchObject({ ok: true, next: 3n });
        expect(await idsIn(client, name)).toEqual(idsOf([...events, ...events]));
      });
    });

    it('fails its subscriptions at once, and they never come back by themselves', async () => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        const watched = watch(() => client.subscribeToStream(name, {}));
        await watched.untilTold('caughtUp');
        await server().kill();
        await watched.untilTold('error');
        expect(watched.told.at(-1)).toMatchObject({ error: { type: 'unavailable', code: 14 } });
        await server().up();
        await append(client, name, 0n, proposals(1));
        expect(await within(500, watched.untilEvents(2))).toBe('pending');
        expect(watched.kinds()).toEqual(['confirmation', 'event', 'caughtUp', 'error']);
        await watched.leave();
      });
    });
  });

  describe('a server that is down', () => {
    it('lets appends fail with a bare code and reads as unavailable, and serves again when it is back', async () => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        expect(await idsIn(client, name)).toHaveLength(1);
        await server().down();
        await append(client, name, 0n, proposals(1));
        expect(await append(client, name, 0n, proposals(1))).toMatchObject({
          ok: false,
          type: undefined,
          code: 14,
        });
        expect(await readOut(() => client.readStream(name, {}))).toMatchObject({
          error: { type: 'unavailable' },
        });
        await server().up();
        let next = await append(client, name, 0n, proposals(1));
        while (!next.ok && next.code === 14) next = await append(client, name, 0n, proposals(1));
        expect(next).toMatchObject({ ok: true, next: 1n });
      });
    });
  });

  describe('a server that is frozen', () => {
    it('lets appends wait beyond their deadline, and answers them when it thaws', async () => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        server().freeze();
        const asked = append(client, name, 0n, proposals(1), { deadline: 300 });
        expect(await within(900, asked)).toBe('pending');
        server().thaw();
        expect(await asked).toMatchObject({ ok: false, type: 'deadline-exceeded' });
      });
    });
  });
};
