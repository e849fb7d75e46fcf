import { describe, expect, it } from '@jest/globals';
import { progressAfter } from '../../../../src/infrastructure/eventstoredb/feed/progress.js';
import { positionAt, recordAt } from './scripted/records.js';
import { liveFeed, scriptedFeed } from './scripted/scripted-feed.js';

describe('waiting for a position', () => {
  it('reached(position) ends once that position is handled', async () => {
    const { last, feed, timers, hold } = await liveFeed();
    const reached: number[] = [];
    for (const commit of [1, 2, 3]) void feed.reached(positionAt(commit)).then(() => reached.push(commit));
    hold(true);
    last().give(recordAt(1), recordAt(2));
    await timers.settle();
    expect(reached).toEqual([]);
    hold(false);
    await timers.settle();
    expect(reached).toEqual([1, 2]);
    last().checkpoint(4);
    await timers.settle();
    expect(reached).toEqual([1, 2, 3]);
    await feed.reached(positionAt(4));
    await feed.close();
  });

  it('reached(position) outlasts a fault of the server', async () => {
    const { last, feed, timers } = await liveFeed();
    const reached = feed.reached(positionAt(1));
    last().fail(new Error('down'));
    await timers.pass(100);
    last().give(recordAt(1));
    await timers.settle();
    await reached;
    await feed.close();
  });
});

describe('waits for one position', () => {
  it('waits for one position share one promise, so that abandoned waits do not pile up', () => {
    const progress = progressAfter(undefined);
    const waits = Array.from({ length: 100 }, () => [progress.reached(positionAt(1)), progress.metEnd()]);
    expect(new Set(waits.flat()).size).toBe(2);
  });
});

describe('a handler that fails', () => {
  const failing = new Error('no room for rows');

  it('a handler that fails ends the feed with its error for every wait, passes no position and leaves no call open', async () => {
    const { last, feed, timers, passed, subscriptions } = await liveFeed({ failing });
    const waiting = [feed.reached(positionAt(1)), feed.reached(positionAt(2))].map((each) =>
      each.catch((error: unknown) => error),
    );
    last().give(recordAt(1));
    await timers.settle();
    expect(await Promise.all(waiting)).toEqual([failing, failing]);
    await expect(feed.reached(positionAt(1))).rejects.toBe(failing);
    expect(passed()).toBeUndefined();
    expect(feed.health()).toMatchObject({
      state: 'failed',
      lastError: { code: 'handler-failed', message: 'no room for rows' },
    });
    expect(last().isLeft()).toBe(true);
    await timers.pass(600_000);
    expect(subscriptions).toHaveLength(1);
    expect(timers.waiting()).toBe(0);
    await feed.close();
    await expect(feed.reached(positionAt(1))).rejects.toBe(failing);
  });
});

describe('closing a feed', () => {
  it('a feed closed by its own failing handler rejects waits with the handler’s error', async () => {
    const failing = new Error('no room for rows');
    let close = (): void => undefined;
    const { last, feed, timers } = await liveFeed({
      handle: () => {
        close();
        return Promise.reject(failing);
      },
    });
    close = () => void feed.close();
    const waiting = feed.reached(positionAt(1)).catch((error: unknown) => error);
    last().give(recordAt(1));
    await timers.settle();
    expect(await waiting).toBe(failing);
    expect(feed.health()).toMatchObject({ state: 'closed', lastError: undefined });
  });

  it('close() ends after the batch under way, and no other batch is handled', async () => {
    const { last, feed, timers, hold, handled, passed } = await liveFeed();
    hold(true);
    last().give(recordAt(1));
    await timers.settle();
    last().give(recordAt(2));
    let isClosed = false;
    const closed = feed.close().then(() => (isClosed = true));
    await timers.settle();
    expect(isClosed).toBe(false);
    hold(false);
    await timers.settle();
    await closed;
    expect(handled()).toEqual([1]);
    expect(passed()).toBe(1);
  });

  it('a closed feed has left its call and keeps no timer', async () => {
    const { last, feed, timers } = await liveFeed();
    await feed.close();
    expect(last().isLeft()).toBe(true);
    expect(feed.health().state).toBe('closed');
    expect(timers.waiting()).toBe(0);
  });

  it('close() ends at once during a pause between subscriptions', async () => {
    const { last, feed, timers, subscriptions } = await liveFeed();
    last().fail(new Error('down'));
    await timers.settle();
    expect(feed.health().state).toBe('waiting');
    await feed.close();
    await timers.pass(600_000);
    expect(subscriptions).toHaveLength(1);
    expect(timers.waiting()).toBe(0);
  });

  it('close() ends when the probe under way does', async () => {
    const { feed, timers, setEnd, openReads } = await liveFeed();
    setEnd('silence');
    await timers.pass(2_000);
    expect(openReads()).toBe(1);
    const closed = feed.close();
    await timers.pass(5_000);
    await closed;
    expect(openReads()).toBe(0);
    expect(timers.waiting()).toBe(0);
  });

  it('waits on a closed feed reject with store-closed; a position that was reached stays reached', async () => {
    const { last, feed, timers } = await scriptedFeed();
    const waiting = [feed.reached(positionAt(2)), feed.caughtUp()].map((each) =>
      each.catch((error: unknown) => error),
    );
    last().confirm();
    last().give(recordAt(1));
    await timers.pass(50);
    await feed.close();
    await feed.close();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'store-closed' });
    await expect(feed.caughtUp()).rejects.toMatchObject({ code: 'store-closed' });
    await feed.reached(positionAt(1));
  });
});
