import { describe, expect, it } from '@jest/globals';
import { positionAt, recordAt } from './scripted/records.js';
import { followLive, followScript } from './scripted/follow-script.js';

const foreignAt = (commit: number) => recordAt(commit, { streamId: 'invoice-1' });
const foreign = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => foreignAt(first + count - 1 - n));

describe('a silent subscription (fact 0.5) is found out', () => {
  it('where the store has an event of ours that it did not bring, and it said nothing for a minute', async () => {
    const { feed, timers, subscriptions, setEnd } = await followLive();
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

  it('not while the handler takes its time: then it is for us to go on', async () => {
    const { last, feed, timers, subscriptions, setEnd, hold } = await followLive({ tuning: { batch: 1 } });
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

  it('not where all that the store has was seen, however long it is silent', async () => {
    const { last, feed, timers, subscriptions, setEnd, looks } = await followLive();
    last().give(recordAt(1));
    setEnd([recordAt(9, { type: '$metadata' }), recordAt(1)]);
    await timers.pass(3_600_000);
    expect(subscriptions).toHaveLength(1);
    expect(looks()).toBe(120);
    await feed.close();
  });

  it('and where only others wrote, and so much that nobody can tell, at most once in five minutes', async () => {
    const { last, feed, timers, subscriptions, setEnd, passed } = await followLive();
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

  it('not while checkpoints come', async () => {
    const { last, feed, timers, subscriptions, setEnd } = await followLive();
    for (let minute = 1; minute <= 20; minute += 1) {
      last().checkpoint(minute * 1_000);
      setEnd(foreign(minute * 1_000 + 500, 64));
      await timers.pass(50_000);
    }
    expect(subscriptions).toHaveLength(1);
    await feed.close();
  });
});

describe('a connection that never answers is given up', () => {
  it('where the subscription is not confirmed within a minute', async () => {
    const { feed, timers, subscriptions, givenUp, looks } = await followScript();
    expect(feed.health().state).toBe('connecting');
    await timers.pass(60_000 + 2_000 + 100);
    expect(subscriptions).toHaveLength(2);
    expect(looks()).toBe(0);
    await timers.pass(2 * 65_000);
    expect(givenUp()).toBe(1);
    expect(feed.health().degraded).toBe(true);
    await feed.close();
  });

  it('where looks at the end are not answered in time either, and no call of them stays open', async () => {
    const { feed, timers, subscriptions, setEnd, openReads } = await followLive();
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

  it('but not for one look that fails', async () => {
    const { feed, timers, subscriptions, setEnd } = await followLive();
    await timers.pass(50_000);
    setEnd(new Error('not ready'));
    await timers.pass(30_000);
    setEnd([]);
    await timers.pass(300_000);
    expect(subscriptions).toHaveLength(1);
    await feed.close();
  });
});

describe('how far a feed is behind', () => {
  it('is not known before the end was looked at', async () => {
    const { feed } = await followScript();
    expect(feed.health()).toMatchObject({ state: 'connecting', lagBytes: null, lagSeconds: null });
    await feed.close();
  });

  it('is bytes of the log, and seconds since nothing was missing', async () => {
    const { last, feed, timers, setEnd } = await followLive();
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

  it('grows while there is no subscription', async () => {
    const { last, feed, timers, setOpening } = await followLive();
    last().give(recordAt(1));
    await timers.settle();
    setOpening((subscription) => subscription.fail(new Error('down')));
    last().fail(new Error('down'));
    await timers.pass(8_000);
    expect(feed.health()).toMatchObject({ lagSeconds: 8, degraded: true });
    await feed.close();
  });

  it('is looked at every few seconds while history is caught up with', async () => {
    const { last, feed, timers, setEnd } = await followScript();
    last().confirm();
    last().give(recordAt(1_000));
    setEnd([recordAt(9_000)]);
    await timers.pass(2_000);
    expect(feed.health()).toMatchObject({ state: 'catching-up', lagBytes: 8_000, lagSeconds: null });
    await feed.close();
  });
});
