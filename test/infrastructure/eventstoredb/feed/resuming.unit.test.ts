import { describe, expect, it } from '@jest/globals';
import { placeAt, positionAt, recordAt } from './scripted/records.js';
import { followLive, followScript, type Script } from './scripted/follow-script.js';

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

describe.each(endings)('a subscription that is over by %s', (_, ending) => {
  it('is left, and begun again after what was handled last', async () => {
    const script = await followLive();
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

describe('pauses before a subscription is begun again', () => {
  it('grow with each fault in a row, from a tenth of a second to ten seconds, without end', async () => {
    const { feed, timers, subscriptions, setOpening, givenUp } = await followScript();
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
    expect(givenUp()).toBe(3);
    await feed.close();
  });

  it('are short again once something was handled', async () => {
    const { last, feed, timers, subscriptions, setOpening } = await followLive();
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

  it('are short again once a subscription held for a while, though nothing came', async () => {
    const { last, feed, timers } = await followLive();
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

  it('follow an opening that fails at once, or that has no client, as they follow any other fault', async () => {
    const { feed, timers, subscriptions, client } = await followScript();
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

describe.each(tooSlow)('a consumer that was let go for being too slow (%s)', (_, error) => {
  it('begins again at once, and it is no fault', async () => {
    const { last, feed, timers, subscriptions, handled } = await followLive();
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

  it('does not spin where it is let go before anything came', async () => {
    const { feed, timers, subscriptions, setOpening } = await followScript();
    setOpening((subscription) => subscription.fail(error));
    subscriptions[0]?.fail(error);
    await timers.pass(1_000);
    expect(subscriptions).toHaveLength(11);
    expect(feed.health()).toMatchObject({ faultsInRow: 0 });
    await feed.close();
  });
});

describe('a server that does not allow it', () => {
  const denied = clientError('access-denied');

  it('is asked again slowly; who waits learns of it, and who comes then', async () => {
    const { last, feed, timers, subscriptions, setOpening } = await followScript();
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

  it('costs nobody the client that appends go through, however often it refuses', async () => {
    const { feed, timers, subscriptions, setOpening, givenUp } = await followScript();
    setOpening((subscription) => subscription.fail(denied));
    subscriptions[0]?.fail(denied);
    await timers.pass(70_000);
    expect(feed.health()).toMatchObject({ degraded: true, faultsInRow: 8 });
    expect(givenUp()).toBe(0);
    await feed.close();
  });
});

describe('a call that does not end when it is left', () => {
  it.each(['hangs', 'fails'] as const)('holds nothing up (it %s)', async (how) => {
    const { last, feed, timers, subscriptions, setUnsubscribing } = await followLive();
    setUnsubscribing(how);
    last().fail(reset);
    await timers.pass(1_000 + 100);
    expect(subscriptions).toHaveLength(2);
    const closed = feed.close();
    await timers.pass(1_000);
    await closed;
    expect(timers.waiting()).toBe(0);
  });
});
