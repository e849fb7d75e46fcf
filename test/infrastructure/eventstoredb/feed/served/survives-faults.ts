import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import type { FaultRule, LoopbackServer } from '../../../../support/eventstoredb/server/loopback-server.js';
import { eventually } from './eventually.js';
import { everythingOnce, serve, type Served } from './served-feed.js';

type SubscribeFault = Extract<FaultRule, { readonly on: 'subscribe' }>['fault'];

/** What a feed does with a real client and a server that misbehaves. */
export const survivesFaultsWith = (clients: Clients, current: () => LoopbackServer): void => {
  let server: LoopbackServer;
  let served: Served;
  beforeEach(() => {
    server = current();
    served = serve(server.connectionString, clients);
  });
  afterEach(async () => {
    await served.stop();
    await server.clearFaults();
  });

  const striking = (fault: SubscribeFault, times = 1) => server.fault({ on: 'subscribe', fault, times });

  describe('faults of a subscription', () => {
    const faults: readonly SubscribeFault[] = [
      { kind: 'end', afterEvents: 5 },
      { kind: 'reset-later', afterEvents: 5 },
      { kind: 'silent', afterEvents: 5 },
      { kind: 'silent', afterEvents: 0 },
      { kind: 'slow-consumer', afterEvents: 5 },
      { kind: 'repeat-event', afterEvents: 5 },
      { kind: 'repeat-checkpoints' },
      { kind: 'old-checkpoints' },
      { kind: 'no-caught-up' },
      { kind: 'no-reply' },
      { kind: 'reset' },
      { kind: 'not-ready' },
      { kind: 'busy' },
    ];

    it.each(faults)(
      'a subscription with the fault $kind loses nothing and repeats nothing',
      async (fault) => {
        const { struck } = await server.observed();
        await striking(fault);
        await served.append('complaint-1', 20);
        await served.append('invoice-1', fault.kind.endsWith('checkpoints') ? 800 : 20);
        await served.append('complaint-2', 20);
        await served.append('invoice-1', fault.kind.endsWith('checkpoints') ? 800 : 20);
        const subscribed = served.subscribe();
        await subscribed.feed.caughtUp();
        await served.append('complaint-1', 20);
        await everythingOnce(served, subscribed);
        expect((await server.observed()).struck).toBe(struck + 1);
      },
    );

    it('a live subscription that falls silent is replaced once, and nothing is lost', async () => {
      await striking({ kind: 'silent', afterEvents: 3 });
      await served.append('complaint-1', 2);
      const subscribed = served.subscribe();
      await subscribed.feed.caughtUp();
      await served.append('complaint-1', 2);
      await everythingOnce(served, subscribed);
      expect(subscribed.feed.health()).toMatchObject({ restarts: 1 });
    });

    it('a feed degraded by a server that is down recovers when it comes back', async () => {
      await served.append('complaint-1', 2);
      const subscribed = served.subscribe();
      await subscribed.feed.caughtUp();
      await server.down();
      await eventually('the feed is degraded', () => subscribed.feed.health().degraded);
      await server.up();
      await served.append('complaint-1', 2);
      await everythingOnce(served, subscribed);
      await eventually('the feed recovered', () => !subscribed.feed.health().degraded);
    });

    it('a frozen server is found within the bound of the watchdog, and nothing is lost', async () => {
      await served.append('complaint-1', 2);
      const subscribed = served.subscribe();
      await subscribed.feed.caughtUp();
      server.freeze();
      await eventually('the fault is found', () => subscribed.feed.health().faultsInRow > 0);
      server.thaw();
      await served.append('complaint-1', 2);
      await everythingOnce(served, subscribed);
    });

    it('a feed whose access was denied for a while loses nothing', async () => {
      await striking({ kind: 'access-denied' }, 2);
      await served.append('complaint-1', 2);
      const subscribed = served.subscribe();
      await expect(subscribed.feed.caughtUp()).rejects.toMatchObject({ code: 'store-denied' });
      expect(subscribed.feed.health().lastError?.code).toBe('store-denied');
      await everythingOnce(served, subscribed);
    });
  });

  describe('a handler that throws', () => {
    it('a handler that throws ends its feed and leaves no call open', async () => {
      await served.append('complaint-1', 5);
      const failing = new Error('no room for rows');
      const { feed, ids } = served.subscribe({ handle: () => Promise.reject(failing) });
      await expect(feed.caughtUp()).rejects.toBe(failing);
      expect(ids()).toEqual([]);
      expect(feed.health().state).toBe('failed');
      await noCallOpen();
    });
  });

  const noCallOpen = (): Promise<void> =>
    eventually('no call is open', async () => {
      const { open } = await server.observed();
      return open.subscription === 0 && open.read === 0;
    });

  describe('open calls', () => {
    it('a feed closed while opening, catching up or live leaves no call open', async () => {
      await served.append('complaint-1', 500);
      const opening = served.subscribe();
      await opening.feed.close();
      await noCallOpen();
      const catchingUp = served.subscribe({ tuning: { batch: 10 } });
      await eventually('some events arrived', () => catchingUp.ids().length > 0);
      await catchingUp.feed.close();
      await noCallOpen();
      const live = served.subscribe();
      await live.feed.caughtUp();
      await live.feed.close();
      await noCallOpen();
    });

    it('replaced subscriptions leave no call open', async () => {
      await served.append('complaint-1', 20);
      for (let round = 0; round < 3; round += 1) {
        await striking({ kind: 'silent', afterEvents: 5 });
        await striking({ kind: 'end', afterEvents: 3 });
      }
      const subscribed = served.subscribe();
      await everythingOnce(served, subscribed);
      await subscribed.feed.caughtUp();
      await eventually(
        'one subscription is open',
        async () => (await server.observed()).open.subscription === 1,
      );
    });
  });
};
