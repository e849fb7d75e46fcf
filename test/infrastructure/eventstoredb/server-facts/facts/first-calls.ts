import { describe, expect, it } from '@jest/globals';
import { append, idsIn } from '../asking.js';
import { openBareClient } from '../bare-client.js';
import { within } from '../in-time.js';
import type { LoopbackFixture } from '../loopback-fixture.js';
import { proposals } from '../proposals.js';

/** What comes before the first append of a client: finding the server, and asking what it can. */
export const firstCallFacts = ({ server, withClient, stream, dialect }: LoopbackFixture): void => {
  describe('the first append of a client', () => {
    it.each(['not-ready', 'reset'] as const)(
      'fails with a bare code where what it asks first fails as %s',
      async (kind) => {
        const name = stream();
        await server().fault({ on: 'features', fault: { kind } });
        await withClient(async (client) => {
          const failed = { ok: false, type: undefined, code: 14 };
          expect(await append(client, name, 'no_stream', proposals(1))).toMatchObject(failed);
          expect(await append(client, name, 'no_stream', proposals(1))).toMatchObject({ ok: true });
        });
      },
    );

    it('fails for ever where what it asks first is denied once', async () => {
      const name = stream();
      await server().fault({ on: 'features', fault: { kind: 'access-denied' } });
      await withClient(async (client) => {
        for (let n = 0; n < 2; n += 1)
          expect(await append(client, name, 'no_stream', proposals(1))).toMatchObject({ ok: false, code: 7 });
      });
      await withClient(async (client) => {
        expect(await append(client, name, 'no_stream', proposals(1))).toMatchObject({ ok: true });
      });
    });

    it('waits for ever where what it asks first is never answered', async () => {
      await server().fault({ on: 'features', fault: { kind: 'no-reply' } });
      await withClient(async (client) => {
        const asked = append(client, stream(), 'no_stream', proposals(1), { deadline: 200 });
        expect(await within(700, asked)).toBe('pending');
      });
    });
  });

  describe('a connection string', () => {
    it.each(['esdb://HOST,HOST?tls=false', 'esdb+discover://HOST?tls=false'])(
      '%s finds the server',
      async (form) => {
        const name = stream();
        const url = form.replaceAll('HOST', `127.0.0.1:${server().port}`);
        const client = await openBareClient(dialect, url);
        expect(await append(client, name, 'no_stream', proposals(2))).toMatchObject({ ok: true, next: 1n });
        expect(await idsIn(client, name)).toHaveLength(2);
        await client.dispose();
      },
    );
  });
};
