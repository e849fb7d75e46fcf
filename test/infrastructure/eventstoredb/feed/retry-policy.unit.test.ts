import { describe, expect, it } from '@jest/globals';
import { placeAt, positionAt, recordAt } from './scripted/records.js';
import { liveFeed, scriptedFeed, type Script } from './scripted/scripted-feed.js';

const clientError = (type: string, message = type, code?: number): Error =>
  Object.assign(new Error(message), { type, code });

const reset = clientError('unavailable', 'read ECONNRESET', 14);
const tooSlow: readonly (readonly [string, Error])[] = [
  ['timeout', clientError('timeout', 'Consumer too slow to handle event while live', 10)],
  ['unknown', clientError('unknown', '10 ABORTED: Consumer too slow to handle event while live', 10)],
];

const endings: readonly (readonly [string, (script: Script) => void])[] = [
  ['an error', ({ last }) => last().fail(reset)],
  ['an error without a type', ({ last }) => last().fail(new Error('Failed to discover after 10 attempts.'))],
  ['the end of the call with OK (fact 0.5)', ({ last }) => last().finish()],
];

describe.each(endings)('a subscription that ends by %s', (how, ending) => {
  it(`a subscription that ends by ${how} is closed, and another opened after the last handled position`, async () => {
    const script = await liveFeed();
    const { last, feed, timers, subscriptions, handled } = script;
    last().give(recordAt(1), recordAt(2));
    await timers.settle();
    ending(script);
    await timers.settle();
    expect(feed.health()).toMatchObject({ state: 'waiting', faultsInRow: 1, restarts: 1, degraded: false });
    expect(feed.health().lastError?.code).toBe('store-unavailable');
    expect(subscriptions[0]?.isLeft()).toBe(true);
    await timers.pass(100);
    expect(last().from).toEqual(placeAt(2));
    last().give(recordAt(2), recordAt(3));
    await timers.settle();
    expect(handled()).toEqual([1, 2, 3]);
    expect(feed.health()).toMatchObject({ state: 'live', faultsInRow: 0, restarts: 1 });
    await feed.close();
  });
});

describe('pauses before the next subscription', () => {
  it('pauses double with each fault in a row from 100 ms to 10 s, and every third fault discards the client', async () => {
    const { feed, timers, subscriptions, setOpening, discards } = await scriptedFeed();
    setOpening((subscription) => subscription.fail(reset));
    subscriptions[0]?.fail(reset);
    await timers.settle();
    for (const pause of [100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]) {
      const before = subscriptions.length;
      await timers.pass(pause - 1);
      expect(subscriptions).toHaveLength(before);
      await timers.pass(1);
      expect(subscriptions).toHaveLength(before + 1);
    }
    expect(feed.health()).toMatchObject({ degraded: true, faultsInRow: 10, restarts: 10 });
    // After every third fault in a row it is another client's turn.
    expect(discards()).toBe(3);
    await feed.close();
  });

  it('the pause is the first again once a batch was handled', async () => {
    const { last, feed, timers, subscriptions, setOpening } = await liveFeed();
    setOpening((subscription) => subscription.fail(reset));
    last().fail(reset);
    await timers.pass(100 + 200);
    setOpening((subscription) => {
      subscription.confirm();
      subscription.caughtUp();
      subscription.give(recordAt(subscriptions.length));
    });
    await timers.pass(400);
    expect(feed.health()).toMatchObject({ state: 'live', faultsInRow: 0 });
    const before = subscriptions.length;
    last().fail(reset);
    await timers.pass(100);
    expect(subscriptions).toHaveLength(before + 1);
    await feed.close();
  });

  it('the pause is the first again once a subscription lasted ten seconds without events', async () => {
    const { last, feed, timers } = await liveFeed();
    last().fail(reset);
    await timers.pass(100);
    last().fail(reset);
    await timers.pass(200);
    expect(feed.health().faultsInRow).toBe(2);
    await timers.pass(10_000);
    last().fail(reset);
    await timers.settle();
    expect(feed.health().faultsInRow).toBe(1);
    await feed.close();
  });

  it('an opening that throws counts as a fault and is retried after a pause', async () => {
    const { feed, timers, subscriptions, client } = await scriptedFeed();
    const { subscribeToAll } = client;
    client.subscribeToAll = () => {
      throw reset;
    };
    subscriptions[0]?.fail(reset);
    await timers.pass(100);
    expect(feed.health()).toMatchObject({ state: 'waiting', faultsInRow: 2 });
    client.subscribeToAll = subscribeToAll;
    await timers.pass(200);
    expect(subscriptions).toHaveLength(2);
    await feed.close();
  });
});

