import { describe, expect, it } from '@jest/globals';
import { positionAt, recordAt } from './scripted/records.js';
import { followLive, followScript } from './scripted/follow-script.js';

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => recordAt(first + n));

describe('a checkpoint never runs ahead of what was handled (fact 0.11)', () => {
  it('waits while earlier events are in the buffer of the client', async () => {
    const { last, feed, timers, hold, passed, handled } = await followLive({ tuning: { batch: 10 } });
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

  it('waits while an event is on its way from the buffer to the feed', async () => {
    const { last, feed, timers, batches } = await followLive();
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

  it('is a batch without events where nothing else comes', async () => {
    const { last, feed, timers, batches, passed } = await followLive();
    last().checkpoint(1_000);
    await timers.settle();
    expect(batches).toEqual([{ events: [], position: positionAt(1_000), caughtUp: true }]);
    expect(passed()).toBe(1_000);
    await feed.close();
  });

  it('is no batch where an event beyond it was handled by then', async () => {
    const { last, feed, timers, hold, batches, passed } = await followLive({ tuning: { batch: 1 } });
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

  it('goes never back: repeated and old checkpoints change nothing', async () => {
    const { last, feed, timers, batches, passed } = await followLive();
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

  it('is forgotten with a subscription that ends before the events that it was ahead of came', async () => {
    const { last, feed, timers, hold, subscriptions, passed } = await followLive({ tuning: { batch: 1 } });
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

describe('what the client calls never throws: it would stall for good (fact 0.6)', () => {
  it('a checkpoint is taken in whatever state the feed is', async () => {
    const { last, feed, timers } = await followScript({ failing: new Error('no room') });
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

describe('that the end was met is believed when everything before it is handled', () => {
  it('not while earlier events wait, nor while they are handled', async () => {
    const { last, feed, timers, hold } = await followScript({ tuning: { batch: 10 } });
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

  it('in a log without events of ours, and there is no batch for it', async () => {
    const { feed, batches } = await followLive();
    await feed.caughtUp();
    expect(batches).toEqual([]);
    expect(feed.health()).toMatchObject({ state: 'live', position: undefined });
    await feed.close();
  });

  it('by a look at the end, where the server never says so (servers before 23.10)', async () => {
    const { last, feed, timers, setEnd } = await followScript();
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
