import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import { eventually } from './eventually.js';
import { everythingOnce, serve, type Served } from './served-feed.js';

/** What a feed does with a real client and a server that behaves, on a part of its log that no other test uses. */
export const readsTheLogWith = (clients: Clients, connectionString: () => string): void => {
  let served: Served;
  beforeEach(() => {
    served = serve(connectionString(), clients);
  });
  afterEach(() => served.stop());

  describe('a feed through a real client', () => {
    it('a feed gives history, is caught up, and gives news, without the events of others', async () => {
      await served.append('complaint-1', 300);
      await served.append('invoice-1', 10);
      await served.append('complaint-2', 3);
      const subscribed = served.subscribe();
      await subscribed.feed.caughtUp();
      expect(subscribed.ids()).toEqual(served.appended());
      expect(subscribed.feed.health()).toMatchObject({ state: 'live', lagSeconds: 0, lastError: undefined });
      const position = await served.append('complaint-1', 2);
      await subscribed.feed.reached(position);
      expect(subscribed.ids()).toEqual(served.appended());
      expect(subscribed.batches.at(-1)).toMatchObject({ position, caughtUp: true });
    });

    it('a feed resumed after any position that it gave loses nothing and repeats nothing', async () => {
      await served.append('complaint-1', 30);
      await served.append('complaint-2', 30);
      const first = served.subscribe({ tuning: { batch: 7 } });
      await first.feed.caughtUp();
      for (const { position } of first.batches) {
        const before = first.batches
          .filter((batch) => batch.position <= position)
          .flatMap(({ events }) => events);
        const rest = served.subscribe({ after: position });
        await rest.feed.caughtUp();
        expect([...before.map(({ id }) => id), ...rest.ids()]).toEqual(served.appended());
      }
    });

    it('a feed that is live is caught up again only with what another client has stored before the call', async () => {
      await served.append('complaint-1');
      const subscribed = served.follow();
      await subscribed.feed.ready();
      for (let round = 0; round < 12; round += 1) {
        if (round % 3 === 0) await served.append('invoice-1', 100);
        await served.append(`complaint-${String(round % 5)}`, 1 + (round % 4) * 40);
        if (round % 2 === 0) await served.append('invoice-2', 3);
        const appended = [...served.appended()];
        await subscribed.feed.caughtUp();
        expect(subscribed.ids()).toEqual(appended);
      }
      await subscribed.feed.caughtUp();
    });

    it('a feed passes events of others by checkpoints', async () => {
      await served.append('complaint-1');
      for (let round = 0; round < 3; round += 1) await served.append('invoice-1', 900);
      const { feed, batches } = served.subscribe();
      await feed.caughtUp();
      expect(batches.at(-1)?.position).toBe(feed.health().position);
      expect(feed.health().position).not.toBe(
        batches.find(({ events }) => events.length > 0)?.events.at(-1)?.position,
      );
    });
  });

  describe('a live consumer that cannot keep up', () => {
    it('a live feed that cannot keep up with appends of 1,000 events subscribes again without a fault', async () => {
      await served.append('complaint-1');
      // A busy server takes a second to look through its log for what is ours: it is not silent then.
      const subscribed = served.subscribe({ tuning: { silence: 60_000 } });
      await subscribed.feed.caughtUp();
      for (let round = 0; round < 3; round += 1) {
        await served.append(`complaint-${String(round)}`, 1_000);
        await everythingOnce(served, subscribed);
      }
      expect(subscribed.feed.health()).toMatchObject({
        faultsInRow: 0,
        degraded: false,
        lastError: undefined,
      });
      expect(subscribed.feed.health().restarts).toBeGreaterThan(0);
    });
  });

  describe('a crash right after a checkpoint, with a slow handler (fact 0.11)', () => {
    it('a feed resumed after a crash behind a checkpoint loses nothing', async () => {
      for (let round = 0; round < 4; round += 1) {
        await served.append('invoice-1', 990);
        await served.append('complaint-1', 20);
      }
      let letGo: () => void = () => undefined;
      const isGone = new Promise<void>((resolve) => (letGo = resolve));
      const crashed = served.subscribe({
        tuning: { batch: 4 },
        handle: ({ events }) =>
          events.length === 0 || served.appended().indexOf(events[0]?.id ?? '') < 30
            ? Promise.resolve()
            : isGone,
      });
      await eventually('a batch is under way', () => crashed.ids().length >= 28);
      const stored = crashed.feed.health().position;
      const kept = crashed.ids();
      const after = served.subscribe({ ...(stored !== undefined && { after: stored }) });
      await after.feed.caughtUp();
      expect([...kept, ...after.ids()]).toEqual(served.appended());
      letGo();
    });
  });
};
