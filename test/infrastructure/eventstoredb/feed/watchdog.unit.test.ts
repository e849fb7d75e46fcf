import { describe, expect, it } from '@jest/globals';
import { positionAt, recordAt } from './scripted/records.js';
import { liveFeed, scriptedFeed } from './scripted/scripted-feed.js';

const foreignAt = (commit: number) => recordAt(commit, { streamId: 'invoice-1' });
const foreign = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => foreignAt(first + count - 1 - n));

describe('a silent subscription (fact 0.5)', () => {
  it('a subscription silent for a minute is replaced if the store has an event of ours that it did not give', async () => {
    const { feed, timers, subscriptions, setEnd } = await liveFeed();
    setEnd([recordAt(5)]);
    await timers.pass(61_999);
    expect(subscriptions).toHaveLength(1);
    await timers.pass(1 + 100);
    expect(subscriptions).toHaveLength(2);
    expect(subscriptions[0]?.isLeft()).toBe(true);
    expect(feed.health()).toMatchObject({ faultsInRow: 1, restarts: 1 });
    expect(feed.health().lastError).toEqual({
      code: 'store-unavailable',
      message: 'subscription-incomplete',
    });
    await feed.close();
  });

  it('a subscription is not replaced while the handler is busy', async () => {
    const { last, feed, timers, subscriptions, setEnd, hold } = await liveFeed({ tuning: { batch: 1 } });
    hold(true);
    last().give(recordAt(1), recordAt(2), recordAt(3));
    setEnd([recordAt(3)]);
    await timers.pass(600_000);
    hold(false);
    await timers.pass(1_000);
    expect(subscriptions).toHaveLength(1);
    expect(feed.health()).toMatchObject({ state: 'live', position: positionAt(3) });
    await feed.close();
  });

  it('a subscription that saw everything is not replaced, however long it is silent', async () => {
    const { last, feed, timers, subscriptions, setEnd, probes } = await liveFeed();
    last().give(recordAt(1));
    setEnd([recordAt(9, { type: '$metadata' }), recordAt(1)]);
    await timers.pass(3_600_000);
    expect(subscriptions).toHaveLength(1);
    expect(probes()).toBe(120);
    await feed.close();
  });

  it('a silent subscription behind much of others is renewed at most once in five minutes', async () => {
    const { last, feed, timers, subscriptions, setEnd, passed } = await liveFeed();
    last().give(recordAt(1));
    setEnd(foreign(100, 64));
    await timers.pass(299_000);
    expect(subscriptions).toHaveLength(1);
    await timers.pass(3_600_000 - 299_000);
    expect(subscriptions.length).toBeGreaterThan(2);
    expect(subscriptions.length).toBeLessThanOrEqual(1 + 12);
    expect(feed.health()).toMatchObject({ faultsInRow: 0, state: 'live' });
    expect(passed()).toBe(1);
    await feed.close();
  });

  it('a subscription of a client that was discarded is begun anew with the one in use, though nothing ended it', async () => {
    const { last, feed, timers, subscriptions, setEnd, setInUse, handled } = await liveFeed();
    setEnd([recordAt(5)]);
    setInUse(false);
    await timers.pass(1_999);
    expect(subscriptions).toHaveLength(1);
    const [left] = subscriptions;
    await timers.pass(1);
    setInUse(true);
    await timers.pass(100);
    expect(subscriptions).toHaveLength(2);
    expect(left?.isLeft()).toBe(true);
    last().give(recordAt(5));
    await timers.pass(100);
    expect(handled()).toEqual([5]);
    expect(feed.health()).toMatchObject({ faultsInRow: 0, restarts: 1 });
    await feed.close();
  });

  it('a subscription that gives checkpoints is not renewed', async () => {
    const { last, feed, timers, subscriptions, setEnd } = await liveFeed();
    for (let minute = 1; minute <= 20; minute += 1) {
      last().checkpoint(minute * 1_000);
      setEnd(foreign(minute * 1_000 + 500, 64));
      await timers.pass(50_000);
    }
    expect(subscriptions).toHaveLength(1);
    await feed.close();
  });
});

