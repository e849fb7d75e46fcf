import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import { eventually } from './eventually.js';
import { everythingOnce, serve, type Served } from './served-feed.js';

/** What a feed does with a real client and a server that behaves, on a part of its log that nobody else uses. */
export const followsTheLogWith = (clients: Clients, connectionString: () => string): void => {
  let served: Served;
  beforeEach(() => {
    served = serve(connectionString(), clients);
  });
  afterEach(() => served.stop());

  describe('history and news by one path', () => {
    it('gives what was there, says that it met the end, and gives what comes; others are left out', async () => {
      await served.append('complaint-1', 300);
      await served.append('invoice-1', 10);
      await served.append('complaint-2', 3);
      const followed = served.follow();
      await followed.feed.caughtUp();
      expect(followed.ids()).toEqual(served.appended());
      expect(followed.feed.health()).toMatchObject({ state: 'live', lagSeconds: 0, lastError: undefined });
      const position = await served.append('complaint-1', 2);
      await followed.feed.reached(position);
      expect(followed.ids()).toEqual(served.appended());
      expect(followed.batches.at(-1)).toMatchObject({ position, caughtUp: true });
    });

    it('begins after any position that it has given, with nothing lost and nothing twice', async () => {
      await served.append('complaint-1', 30);
      await served.append('complaint-2', 30);
      const first = served.follow({ tuning: { batch: 7 } });
      await first.feed.caughtUp();
      for (const { position } of first.batches) {
        const before = first.batches
          .filter((batch) => batch.position <= position)
          .flatMap(({ events }) => events);
        const rest = served.follow({ after: position });
        await rest.feed.caughtUp();
        expect([...before.map(({ id }) => id), ...rest.ids()]).toEqual(served.appended());
      }
    });

    it('passes over what is not ours by checkpoints', async () => {
      await served.append('complaint-1');
      for (let round = 0; round < 3; round += 1) await served.append('invoice-1', 900);
      const { feed, batches } = served.follow();
      await feed.caughtUp();
      expect(batches.at(-1)?.position).toBe(feed.health().position);
      expect(feed.health().position).not.toBe(
        batches.find(({ events }) => events.length > 0)?.events.at(-1)?.position,
      );
    });
  });

  describe('a live consumer that cannot keep up', () => {
    it('is let go under appends of 1,000 events, begins again, and that is no fault', async () => {
      await served.append('complaint-1');
      // A busy server takes a second to look through its log for what is ours: it is not silent then.
      const followed = served.follow({ tuning: { silence: 60_000 } });
      await followed.feed.caughtUp();
      for (let round = 0; round < 3; round += 1) {
        await served.append(`complaint-${String(round)}`, 1_000);
        await everythingOnce(served, followed);
      }
      expect(followed.feed.health()).toMatchObject({ faultsInRow: 0, degraded: false, lastError: undefined });
      expect(followed.feed.health().restarts).toBeGreaterThan(0);
    });
  });

  describe('a crash right after a checkpoint, with a slow handler (fact 0.11)', () => {
    it('loses nothing: what follows begins where everything was handled', async () => {
      for (let round = 0; round < 4; round += 1) {
        await served.append('invoice-1', 990);
        await served.append('complaint-1', 20);
      }
      let letGo: () => void = () => undefined;
      const isGone = new Promise<void>((resolve) => (letGo = resolve));
      const crashed = served.follow({
        tuning: { batch: 4 },
        handle: ({ events }) =>
          events.length === 0 || served.appended().indexOf(events[0]?.id ?? '') < 30
            ? Promise.resolve()
            : isGone,
      });
      await eventually('a batch is under way', () => crashed.ids().length >= 28);
      const stored = crashed.feed.health().position;
      const kept = crashed.ids();
      const after = served.follow({ ...(stored !== undefined && { after: stored }) });
      await after.feed.caughtUp();
      expect([...kept, ...after.ids()]).toEqual(served.appended());
      letGo();
    });
  });
};
