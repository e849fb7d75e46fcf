import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import type { FaultRule, LoopbackServer } from '../../../../support/eventstoredb/server/loopback-server.js';
import { eventually } from './eventually.js';
import { everythingOnce, serve, type Served } from './served-feed.js';

type SubscribeFault = Extract<FaultRule, { readonly on: 'subscribe' }>['fault'];

/** What a feed does with a real client and a server that misbehaves. */
export const followsThroughFaultsWith = (clients: Clients, current: () => LoopbackServer): void => {
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

  describe('whatever ends a subscription, nothing is lost and nothing comes twice', () => {
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

    it.each(faults)('$kind', async (fault) => {
      const { struck } = await server.observed();
      await striking(fault);
      await served.append('complaint-1', 20);
      await served.append('invoice-1', fault.kind.endsWith('checkpoints') ? 800 : 20);
      await served.append('complaint-2', 20);
      await served.append('invoice-1', fault.kind.endsWith('checkpoints') ? 800 : 20);
      const followed = served.follow();
      await followed.feed.caughtUp();
      await served.append('complaint-1', 20);
      await everythingOnce(served, followed);
      expect((await server.observed()).struck).toBe(struck + 1);
    });

    it('a subscription that falls silent when it is live', async () => {
      await striking({ kind: 'silent', afterEvents: 3 });
      await served.append('complaint-1', 2);
      const followed = served.follow();
      await followed.feed.caughtUp();
      await served.append('complaint-1', 2);
      await everythingOnce(served, followed);
      expect(followed.feed.health()).toMatchObject({ restarts: 1 });
    });

    it('a server that comes back on the same port', async () => {
      await served.append('complaint-1', 2);
      const followed = served.follow();
      await followed.feed.caughtUp();
      await server.down();
      await eventually('the feed is degraded', () => followed.feed.health().degraded);
      await server.up();
      await served.append('complaint-1', 2);
      await everythingOnce(served, followed);
      await eventually('the feed is well', () => !followed.feed.health().degraded);
    });

    it('a server that is frozen, within the bound of the watchdog', async () => {
      await served.append('complaint-1', 2);
      const followed = served.follow();
      await followed.feed.caughtUp();
      server.freeze();
      await eventually('it is found out', () => followed.feed.health().faultsInRow > 0, 3_000);
      server.thaw();
      await served.append('complaint-1', 2);
      await everythingOnce(served, followed);
    });

    it('a right that is taken away, and given again', async () => {
      await striking({ kind: 'access-denied' }, 2);
      await served.append('complaint-1', 2);
      const followed = served.follow();
      await expect(followed.feed.caughtUp()).rejects.toMatchObject({ code: 'store-denied' });
      expect(followed.feed.health().lastError?.code).toBe('store-denied');
      await everythingOnce(served, followed);
    });
  });

  describe('a handler that throws', () => {
    it('ends the feed and leaves no call open; the process goes on', async () => {
      await served.append('complaint-1', 5);
      const failing = new Error('no room for rows');
      const { feed, ids } = served.follow({ handle: () => Promise.reject(failing) });
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

  describe('no call stays open', () => {
    it('after a feed is closed, whatever it was doing', async () => {
      await served.append('complaint-1', 500);
      const opening = served.follow();
      await opening.feed.close();
      await noCallOpen();
      const catchingUp = served.follow({ tuning: { batch: 10 } });
      await eventually('something came', () => catchingUp.ids().length > 0);
      await catchingUp.feed.close();
      await noCallOpen();
      const live = served.follow();
      await live.feed.caughtUp();
      await live.feed.close();
      await noCallOpen();
    });

    it('of the subscriptions before the present one', async () => {
      await served.append('complaint-1', 20);
      for (let round = 0; round < 3; round += 1) {
        await striking({ kind: 'silent', afterEvents: 5 });
        await striking({ kind: 'end', afterEvents: 3 });
      }
      const followed = served.follow();
      await everythingOnce(served, followed);
      await followed.feed.caughtUp();
      await eventually(
        'one subscription is open',
        async () => (await server.observed()).open.subscription === 1,
      );
    });
  });
};
