import { describe, expect, it } from '@jest/globals';
import { isStoreError } from '../../../../src/application/errors/store-error.js';
import { placeAt, positionAt, recordAt } from './scripted/records.js';
import { followLive, followScript } from './scripted/follow-script.js';

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => recordAt(first + n));

describe('a feed asks the server for what it follows', () => {
  it('subscribes to its prefixes in wide windows, from the start where nothing was handled', async () => {
    const { last, feed } = await followScript({ prefixes: ['complaint-', 'folio-'] });
    expect(last().from).toBe('start');
    expect(last().filter).toMatchObject({
      filterOn: 'streamName',
      prefixes: ['complaint-', 'folio-'],
      maxSearchWindow: 1_000,
      checkpointInterval: 1,
    });
    await feed.close();
  });

  it('starts after the stored position: the server leaves that one out itself', async () => {
    const { last, feed, give, timers, handled } = await followLive({ after: positionAt(7) }).then(
      (script) => ({
        ...script,
        give: script.last().give,
      }),
    );
    expect(last().from).toEqual(placeAt(7));
    give(recordAt(8));
    await timers.settle();
    expect(handled()).toEqual([8]);
    await feed.close();
  });

  it('refuses a position of another store, and no prefix at all, before anything is opened', async () => {
    for (const wrong of [{ after: '0000000000000007' }, { prefixes: [] }]) {
      const refusal = await followScript(wrong).catch((error: unknown) => error);
      expect(isStoreError(refusal) && refusal.code).toBe('read-invalid');
    }
  });
});

describe('a feed gives history in batches and news at once', () => {
  it('waits a short while for more while it catches up', async () => {
    const { last, feed, timers, batches } = await followScript();
    last().confirm();
    last().give(...from(1, 3));
    await timers.pass(49);
    expect(batches).toEqual([]);
    await timers.pass(1);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ position: positionAt(3), caughtUp: false });
    await feed.close();
  });

  it('waits no longer once there are as many as a batch holds', async () => {
    const { last, feed, timers, batches } = await followScript({ tuning: { batch: 10 } });
    last().confirm();
    last().give(...from(1, 25));
    await timers.settle();
    expect(batches.map(({ events }) => events.length)).toEqual([10, 10]);
    await timers.pass(50);
    expect(batches.map(({ events }) => events.length)).toEqual([10, 10, 5]);
    await feed.close();
  });

  it('gives what is left as soon as the end was met, and says so', async () => {
    const { last, feed, timers, batches } = await followScript();
    last().confirm();
    last().give(...from(1, 3));
    last().caughtUp();
    await timers.settle();
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ position: positionAt(3), caughtUp: true });
    await feed.close();
  });

  it('gives an event at once when it is live', async () => {
    const { last, feed, timers, handled } = await followLive();
    last().give(recordAt(1));
    await timers.settle();
    last().give(recordAt(2));
    await timers.settle();
    expect(handled()).toEqual([1, 2]);
    await feed.close();
  });

  it('batches again when the server says that it fell behind', async () => {
    const { last, feed, timers, handled } = await followLive();
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

describe('a feed never outruns its handler', () => {
  it('gives no batch before the last is done, and passes no position before it is', async () => {
    const { last, feed, timers, handled, hold, passed } = await followLive();
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

  it('takes no more than one further batch from the client meanwhile: the server waits', async () => {
    const { last, feed, timers, handled, hold } = await followLive({ tuning: { batch: 10 } });
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

describe('a feed gives each event once, in order, and nothing that is none of its own', () => {
  it('drops what it had before: after a resumption a server may repeat', async () => {
    const { last, feed, timers, handled } = await followLive({ after: positionAt(5) });
    last().give(recordAt(4), recordAt(5), recordAt(6), recordAt(6), recordAt(3), recordAt(7));
    await timers.settle();
    expect(handled()).toEqual([6, 7]);
    await feed.close();
  });

  it("passes over the server's own events, tombstones among them", async () => {
    const { last, feed, timers, handled, passed, batches } = await followLive();
    last().give(recordAt(1, { type: '$streamDeleted' }));
    await timers.settle();
    expect(handled()).toEqual([]);
    expect(batches.map(({ events }) => events.length)).toEqual([0]);
    expect(passed()).toBe(1);
    await feed.close();
  });

  it('passes over links, also where what they point to was deleted', async () => {
    const { last, feed, timers, handled, passed } = await followLive();
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

  it('fails with what nobody can read, once everything before it is handled', async () => {
    const { last, feed, timers, handled, passed } = await followLive();
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
