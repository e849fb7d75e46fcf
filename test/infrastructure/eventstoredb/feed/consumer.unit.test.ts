import { describe, expect, it } from '@jest/globals';
import { isStoreError } from '../../../../src/application/errors/store-error.js';
import { placeAt, positionAt, recordAt } from './scripted/records.js';
import { liveFeed, scriptedFeed } from './scripted/scripted-feed.js';

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => recordAt(first + n));

describe('what a feed subscribes to', () => {
  it('a new feed subscribes to its prefixes in wide windows, from the start of the log', async () => {
    const { last, feed } = await scriptedFeed({ prefixes: ['complaint-', 'folio-'] });
    expect(last().from).toBe('start');
    expect(last().filter).toMatchObject({
      filterOn: 'streamName',
      prefixes: ['complaint-', 'folio-'],
      maxSearchWindow: 1_000,
      checkpointInterval: 1,
    });
    await feed.close();
  });

  it('a feed with a stored position subscribes after it', async () => {
    const { last, feed, give, timers, handled } = await liveFeed({ after: positionAt(7) }).then((script) => ({
      ...script,
      give: script.last().give,
    }));
    expect(last().from).toEqual(placeAt(7));
    give(recordAt(8));
    await timers.settle();
    expect(handled()).toEqual([8]);
    await feed.close();
  });

  it('a position of another store, or no prefix, is refused as read-invalid before anything is opened', async () => {
    for (const wrong of [{ after: '0000000000000007' }, { prefixes: [] }]) {
      const refusal = await scriptedFeed(wrong).catch((error: unknown) => error);
      expect(isStoreError(refusal) && refusal.code).toBe('read-invalid');
    }
  });
});

describe('batches of a feed', () => {
  it('events of history wait 50 ms for others, and are handled as one batch', async () => {
    const { last, feed, timers, batches } = await scriptedFeed();
    last().confirm();
    last().give(...from(1, 3));
    await timers.pass(49);
    expect(batches).toEqual([]);
    await timers.pass(1);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ position: positionAt(3), caughtUp: false });
    await feed.close();
  });

  it('a full batch of history is handled without waiting', async () => {
    const { last, feed, timers, batches } = await scriptedFeed({ tuning: { batch: 10 } });
    last().confirm();
    last().give(...from(1, 25));
    await timers.settle();
    expect(batches.map(({ events }) => events.length)).toEqual([10, 10]);
    await timers.pass(50);
    expect(batches.map(({ events }) => events.length)).toEqual([10, 10, 5]);
    await feed.close();
  });

  it('the last events of history are handled as soon as the end is met, with caughtUp set', async () => {
    const { last, feed, timers, batches } = await scriptedFeed();
    last().confirm();
    last().give(...from(1, 3));
    last().caughtUp();
    await timers.settle();
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ position: positionAt(3), caughtUp: true });
    await feed.close();
  });

  it('an event of a live feed is handled at once', async () => {
    const { last, feed, timers, handled } = await liveFeed();
    last().give(recordAt(1));
    await timers.settle();
    last().give(recordAt(2));
    await timers.settle();
    expect(handled()).toEqual([1, 2]);
    await feed.close();
  });

  it('a feed that fell behind is catching up and handles batches again', async () => {
    const { last, feed, timers, handled } = await liveFeed();
    last().fellBehind();
    last().give(recordAt(1));
    await timers.settle();
    expect(feed.health().state).toBe('catching-up');
    expect(handled()).toEqual([]);
    await timers.pass(50);
    expect(handled()).toEqual([1]);
    await feed.close();
  });
});

describe('a busy handler', () => {
  it('no batch is handled, and no position passed, before the handler is done with the last one', async () => {
    const { last, feed, timers, handled, hold, passed } = await liveFeed();
    hold(true);
    last().give(recordAt(1));
    await timers.settle();
    last().give(recordAt(2));
    await timers.settle();
    expect(handled()).toEqual([1]);
    expect(passed()).toBeUndefined();
    hold(false);
    await timers.settle();
    expect(handled()).toEqual([1, 2]);
    expect(passed()).toBe(2);
    await feed.close();
  });

  it('while the handler is busy, one further batch is taken from the client and the rest waits there', async () => {
    const { last, feed, timers, handled, hold } = await liveFeed({ tuning: { batch: 10 } });
    hold(true);
    last().give(recordAt(1));
    await timers.settle();
    last().give(...from(2, 100));
    await timers.settle();
    expect(last().buffered()).toBe(90);
    hold(false);
    await timers.pass(1_000);
    expect(handled()).toEqual(from(1, 101).map((_, n) => n + 1));
    await feed.close();
  });
});

describe('what a feed gives its handler', () => {
  it('events that the server repeats are ignored', async () => {
    const { last, feed, timers, handled } = await liveFeed({ after: positionAt(5) });
    last().give(recordAt(4), recordAt(5), recordAt(6), recordAt(6), recordAt(3), recordAt(7));
    await timers.settle();
    expect(handled()).toEqual([6, 7]);
    await feed.close();
  });

  it("records of the server's own (tombstones too) move the position and are not handled", async () => {
    const { last, feed, timers, handled, passed, batches } = await liveFeed();
    last().give(recordAt(1, { type: '$streamDeleted' }));
    await timers.settle();
    expect(handled()).toEqual([]);
    expect(batches.map(({ events }) => events.length)).toEqual([0]);
    expect(passed()).toBe(1);
    await feed.close();
  });

  it('links move the position and are not handled, also if their target was deleted', async () => {
    const { last, feed, timers, handled, passed } = await liveFeed();
    last().giveResolved(
      { link: { position: placeAt(1) } },
      { link: { position: placeAt(2) }, event: recordAt(1) },
      {},
    );
    await timers.settle();
    expect(handled()).toEqual([]);
    expect(passed()).toBe(2);
    await feed.close();
  });

  it('an event that cannot be read fails the feed once everything before it is handled', async () => {
    const { last, feed, timers, handled, passed } = await liveFeed();
    last().give(recordAt(1), recordAt(2, { data: 'no object' }), recordAt(3));
    await timers.settle();
    expect(handled()).toEqual([1]);
    expect(passed()).toBe(1);
    expect(feed.health()).toMatchObject({ state: 'failed', lastError: { code: 'store-corrupt' } });
    await expect(feed.reached(positionAt(2))).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(last().isLeft()).toBe(true);
    await feed.close();
  });
});
