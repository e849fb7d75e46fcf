import { beforeAll, describe, expect, it } from '@jest/globals';
import { append, idsOf, readOut, revisionsOf } from '../asking.js';
import type { Place, Recorded } from '../bare-client.js';
import type { Fixture } from '../fixture.js';
import { proposals } from '../proposals.js';

/** eventstoredb.md, 4.4 and 6: what a server answers to a read. */
export const readFacts = ({ client, stream, dialect }: Fixture): void => {
  const newer = dialect === 'kurrent';
  // The newer client reads through other code, which tells an unknown error as an unavailable server.
  const refused = newer ? { type: 'unavailable' } : { type: 'unknown', code: 2 };

  describe('a read of a stream', () => {
    let name = '';
    beforeAll(async () => {
      name = stream();
      await append(client(), name, 'no_stream', proposals(5));
    });

    it('begins with the event of the revision it is given, in either direction', async () => {
      const forwards = await readOut(() => client().readStream(name, { fromRevision: 2n, maxCount: 2 }));
      expect(revisionsOf(forwards)).toEqual([2n, 3n]);
      const backwards = await readOut(() =>
        client().readStream(name, { direction: 'backwards', fromRevision: 2n, maxCount: 2 }),
      );
      expect(revisionsOf(backwards)).toEqual([2n, 1n]);
    });

    it('backwards from the end, or from beyond it, begins with the last event', async () => {
      for (const fromRevision of ['end', 99n] as const) {
        const read = await readOut(() =>
          client().readStream(name, { direction: 'backwards', fromRevision, maxCount: 2 }),
        );
        expect(revisionsOf(read)).toEqual([4n, 3n]);
      }
    });

    it('from beyond the end is empty', async () => {
      expect(await readOut(() => client().readStream(name, { fromRevision: 5n }))).toEqual({ events: [] });
      expect(await readOut(() => client().readStream(name, { fromRevision: 99n }))).toEqual({ events: [] });
    });

    it('of no events is an error', async () => {
      expect(await readOut(() => client().readStream(name, { maxCount: 0 }))).toMatchObject({
        error: refused,
      });
    });

    it('that is missing is an error, told when it is read', async () => {
      expect(await readOut(() => client().readStream(stream(), {}))).toMatchObject({
        events: [],
        error: { type: 'stream-not-found' },
      });
    });
  });

  describe('a read of everything', () => {
    let events: readonly Recorded[] = [];
    let third: Place = { commit: 0n, prepare: 0n };
    beforeAll(async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(5));
      ({ events } = await readOut(() => client().readStream(name, {})));
      third = events[2]?.position ?? third;
    });

    it('tells each event with the place that the stream tells', async () => {
      const read = await readOut(() => client().readAll({ fromPosition: third, maxCount: 2 }));
      expect(read.events.map(({ id, position }) => ({ id, position }))).toEqual(
        events.slice(2, 4).map(({ id, position }) => ({ id, position })),
      );
    });

    it('forwards begins with the event at the place, backwards with the one before it', async () => {
      const forwards = await readOut(() => client().readAll({ fromPosition: third, maxCount: 2 }));
      expect(idsOf(forwards.events)).toEqual(idsOf(events.slice(2, 4)));
      const backwards = await readOut(() =>
        client().readAll({ direction: 'backwards', fromPosition: third, maxCount: 2 }),
      );
      expect(idsOf(backwards.events)).toEqual(idsOf(events.slice(0, 2).reverse()));
    });

    it('from a place where nothing was written is an error', async () => {
      const between = { commit: third.commit + 1n, prepare: third.commit + 1n };
      expect(await readOut(() => client().readAll({ fromPosition: between, maxCount: 1 }))).toMatchObject({
        error: refused,
      });
    });
  });
};
