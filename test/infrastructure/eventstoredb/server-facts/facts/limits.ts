import { describe, expect, it } from '@jest/globals';
import { append, idsIn } from '../asking.js';
import type { BareClient, Proposal } from '../bare-client.js';
import type { Fixture } from '../fixture.js';
import { proposalOf, proposals } from '../proposals.js';

const limit = 1_048_576;

/** eventstoredb.md, 6: what a server refuses for its size or its form. */
export const limitFacts = ({ client, another, stream }: Fixture): void => {
  describe('an append', () => {
    it('may hold 1,048,576 bytes of data, summed over its events; metadata and types do not count', async () => {
      const name = stream();
      const half = limit / 2;
      const large = { note: 'x'.repeat(100_000) };
      const events = [proposalOf(half, large), proposalOf(half, large)];
      expect(await append(client(), name, 'no_stream', events)).toMatchObject({ ok: true, next: 1n });
    });

    it('of one byte more is refused, and nothing of it is kept', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(1));
      const refused = { ok: false, type: 'maximum-append-size-exceeded', limit };
      expect(await append(client(), name, 0n, [proposalOf(limit + 1)])).toMatchObject(refused);
      expect(await append(client(), name, 0n, [proposalOf(limit), ...proposals(1)])).toMatchObject(refused);
      expect(await idsIn(client(), name)).toHaveLength(1);
    });

    it('that reaches the server in several messages is refused once, as one', async () => {
      const events = Array.from({ length: 8 }, () => proposalOf(1_000_000));
      expect(await append(client(), stream(), 'any', events)).toMatchObject({
        type: 'maximum-append-size-exceeded',
        limit,
      });
    });

    it('of some 17 MB in one event is more than a message may be', async () => {
      const lone = await another();
      const whole = { batchAppendSize: 32 * 1024 * 1024 };
      expect(await append(lone, stream(), 'any', [proposalOf(17 * 1024 * 1024)], whole)).toMatchObject({
        ok: false,
        type: 'unknown',
        code: 8,
      });
      await lone.dispose();
    });
  });

  // The server answers such an append again once its time is over, of which the older client's process dies.
  const refusedAlone = async (name: string, event: Proposal | undefined): Promise<unknown> => {
    const lone: BareClient = await another();
    const refused = await append(lone, name, 'any', event === undefined ? [] : [event]);
    await lone.dispose();
    return refused;
  };

  describe('what is no event, or has no stream, is a bad request', () => {
    const bad = { ok: false, type: 'unknown', message: 'Could not recognize BadRequest' };

    it('without a name of the stream', async () => {
      expect(await refusedAlone('', proposals(1)[0])).toMatchObject(bad);
    });

    it('without a type', async () => {
      expect(await refusedAlone(stream(), proposals(1, { type: '' })[0])).toMatchObject(bad);
    });

    it('with an id that is no UUID', async () => {
      expect(await refusedAlone(stream(), proposals(1, { id: 'folio-1' })[0])).toMatchObject(bad);
    });
  });
};
