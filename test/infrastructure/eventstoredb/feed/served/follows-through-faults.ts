import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clients } from '../../../../support/eventstoredb/clients.js';
import {
  startLoopbackServer,
  type FaultRule,
  type LoopbackServer,
} from '../../../../support/eventstoredb/server/loopback-server.js';
import { eventually } from './eventually.js';
import { serve, type Served } from './served-feed.js';

type SubscribeFault = Extract<FaultRule, { readonly on: 'subscribe' }>['fault'];

/** What a feed does with a real client and a server that misbehaves. */
export const followsThroughFaultsWith = (clients: Clients): void => {
  let server: LoopbackServer;
  let served: Served;
  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    served = serve(server, clients);
  });
  afterEach(() => served.stop());

  const striking = (fault: SubscribeFault, times = 1) => server.fault({ on: 'subscribe', fault, times });

  const everythingOnce = async ({ ids }: { readonly ids: () => readonly string[] }): Promise<void> => {
    await eventually('everything is handled', () => ids().length >= served.appended().length);
    expect(ids()).toEqual(served.appended());
  };

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
      await everythingOnce(followed);
      expect((await server.observed()).struck).toBe(struck + 1);
    });

    it('a subscription that falls silent when it is live', async () => {
      await striking({ kind: 'silent', afterEvents: 3 });
      await served.append('complaint-1', 2);
      const followed = served.follow();
      await followed.feed.caughtUp();
      await served.append('complaint-1', 2);
      await everythingOnce(followed);
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
      await everythingOnce(followed);
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
      await everythingOnce(followed);
    });

    it('a right that is taken away, and given again', async () => {
      await striking({ kind: 'access-denied' }, 2);
      await served.append('complaint-1', 2);
      const followed = served.follow();
      await expect(followed.feed.caughtUp()).rejects.toMatchObject({ code: 'store-denied' });
      expect(followed.feed.health().lastError?.code).toBe('store-denied');
      await everythingOnce(followed);
    });
  });

  describe('a live consumer that cannot keep up', () => {
    it('is let go under appends of 1,000 events, begins again, and that is no fault', async () => {
      await served.append('complaint-1');
      const followed = served.follow();
      await followed.feed.caughtUp();
      for (let round = 0; round < 3; round += 1) {
        await served.append(`complaint-${String(round)}`, 1_000);
        await everythingOnce(followed);
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
      await everythingOnce(followed);
      await followed.feed.caughtUp();
      await eventually(
        'one subscription is open',
        async () => (await server.observed()).open.subscription === 1,
      );
    });
  });
};
