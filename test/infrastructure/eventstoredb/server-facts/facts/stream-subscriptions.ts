import { describe, expect, it } from '@jest/globals';
import { append, idsOf, tombstone } from '../asking.js';
import type { Fixture } from '../fixture.js';
import { proposals } from '../proposals.js';
import { watch } from '../watching.js';
import type { Watched } from '../watching.js';

/** eventstoredb.md, 4.4 and 6: what a subscription to one stream tells. */
export const streamSubscriptionFacts = ({ client, stream }: Fixture): void => {
  const follow = (name: string, fromRevision: bigint | 'start' | 'end' = 'start'): Watched =>
    watch(() => client().subscribeToStream(name, { fromRevision }));

  describe('a subscription to a stream', () => {
    it('confirms, tells what there is, that it has caught up, and then what comes', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(2));
      const watched = follow(name);
      await watched.untilTold('caughtUp');
      await append(client(), name, 1n, proposals(1));
      await watched.untilEvents(3);
      expect(watched.kinds()).toEqual(['confirmation', 'event', 'event', 'caughtUp', 'event']);
      expect(watched.events().map(({ revision }) => revision)).toEqual([0n, 1n, 2n]);
      await watched.leave();
    });

    it('begins after the revision it is given, though it lie beyond the end', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(3));
      const [fromFirst, fromBeyond] = [follow(name, 0n), follow(name, 3n)];
      await Promise.all([fromFirst.untilTold('caughtUp'), fromBeyond.untilTold('caughtUp')]);
      await append(client(), name, 2n, proposals(2));
      await Promise.all([fromFirst.untilEvents(4), fromBeyond.untilEvents(1)]);
      expect(fromFirst.events().map(({ revision }) => revision)).toEqual([1n, 2n, 3n, 4n]);
      expect(fromBeyond.events().map(({ revision }) => revision)).toEqual([4n]);
      await Promise.all([fromFirst.leave(), fromBeyond.leave()]);
    });

    it('that is missing, from its end, has caught up at once', async () => {
      const name = stream();
      const watched = follow(name, 'end');
      await watched.untilTold('caughtUp');
      await append(client(), name, 'any', proposals(2));
      await watched.untilEvents(2);
      expect(watched.kinds()).toEqual(['confirmation', 'caughtUp', 'event', 'event']);
      await watched.leave();
    });

    it('that is missing, from its start, has caught up only after its first events', async () => {
      const name = stream();
      const watched = follow(name);
      await watched.untilTold('confirmation');
      await append(client(), name, 'any', proposals(3));
      await watched.untilTold('caughtUp');
      expect(watched.kinds()).toEqual(['confirmation', 'event', 'event', 'event', 'caughtUp']);
      await watched.leave();
    });

    it('tells a tombstone as an event, and then fails', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(1));
      const watched = follow(name);
      await watched.untilTold('caughtUp');
      await tombstone(client(), name);
      await watched.untilTold('error');
      expect(watched.events().map(({ type }) => type)).toEqual(['noted', '$streamDeleted']);
      expect(watched.told.at(-1)).toMatchObject({ error: { type: 'stream-deleted', code: 9 } });
      await watched.leave();
    });

    it('that has a tombstone already fails without a confirmation', async () => {
      const name = stream();
      await tombstone(client(), name);
      const watched = follow(name);
      await watched.untilTold('error');
      expect(watched.told).toMatchObject([{ kind: 'error', error: { type: 'stream-deleted' } }]);
      await watched.leave();
    });

    it('ends and closes when it is left', async () => {
      const name = stream();
      await append(client(), name, 'no_stream', proposals(1));
      const watched = follow(name);
      await watched.untilTold('caughtUp');
      await watched.leave();
      await watched.untilTold('close');
      expect(watched.kinds().slice(-2)).toEqual(['end', 'close']);
    });

    it('tells a hundred events of one append whole, in their order', async () => {
      const name = stream();
      const events = proposals(100);
      const watched = follow(name);
      await watched.untilTold('confirmation');
      await append(client(), name, 'no_stream', events);
      await watched.untilEvents(100);
      expect(idsOf(watched.events())).toEqual(idsOf(events));
      await watched.leave();
    });
  });
};