describe('a connection that never answers', () => {
  it('a subscription that is not confirmed within a minute is dropped', async () => {
    const { feed, timers, subscriptions, discards, probes } = await scriptedFeed();
    expect(feed.health().state).toBe('connecting');
    await timers.pass(60_000 + 2_000 + 100);
    expect(subscriptions).toHaveLength(2);
    expect(probes()).toBe(0);
    await timers.pass(2 * 65_000);
    expect(discards()).toBe(1);
    expect(feed.health().degraded).toBe(true);
    await feed.close();
  });

  it('a silent subscription whose probes are not answered is dropped, and no probe stays open', async () => {
    const { feed, timers, subscriptions, setEnd, openReads } = await liveFeed();
    setEnd('silence');
    await timers.pass(2_000 + 4_999);
    expect(openReads()).toBe(1);
    await timers.pass(1);
    expect(openReads()).toBe(0);
    await timers.pass(2 * 35_000 + 100);
    expect(subscriptions).toHaveLength(2);
    expect(feed.health().faultsInRow).toBe(1);
    await feed.close();
  });

  it('one failed probe drops no subscription', async () => {
    const { feed, timers, subscriptions, setEnd } = await liveFeed();
    await timers.pass(50_000);
    setEnd(new Error('not ready'));
    await timers.pass(30_000);
    setEnd([]);
    await timers.pass(300_000);
    expect(subscriptions).toHaveLength(1);
    await feed.close();
  });
});

describe('the lag of a feed', () => {
  it('the lag is null before the end was probed', async () => {
    const { feed } = await scriptedFeed();
    expect(feed.health()).toMatchObject({ state: 'connecting', lagBytes: null, lagSeconds: null });
    await feed.close();
  });

  it('the lag is bytes of the log, and seconds since nothing was missing', async () => {
    const { last, feed, timers, setEnd } = await liveFeed();
    last().give(recordAt(1_000));
    await timers.settle();
    expect(feed.health()).toMatchObject({ lagBytes: 0, lagSeconds: 0 });
    setEnd([recordAt(1_000)]);
    await timers.pass(32_000);
    setEnd([recordAt(5_500), recordAt(1_000)]);
    await timers.pass(29_000);
    expect(feed.health()).toMatchObject({ lagBytes: 0, lagSeconds: 0 });
    await timers.pass(11_000);
    expect(feed.health()).toMatchObject({ lagBytes: 4_500, lagSeconds: 40, state: 'live' });
    last().give(recordAt(5_500));
    await timers.settle();
    expect(feed.health()).toMatchObject({ lagBytes: 0, lagSeconds: 0 });
    await feed.close();
  });

  it('lagBytes is null while the server is away or does not answer probes, and a number once it is back', async () => {
    const { last, feed, timers, setEnd, setOpening } = await liveFeed();
    last().give(recordAt(1_000));
    await timers.settle();
    expect(feed.health().lagBytes).toBe(0);
    setEnd(new Error('not ready'));
    await timers.pass(30_000);
    expect(feed.health().lagBytes).toBeNull();
    setEnd([recordAt(1_000)]);
    await timers.pass(30_000);
    expect(feed.health().lagBytes).toBe(0);
    setOpening((subscription) => subscription.fail(new Error('down')));
    last().fail(new Error('down'));
    await timers.pass(70_000);
    expect(feed.health()).toMatchObject({ lagBytes: null, state: 'waiting' });
    setOpening((subscription) => {
      subscription.confirm();
      subscription.caughtUp();
    });
    await timers.pass(10_000 + 2_000);
    expect(feed.health()).toMatchObject({ lagBytes: 0, state: 'live' });
    await feed.close();
  });

  it('lagSeconds grows while there is no subscription', async () => {
    const { last, feed, timers, setOpening } = await liveFeed();
    last().give(recordAt(1));
    await timers.settle();
    setOpening((subscription) => subscription.fail(new Error('down')));
    last().fail(new Error('down'));
    await timers.pass(8_000);
    expect(feed.health()).toMatchObject({ lagSeconds: 8, degraded: true });
    await feed.close();
  });

  it('the lag is probed every two seconds while the feed catches up', async () => {
    const { last, feed, timers, setEnd } = await scriptedFeed();
    last().confirm();
    last().give(recordAt(1_000));
    setEnd([recordAt(9_000)]);
    await timers.pass(2_000);
    expect(feed.health()).toMatchObject({ state: 'catching-up', lagBytes: 8_000, lagSeconds: null });
    await feed.close();
  });
});