describe.each(tooSlow)('a consumer dropped for being too slow (%s)', (_, error) => {
  it('a consumer dropped for being too slow subscribes again at once, without a fault', async () => {
    const { last, feed, timers, subscriptions, handled } = await liveFeed();
    last().give(recordAt(1));
    await timers.settle();
    last().fail(error);
    await timers.settle();
    expect(subscriptions).toHaveLength(2);
    expect(last().from).toEqual(placeAt(1));
    last().give(recordAt(2));
    await timers.settle();
    expect(handled()).toEqual([1, 2]);
    expect(feed.health()).toMatchObject({
      state: 'live',
      faultsInRow: 0,
      degraded: false,
      restarts: 1,
      lastError: undefined,
    });
    await feed.close();
  });

  it('a consumer dropped before any event pauses before it subscribes again', async () => {
    const { feed, timers, subscriptions, setOpening } = await scriptedFeed();
    setOpening((subscription) => subscription.fail(error));
    subscriptions[0]?.fail(error);
    await timers.pass(1_000);
    expect(subscriptions).toHaveLength(11);
    expect(feed.health()).toMatchObject({ faultsInRow: 0 });
    await feed.close();
  });
});

describe('a server that denies access', () => {
  const denied = clientError('access-denied');

  it('a denied subscription is retried after ten seconds, and callers that wait are told store-denied', async () => {
    const { last, feed, timers, subscriptions, setOpening } = await scriptedFeed();
    const waiting = [feed.caughtUp(), feed.reached(positionAt(1))].map((each) =>
      each.catch((error: unknown) => error),
    );
    setOpening((subscription) => subscription.fail(denied));
    last().fail(denied);
    await timers.settle();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'store-denied' });
    await expect(feed.caughtUp()).rejects.toMatchObject({ code: 'store-denied' });
    expect(feed.health().lastError?.code).toBe('store-denied');
    await timers.pass(9_999);
    expect(subscriptions).toHaveLength(1);
    setOpening((subscription) => {
      subscription.confirm();
      subscription.caughtUp();
    });
    await timers.pass(1);
    await feed.caughtUp();
    expect(feed.health().state).toBe('live');
    await feed.close();
  });

  it('denied subscriptions never discard the client that appends use', async () => {
    const { feed, timers, subscriptions, setOpening, discards } = await scriptedFeed();
    setOpening((subscription) => subscription.fail(denied));
    subscriptions[0]?.fail(denied);
    await timers.pass(70_000);
    expect(feed.health()).toMatchObject({ degraded: true, faultsInRow: 8 });
    expect(discards()).toBe(0);
    await feed.close();
  });
});

describe('a call that does not end when it is closed', () => {
  it.each(['hangs', 'fails'] as const)(
    'an unsubscribe that %s delays the next subscription by no more than endTimeout',
    async (how) => {
      const { last, feed, timers, subscriptions, setUnsubscribing } = await liveFeed();
      setUnsubscribing(how);
      last().fail(reset);
      await timers.pass(1_000 + 100);
      expect(subscriptions).toHaveLength(2);
      const closed = feed.close();
      await timers.pass(1_000);
      await closed;
      expect(timers.waiting()).toBe(0);
    },
  );
});
