import { describe, expect, it } from '@jest/globals';
import { append, idsOf, readOut } from '../asking.js';
import type { BareClient, Filter, Place, Proposal } from '../bare-client.js';
import type { Fixture } from '../fixture.js';
import { proposals } from '../proposals.js';
import { watch } from '../watching.js';
import type { Watched } from '../watching.js';

type Change = { readonly prefixes: string[] } | { readonly regex: string };

/** eventstoredb.md, 4.4 and 6: what a filtered subscription to everything tells. */
export const allSubscriptionFacts = ({ client, category, dialect }: Fixture): void => {
  const follow = (
    what: Change & {
      readonly filterOn?: Filter['filterOn'];
      readonly window?: number;
      readonly interval?: number;
    },
    fromPosition: Place | 'start' | 'end' = 'start',
  ): Watched =>
    watch((checkpointReached) => {
      const { filterOn = 'streamName', window = 32, interval = 1, ...change } = what;
      const windows = { checkpointInterval: interval, maxSearchWindow: window, checkpointReached };
      return client().subscribeToAll({ fromPosition, filter: { filterOn, ...windows, ...change } });
    });
  const headOf = async (asked: BareClient): Promise<Place | 'start'> => {
    const { events } = await readOut(() =>
      asked.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }),
    );
    return events[0]?.position ?? 'start';
  };

  /** So many events in two streams of one category, between as many of another. */
  const mixed = async (
    count: number,
  ): Promise<{ ours: string; expected: readonly string[]; from: Place | 'start' }> => {
    const [ours, theirs] = [category(), category()];
    const from = await headOf(client());
    const expected: Proposal[] = [];
    for (let n = 0; n < count; n += 10) {
      const events = proposals(10);
      expected.push(...events);
      await append(client(), `${ours}-${n % 20}`, 'any', events);
      await append(client(), `${theirs}-1`, 'any', proposals(10));
    }
    return { ours, expected: idsOf(expected), from };
  };

  describe('a filtered subscription to everything', () => {
    it('tells the events of the streams that begin so, in the order of their places', async () => {
      const { ours, expected, from } = await mixed(100);
      const watched = follow({ prefixes: [`${ours}-`] }, from);
      await watched.untilTold('caughtUp');
      expect(idsOf(watched.events())).toEqual(expected);
      const later = proposals(2);
      await append(client(), `${ours}-later`, 'any', later);
      await watched.untilEvents(102);
      expect(idsOf(watched.events())).toEqual([...expected, ...idsOf(later)]);
      const places = watched.events().map(({ position }) => position?.commit ?? -1n);
      expect(places).toEqual([...places].sort((a, b) => Number(a - b)));
      await watched.leave();
    });

    it('can choose by a pattern, and by the type of event', async () => {
      const [ours, type] = [category(), category()];
      const from = await headOf(client());
      await append(client(), `${ours}-1`, 'any', proposals(2));
      await append(client(), `${ours}-2`, 'any', proposals(1, { type }));
      const byPattern = follow({ regex: `^${ours}-[2-9]$` }, from);
      const byType = follow({ filterOn: 'eventType', prefixes: [type] }, from);
      await Promise.all([byPattern.untilTold('caughtUp'), byType.untilTold('caughtUp')]);
      expect(byPattern.events().map(({ streamId }) => streamId)).toEqual([`${ours}-2`]);
      expect(byType.events().map((event) => event.type)).toEqual([type]);
      await Promise.all([byPattern.leave(), byType.leave()]);
    });

    it('begins after the place it is given', async () => {
      const ours = category();
      const first = await append(client(), `${ours}-1`, 'any', proposals(2));
      const later = proposals(2);
      await append(client(), `${ours}-1`, 'any', later);
      const from = first.ok ? (first.position ?? 'start') : 'start';
      const watched = follow({ prefixes: [`${ours}-`] }, from);
      await watched.untilTold('caughtUp');
      expect(idsOf(watched.events())).toEqual(idsOf(later));
      await watched.leave();
    });

    it('has caught up though nothing matches', async () => {
      const watched = follow({ prefixes: [`${category()}-`] }, await headOf(client()));
      await watched.untilTold('caughtUp');
      expect(watched.kinds()).toEqual(['confirmation', 'caughtUp']);
      await watched.leave();
    });

    it('from a place where nothing was written fails', async () => {
      const ours = category();
      const written = await append(client(), `${ours}-1`, 'any', proposals(2));
      const place = written.ok ? (written.position?.commit ?? 0n) : 0n;
      const watched = follow({ prefixes: [ours] }, { commit: place - 1n, prepare: place - 1n });
      await watched.untilTold('error');
      expect(watched.told).toMatchObject([
        { error: { type: 'unknown', code: 2, message: '2 UNKNOWN: Exception was thrown by handler.' } },
      ]);
      await watched.leave();
    });
  });

  describe('a checkpoint', () => {
    const checkpointsIn = ({ told }: Watched): readonly { place: Place; after: number }[] => {
      let after = 0;
      return told.flatMap((each) => {
        if (each.kind === 'event') after += 1;
        return each.kind === 'checkpoint' ? [{ place: each.place, after }] : [];
      });
    };

    it('comes after each so many windows of events, of whichever streams', async () => {
      const { ours, from } = await mixed(100);
      const watched = follow({ prefixes: [`${ours}-`], interval: 2 }, from);
      await watched.untilTold('caughtUp');
      expect(checkpointsIn(watched).length).toBeGreaterThanOrEqual(2);
      expect(checkpointsIn(watched).length).toBeLessThanOrEqual(3);
      await append(client(), `${category()}-1`, 'any', proposals(64));
      await watched.untilTold('checkpoint');
      await watched.until((now) => checkpointsIn(now).length >= 3);
      await watched.leave();
    });

    it('never lies before one that came earlier, and nothing is lost by going on from it', async () => {
      const { ours, expected, from } = await mixed(160);
      const watched = follow({ prefixes: [`${ours}-`] }, from);
      await watched.untilTold('caughtUp');
      const checkpoints = checkpointsIn(watched);
      const places = checkpoints.map(({ place }) => place.commit);
      expect(places).toEqual([...places].sort((a, b) => Number(a - b)));
      for (const { place, after } of checkpoints.slice(0, 6)) {
        const resumed = follow({ prefixes: [`${ours}-`] }, place);
        await resumed.untilTold('caughtUp');
        expect(idsOf(resumed.events())).toEqual(expected.slice(after));
        await resumed.leave();
      }
      await watched.leave();
    });

    it('names, of a page in which nothing matches, its beginning: its prepare is 0 then', async () => {
      const from = await headOf(client());
      await append(client(), `${category()}-1`, 'any', proposals(200));
      const watched = follow({ prefixes: [`${category()}-`] }, from);
      await watched.untilTold('caughtUp');
      const places = checkpointsIn(watched).map(({ place }) => place);
      expect(places.length).toBeGreaterThanOrEqual(5);
      expect(places.slice(1).every(({ commit, prepare }) => commit > 0n && prepare === 0n)).toBe(true);
      await watched.leave();
    });
  });

  describe('a live subscription', () => {
    const dropped = { code: 10, type: dialect === 'eventstore' ? 'timeout' : 'unknown' };

    it('tells an append of 1,000 events whole, or is dropped for its slowness, and leaves no gap', async () => {
      const ours = category();
      const watched = follow({ prefixes: [`${ours}-`] }, await headOf(client()));
      await watched.untilTold('caughtUp');
      const events = proposals(1_000);
      await append(client(), `${ours}-1`, 'any', events);
      await watched.until(
        ({ events: seen, kinds }) => seen().length === events.length || kinds().includes('error'),
      );
      const seen = idsOf(watched.events());
      expect(seen).toEqual(idsOf(events).slice(0, seen.length));
      const failure = watched.told.find(({ kind }) => kind === 'error');
      if (failure !== undefined)
        expect(failure).toMatchObject({
          error: { ...dropped, message: expect.stringContaining('too slow') },
        });
      expect(watched.kinds()).not.toContain('fellBehind');
      await watched.leave();
    });
  });
};
