import { describe, expect, it } from '@jest/globals';
import { append, idsIn, idsOf, readOut } from '../asking.js';
import type { Believed } from '../bare-client.js';
import type { Fixture } from '../fixture.js';
import { proposals } from '../proposals.js';

/** eventstoredb.md, 4.3 and 6: how a server takes events that it has already. */
export const repeatFacts = ({ client, stream }: Fixture): void => {
  const conflict = { ok: false, type: 'wrong-expected-version' };

  describe('an append that is repeated as it was', () => {
    const beliefs: readonly Believed[] = ['no_stream', 'any'];
    it.each(beliefs)('against %s is answered as the first time and stored once', async (believed) => {
      const name = stream();
      const events = proposals(3);
      const first = await append(client(), name, believed, events);
      await append(client(), name, 2n, proposals(2));
      expect(await append(client(), name, believed, events)).toEqual(first);
      expect(await idsIn(client(), name)).toHaveLength(5);
    });

    it('against an exact revision is answered as the first time and stored once', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(2));
      const events = proposals(2);
      const first = await append(client(), name, 1n, events);
      await append(client(), name, 3n, proposals(1));
      expect(await append(client(), name, 1n, events)).toEqual(first);
      expect(await idsIn(client(), name)).toHaveLength(5);
    });

    it('is known by its ids alone: what they carry is not compared', async () => {
      const name = stream();
      const [event] = proposals(1);
      if (event === undefined) return;
      const first = await append(client(), name, 'no_stream', [event]);
      expect(
        await append(client(), name, 'no_stream', [{ ...event, type: 'other', data: { n: 9 } }]),
      ).toEqual(first);
      const { events } = await readOut(() => client().readStream(name, {}));
      expect(events).toMatchObject([{ type: 'noted', data: { n: 0 } }]);
    });

    it('in part is answered with the revision and the place of that part', async () => {
      const name = stream();
      const events = proposals(3);
      await append(client(), name, 'no_stream', events);
      const { events: read } = await readOut(() => client().readStream(name, {}));
      expect(await append(client(), name, 'no_stream', events.slice(0, 2))).toEqual({
        ok: true,
        next: 1n,
        position: read[1]?.position,
      });
      expect(await append(client(), name, 0n, events.slice(1))).toEqual({
        ok: true,
        next: 2n,
        position: read[2]?.position,
      });
    });
  });

  describe('an append of events of which some are known', () => {
    it('is a conflict where known ones are followed by new ones, even against any', async () => {
      const name = stream();
      const events = proposals(3);
      await append(client(), name, 'no_stream', events);
      const mixed = [...events, ...proposals(1)];
      expect(await append(client(), name, 'no_stream', mixed)).toMatchObject(conflict);
      expect(await append(client(), name, 'any', mixed)).toMatchObject({
        ...conflict,
        expected: 'any',
        actual: 2n,
      });
      expect(await append(client(), name, 0n, [...events.slice(1), ...proposals(3)])).toMatchObject(conflict);
      expect(await idsIn(client(), name)).toEqual(idsOf(events));
    });

    it('is a conflict against an exact revision where the first one is new', async () => {
      const name = stream();
      const events = proposals(2);
      await append(client(), name, 'no_stream', events);
      const mixed = [...proposals(1), ...events.slice(1)];
      expect(await append(client(), name, 'no_stream', mixed)).toMatchObject(conflict);
    });

    it('is written again, whole, against any where the first one is new', async () => {
      const name = stream();
      const events = proposals(2);
      await append(client(), name, 'no_stream', events);
      const mixed = [...proposals(1), ...events.slice(1)];
      expect(await append(client(), name, 'any', mixed)).toMatchObject({ ok: true, next: 3n });
      expect(await idsIn(client(), name)).toEqual(idsOf([...events, ...mixed]));
    });
  });

  describe('ids are not looked at', () => {
    it('where the writer knows the last revision: the events are stored twice', async () => {
      const name = stream();
      const events = proposals(2);
      await append(client(), name, 'no_stream', events);
      expect(await append(client(), name, 1n, events)).toMatchObject({ ok: true, next: 3n });
      expect(await idsIn(client(), name)).toEqual(idsOf([...events, ...events]));
    });

    it('within one append: an id given twice is stored twice', async () => {
      const name = stream();
      const twice = proposals(2, { id: proposals(1)[0]?.id ?? '' });
      expect(await append(client(), name, 'no_stream', twice)).toMatchObject({ ok: true, next: 1n });
      expect(await idsIn(client(), name)).toEqual(idsOf(twice));
    });

    it('across streams: the same ids are stored in each', async () => {
      const events = proposals(2);
      for (const name of [stream(), stream()]) {
        expect(await append(client(), name, 'any', events)).toMatchObject({ ok: true, next: 1n });
        expect(await idsIn(client(), name)).toEqual(idsOf(events));
      }
    });
  });
};
