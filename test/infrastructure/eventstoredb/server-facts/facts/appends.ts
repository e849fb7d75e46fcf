import { describe, expect, it } from '@jest/globals';
import { append, idsIn, idsOf, readOut } from '../asking.js';
import type { Fixture } from '../fixture.js';
import { proposals } from '../proposals.js';

/** eventstoredb.md, 4.3 and 6: what a server answers to an append. */
export const appendFacts = ({ client, stream, dialect }: Fixture): void => {
  describe('an append', () => {
    it('begins a stream at revision 0 and tells the place of its last event', async () => {
      const name = stream();
      const events = proposals(3);
      const written = await append(client(), name, 'no_stream', events);
      const { events: read } = await readOut(() => client().readStream(name, {}));
      expect(read.map(({ id, revision }) => [id, revision])).toEqual([
        [events[0]?.id, 0n],
        [events[1]?.id, 1n],
        [events[2]?.id, 2n],
      ]);
      expect(written).toEqual({ ok: true, next: 2n, position: read[2]?.position });
    });

    it('gives each event a place of its own, further on than the one before, with commit and prepare alike', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(3));
      const { events } = await readOut(() => client().readStream(name, {}));
      const places = events.map(({ position }) => position?.commit ?? -1n);
      expect(places).toEqual(events.map(({ position }) => position?.prepare));
      expect(places).toEqual([...places].sort((a, b) => Number(a - b)));
      expect(new Set(places).size).toBe(3);
    });

    it('is written where the stream ends as the writer believes', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(2));
      expect(await append(client(), name, 1n, proposals(1))).toMatchObject({ ok: true, next: 2n });
      expect(await append(client(), name, 'stream_exists', proposals(1))).toMatchObject({ next: 3n });
      expect(await append(client(), name, 'any', proposals(1))).toMatchObject({ next: 4n });
    });

    it('is a conflict, told with what was believed and what is, where the stream has moved on', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(6));
      const conflict = { ok: false, type: 'wrong-expected-version', actual: 5n, message: '' };
      expect(await append(client(), name, 'no_stream', proposals(1))).toMatchObject({
        ...conflict,
        expected: 'no_stream',
      });
      expect(await append(client(), name, 2n, proposals(1))).toMatchObject({ ...conflict, expected: 2n });
      expect(await append(client(), name, 9n, proposals(1))).toMatchObject({ ...conflict, expected: 9n });
    });

    it('is a conflict where the stream is missing and was believed to be there', async () => {
      const conflict = { ok: false, type: 'wrong-expected-version', actual: 'no_stream' };
      expect(await append(client(), stream(), 0n, proposals(1))).toMatchObject(conflict);
      expect(await append(client(), stream(), 'stream_exists', proposals(1))).toMatchObject(conflict);
    });

    it('of nothing succeeds, and writes nothing', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(2));
      expect(await append(client(), name, 1n, [])).toMatchObject({ ok: true, next: 1n });
      expect(await append(client(), name, 0n, [])).toMatchObject({ type: 'wrong-expected-version' });
      expect(await idsIn(client(), name)).toHaveLength(2);
      const missing = stream();
      expect(await append(client(), missing, 'any', [])).toMatchObject({ ok: true });
      expect(await readOut(() => client().readStream(missing, {}))).toMatchObject({
        error: { type: 'stream-not-found' },
      });
    });

    it('wins alone where 32 race for one revision', async () => {
      const name = stream();
      const racers = Array.from({ length: 32 }, () => proposals(1));
      const outcomes = await Promise.all(racers.map((events) => append(client(), name, 'no_stream', events)));
      const winners = racers.filter((_, index) => outcomes[index]?.ok === true);
      expect(winners).toHaveLength(1);
      expect(await idsIn(client(), name)).toEqual(idsOf(winners.flat()));
    });

    it('with credentials of its own is answered in the same way', async () => {
      const name = stream();
      const credentials = { username: 'admin', password: 'changeit' };
      const events = proposals(2);
      const first = await append(client(), name, 'no_stream', events, { credentials });
      expect(first).toMatchObject({ ok: true, next: 1n });
      expect(await append(client(), name, 'no_stream', events, { credentials })).toEqual(first);
      expect(await append(client(), name, 'no_stream', proposals(1), { credentials })).toMatchObject({
        ok: false,
        type: 'wrong-expected-version',
        actual: 1n,
      });
    });

    it(`of the ${dialect} client keeps type, data and metadata as they were given`, async () => {
      const name = stream();
      const [event] = proposals(1, {
        type: 'señal-1',
        data: { a: [1, 'ñ', null] },
        metadata: { $b: { c: 2 } },
      });
      await append(client(), name, 'no_stream', event === undefined ? [] : [event]);
      const { events } = await readOut(() => client().readStream(name, {}));
      expect(events).toMatchObject([
        {
          id: event?.id,
          streamId: name,
          type: 'señal-1',
          data: { a: [1, 'ñ', null] },
          metadata: { $b: { c: 2 } },
        },
      ]);
    });
  });
};
