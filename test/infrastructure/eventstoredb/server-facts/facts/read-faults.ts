import { describe, expect, it } from '@jest/globals';
import { append, idsIn, readOut } from '../asking.js';
import { within } from '../in-time.js';
import type { LoopbackFixture } from '../loopback-fixture.js';
import { proposals } from '../proposals.js';

/** What can go wrong with a read, as the clients tell it. */
export const readFaultFacts = ({ server, withClient, stream, dialect }: LoopbackFixture): void => {
  describe('a read', () => {
    it.each([
      ['reset', { type: 'unavailable' }],
      ['not-ready', { type: 'unavailable' }],
      ['busy', { type: 'unavailable' }],
      ['access-denied', { type: 'access-denied' }],
      ['timeout', { type: dialect === 'eventstore' ? 'timeout' : 'unknown' }],
      ['deadline-exceeded', { type: 'deadline-exceeded' }],
    ] as const)('can fail as %s', async (kind, told) => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        await server().fault({ on: 'read', fault: { kind }, stream: name });
        expect(await readOut(() => client.readStream(name, {}))).toMatchObject({ events: [], error: told });
        expect(await idsIn(client, name)).toHaveLength(1);
      });
    });

    it('of everything can be denied, while streams can be read', async () => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        await server().fault({ on: 'read', fault: { kind: 'access-denied' }, stream: '$all' });
        expect(await idsIn(client, name)).toHaveLength(1);
        expect(await readOut(() => client.readAll({ maxCount: 1 }))).toMatchObject({
          error: { type: 'access-denied' },
        });
      });
    });

    it('can wait for ever', async () => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        await server().fault({ on: 'read', fault: { kind: 'no-reply' }, stream: name });
        expect(await within(500, idsIn(client, name))).toBe('pending');
      });
    });

    it('can be answered late', async () => {
      const name = stream();
      await withClient(async (client) => {
        await append(client, name, 'no_stream', proposals(1));
        await server().fault({ on: 'read', fault: { kind: 'late-reply', ms: 400 }, stream: name });
        const asked = idsIn(client, name);
        expect(await within(200, asked)).toBe('pending');
        expect(await asked).toHaveLength(1);
      });
    });
  });
};
