import { describe, expect, it } from '@jest/globals';
import { append, idsOf, readOut, revisionsOf, softDelete, tombstone } from '../asking.js';
import type { Fixture } from '../fixture.js';
import { proposals } from '../proposals.js';

const missing = { events: [], error: { type: 'stream-not-found' } };
const gone = { ok: false, type: 'stream-deleted' };

/** eventstoredb.md, 4.2 and 6: what becomes of a stream that is deleted. */
export const deletionFacts = ({ client, stream }: Fixture): void => {
  describe('a stream that is softly deleted', () => {
    const deleted = async (): Promise<{ name: string; events: ReturnType<typeof proposals> }> => {
      const name = stream();
      const events = proposals(2);
      await append(client(), name, 'no_stream', events);
      expect(await softDelete(client(), name)).toMatchObject({ ok: true });
      return { name, events };
    };

    it('reads as missing, and may be deleted again', async () => {
      const { name } = await deleted();
      expect(await readOut(() => client().readStream(name, {}))).toMatchObject(missing);
      expect(await softDelete(client(), name)).toMatchObject({ ok: true });
    });

    it.each(['no_stream', 1n, 'any'] as const)(
      'goes on after its old end when appended to against %s',
      async (as) => {
        const { name } = await deleted();
        const later = proposals(2);
        expect(await append(client(), name, as, later)).toMatchObject({ ok: true, next: 3n });
        const read = await readOut(() => client().readStream(name, {}));
        expect(revisionsOf(read)).toEqual([2n, 3n]);
        expect(idsOf(read.events)).toEqual(idsOf(later));
        const back = await readOut(() =>
          client().readStream(name, { direction: 'backwards', fromRevision: 'end' }),
        );
        expect(revisionsOf(back)).toEqual([3n, 2n]);
      },
    );

    it('is gone to one who believes that it exists', async () => {
      const { name } = await deleted();
      expect(await append(client(), name, 'stream_exists', proposals(1))).toMatchObject(gone);
    });

    it('knows its old events still: repeated, they are answered as written, without a place', async () => {
      const { name, events } = await deleted();
      expect(await append(client(), name, 'no_stream', events)).toEqual({
        ok: true,
        next: 1n,
        position: undefined,
      });
      expect(await readOut(() => client().readStream(name, {}))).toMatchObject(missing);
    });

    it('has to be there, and where it is believed to end', async () => {
      const conflict = { ok: false, type: 'wrong-expected-version' };
      expect(await softDelete(client(), stream())).toMatchObject({ ...conflict, actual: -1n });
      const name = stream();
      await append(client(), name, 'no_stream', proposals(2));
      expect(await softDelete(client(), name, 9n)).toMatchObject({ ...conflict, expected: 9n, actual: 1n });
      expect(await softDelete(client(), name, 1n)).toMatchObject({ ok: true });
    });
  });

  describe('a stream with a tombstone', () => {
    it('is gone for ever, for reads, appends and deletes', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(2));
      expect(await tombstone(client(), name, 9n)).toMatchObject({ type: 'wrong-expected-version' });
      expect(await tombstone(client(), name)).toMatchObject({ ok: true });
      expect(await readOut(() => client().readStream(name, {}))).toMatchObject({
        error: { type: 'stream-deleted' },
      });
      for (const believed of ['any', 'no_stream', 1n] as const)
        expect(await append(client(), name, believed, proposals(1))).toMatchObject(gone);
      expect(await tombstone(client(), name)).toMatchObject(gone);
      expect(await softDelete(client(), name)).toMatchObject(gone);
    });

    it('need not have been there before', async () => {
      const name = stream();
      expect(await tombstone(client(), name)).toMatchObject({ ok: true });
      expect(await append(client(), name, 'any', proposals(1))).toMatchObject(gone);
    });
  });

  describe('in everything', () => {
    it('deleted events and the tombstone stay', async () => {
      const name = stream();
      const events = proposals(2);
      await append(client(), name, 'no_stream', events);
      const { events: before } = await readOut(() => client().readStream(name, {}));
      const fromPosition = before[0]?.position ?? 'start';
      await softDelete(client(), name);
      await tombstone(client(), name);
      const all = await readOut(() => client().readAll({ fromPosition, maxCount: 1_000 }));
      const ours = all.events.filter(({ streamId }) => streamId === name);
      expect(ours.map(({ type }) => type)).toEqual(['noted', 'noted', '$streamDeleted']);
      expect(ours.at(-1)?.revision).toBe(9_223_372_036_854_775_807n);
    });
  });
};
