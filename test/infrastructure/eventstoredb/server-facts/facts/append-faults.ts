import { describe, expect, it } from '@jest/globals';
import { append, idsIn, idsOf } from '../asking.js';
import { within } from '../in-time.js';
import type { LoopbackFixture } from '../loopback-fixture.js';
import { proposals } from '../proposals.js';

/** What can go wrong with an append, as the clients tell it. */
export const appendFaultFacts = ({ server, withClient, stream }: LoopbackFixture): void => {
  const unclear = { ok: false, type: 'unavailable', code: 14 };

  describe('an append', () => {
    it('whose connection is reset before the commit is not there, and can be repeated', async () => {
      const name = stream();
      const events = proposals(2);
      await server().fault({ on: 'append', fault: { kind: 'reset', committed: false }, stream: name });
      await withClient(async (client) => {
        expect(await append(client, name, 'no_stream', events)).toMatchObject(unclear);
      });
      await withClient(async (client) => {
        expect(await idsIn(client, name)).toEqual([]);
        expect(await append(client, name, 'no_stream', events)).toMatchObject({ ok: true, next: 1n });
        expect(await idsIn(client, name)).toEqual(idsOf(events));
      });
    });

    it('whose connection is reset after the commit is there, and its repeat is answered as written', async () => {
      const name = stream();
      const events = proposals(2);
      await server().fault({ on: 'append', fault: { kind: 'reset', committed: true }, stream: name });
      await withClient(async (client) => {
        expect(await append(client, name, 'no_stream', events)).toMatchObject(unclear);
      });
      await withClient(async (client) => {
        expect(await idsIn(client, name)).toEqual(idsOf(events));
        expect(await append(client, name, 'no_stream', events)).toMatchObject({ ok: true, next: 1n });
        expect(await idsIn(client, name)).toEqual(idsOf(events));
      });
    });

    it.each([true, false])(
      'that is never answered stays pending beyond its deadline (kept: %s)',
      async (committed) => {
        const name = stream();
        await server().fault({ on: 'append', fault: { kind: 'no-reply', committed }, stream: name });
        await withClient(async (client) => {
          const asked = append(client, name, 'no_stream', proposals(2), { deadline: 300 });
          expect(await within(900, asked)).toBe('pending');
          expect(await idsIn(client, name)).toHaveLength(committed ? 2 : 0);
        });
      },
    );

    it('can be answered late', async () => {
      const name = stream();
      await server().fault({ on: 'append', fault: { kind: 'late-reply', ms: 400 }, stream: name });
      await withClient(async (client) => {
        const asked = append(client, name, 'no_stream', proposals(2));
        expect(await within(200, asked)).toBe('pending');
        expect(await asked).toMatchObject({ ok: true, next: 1n });
      });
    });

    it.each([
      ['not-ready', { type: 'unknown', message: 'Could not recognize Server Is Not Ready' }],
      ['busy', { type: 'unknown', message: 'Could not recognize Server Is Busy' }],
      ['access-denied', { type: 'access-denied' }],
    ] as const)('can be refused as %s', async (kind, told) => {
      const name = stream();
      await server().fault({ on: 'append', fault: { kind }, stream: name });
      await withClient(async (client) => {
        expect(await append(client, name, 'no_stream', proposals(1))).toMatchObject({ ok: false, ...told });
        expect(await idsIn(client, name)).toEqual([]);
      });
    });

    it.each([true, false])('can be given up by the server (kept: %s)', async (committed) => {
      const name = stream();
      await server().fault({ on: 'append', fault: { kind: 'timeout', committed }, stream: name });
      await withClient(async (client) => {
        expect(await append(client, name, 'no_stream', proposals(2))).toMatchObject({
          type: 'deadline-exceeded',
        });
        expect(await idsIn(client, name)).toHaveLength(committed ? 2 : 0);
      });
    });

    it('of a server that does not lead fails with all that are under way', async () => {
      const name = stream();
      const leader = { host: '127.0.0.1', port: server().port };
      await server().fault({
        on: 'append',
        fault: { kind: 'no-reply', committed: false },
        stream: `${name}a`,
      });
      await server().fault({ on: 'append', fault: { kind: 'not-leader', leader }, stream: `${name}b` });
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        const both = [`${name}a`, `${name}b`].map((each) => append(client, each, 'no_stream', proposals(1)));
        for (const outcome of await Promise.all(both)) expect(outcome).toMatchObject({ type: 'not-leader' });
      });
    });
  });
};
