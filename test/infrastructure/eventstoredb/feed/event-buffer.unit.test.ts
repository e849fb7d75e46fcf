import { describe, expect, it } from '@jest/globals';
import { positionAt, recordAt } from './scripted/records.js';
import { liveFeed, scriptedFeed } from './scripted/scripted-feed.js';

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => recordAt(first + n));

describe('a checkpoint (fact 0.11)', () => {
  it('a checkpoint is not passed while earlier events are in the client’s stream', async () => {
    const { last, feed, timers, hold, passed, handled } = await liveFeed({ tuning: { batch: 10 } });
    hold(true);
    last().give(recordAt(1));
    await timers.settle();
    last().give(...from(2, 20));
    last().checkpoint(900);
    await timers.pass(1_000);
    expect(last().buffered()).toBe(10);
    expect(passed()).toBeUndefined();
    // As if the process ended here: what follows begins where everything was handled.
    hold(false);
    await timers.pass(1_000);
    expect(handled()).toEqual(from(1, 21).map((_, n) => n + 1));
    expect(passed()).toBe(900);
    await feed.close();
  });

  it('a checkpoint is not passed while an event is on its way from the client’s stream to the feed', async () => {
    const { last, feed, timers, batches } = await liveFeed();
    last().give(recordAt(1));
    // Later than the stream's own turn, and before the event has come: in each of the turns between.
    process.nextTick(() => {
      for (let turns = 0; turns < 6; turns += 1) {
        const later = (rest: number): Promise<void> =>
          Promise.resolve().then(() => (rest === 0 ? last().checkpoint(100 + turns) : later(rest - 1)));
        void later(turns);
      }
    });
    await timers.settle();
    expect(batches.flatMap(({ events }) => events)).toHaveLength(1);
    expect(batches[0]?.events).toHaveLength(1);
    expect(feed.health().position).toBe(positionAt(105));
    await feed.close();
  });

  it('a checkpoint without events is a batch without events', async () => {
    const { last, feed, timers, batches, passed } = await liveFeed();
    last().checkpoint(1_000);
    await timers.settle();
    expect(batches).toEqual([{ events: [], position: positionAt(1_000), caughtUp: true }]);
    expect(passed()).toBe(1_000);
    await feed.close();
  });

  it('a checkpoint before the last handled event is no batch', async () => {
    const { last, feed, timers, hold, batches, passed } = await liveFeed({ tuning: { batch: 1 } });
    hold(true);
    last().give(recordAt(1), recordAt(2), recordAt(3));
    last().checkpoint(2);
    await timers.settle();
    hold(false);
    await timers.settle();
    expect(batches.map(({ events }) => events.length)).toEqual([1, 1, 1]);
    expect(passed()).toBe(3);
    await feed.close();
  });

  it('repeated and old checkpoints change nothing: the position never goes back', async () => {
    const { last, feed, timers, batches, passed } = await liveFeed();
    for (const commit of [50, 50, 20, 50]) last().checkpoint(commit);
    await timers.settle();
    last().give(recordAt(60));
    await timers.settle();
    for (const commit of [50, 60, 59]) last().checkpoint(commit);
    await timers.settle();
    expect(batches.map(({ position }) => position)).toEqual([positionAt(50), positionAt(60)]);
    expect(passed()).toBe(60);
    await feed.close();
  });

  it('a checkpoint is dropped with its subscription if that ends before the earlier events arrived', async () => {
    const { last, feed, timers, hold, subscriptions, passed } = await liveFeed({ tuning: { batch: 1 } });
    hold(true);
    last().give(recordAt(1), recordAt(2), recordAt(3));
    last().checkpoint(900);
    await timers.settle();
    last().fail(Object.assign(new Error('reset'), { type: 'unavailable' }));
    await timers.settle();
    hold(false);
    await timers.pass(100);
    expect(subscriptions).toHaveLength(2);
    expect(last().from).not.toEqual(subscriptions[0]?.from);
    expect(passed()).toBeLessThan(3);
    await feed.close();
  });
});

describe('listeners of the client (fact 0.6)', () => {
  it('a checkpoint of a failed or closed feed does not throw, which would stall the client', async () => {
    const { last, feed, timers } = await scriptedFeed({ failing: new Error('no room') });
    const { filter, give, confirm } = last();
    confirm();
    give(recordAt(1));
    await timers.pass(50);
    expect(feed.health().state).toBe('failed');
    await expect(filter.checkpointReached(undefined, { commit: 9n, prepare: 9n })).resolves.toBeUndefined();
    await feed.close();
    await expect(filter.checkpointReached(undefined, { commit: 10n, prepare: 10n })).resolves.toBeUndefined();
  });
});

describe('the end of the log', () => {
  it('a feed is not caught up while earlier events wait or are handled', async () => {
    const { last, feed, timers, hold } = await scriptedFeed({ tuning: { batch: 10 } });
    let isCaughtUp = false;
    const caughtUp = feed.caughtUp().then(() => (isCaughtUp = true));
    hold(true);
    last().confirm();
    last().give(...from(1, 25));
    last().caughtUp();
    await timers.pass(100);
    expect(isCaughtUp).toBe(false);
    expect(feed.health().state).toBe('catching-up');
    hold(false);
    await timers.pass(100);
    await caughtUp;
    expect(feed.health().position).toBe(positionAt(25));
    await feed.close();
  });

  it('a feed of a log without events of ours is caught up without a batch', async () => {
    const { feed, batches } = await liveFeed();
    await feed.caughtUp();
    expect(batches).toEqual([]);
    expect(feed.health()).toMatchObject({ state: 'live', position: undefined });
    await feed.close();
  });

  it('a feed of a server that never says caughtUp (before 23.10) is caught up by a probe of the end', async () => {
    const { last, feed, timers, setEnd } = await scriptedFeed();
    setEnd([recordAt(2), recordAt(1)]);
    last().confirm();
    last().give(recordAt(1));
    await timers.pass(2_000);
    expect(feed.health().state).toBe('catching-up');
    last().give(recordAt(2));
    await timers.pass(2_000);
    await feed.caughtUp();
    expect(feed.health()).toMatchObject({ state: 'live', lagBytes: 0, lagSeconds: 0 });
    await feed.close();
  });
});
