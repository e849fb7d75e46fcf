import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { checkDialect } from '../../../src/infrastructure/eventstoredb/dialect.js';
import { eventStoreDb, isStoreError } from '../../../src/infrastructure/eventstoredb/index.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { manualTimers } from '../../support/manual-timers.js';
import {
  fakeClient,
  truncatedClient,
  unanswered,
  unavailable,
  wrongExpectedVersion,
  type FakeClient,
  type FakeLog,
} from './fake-client.js';

const stream = 'complaint-1';

const house = () => {
  const log: FakeLog = new Map();
  const timers = manualTimers();
  const made: FakeClient[] = [];
  const first = fakeClient(log);
  const second = fakeClient(log);
  const store = eventStoreDb({
    createClient: () => {
      const client = made.length === 0 ? first : second;
      made.push(client);
      return client;
    },
    dialect: 'eventstore',
    timers,
    random: () => 0.5,
  });
  /** Lets pauses and time limits pass until the work has its outcome. */
  const settled = async <Result>(work: Promise<Result>): Promise<Result> => {
    const ended = new AbortController();
    const watched = work.finally(() => {
      ended.abort();
    });
    watched.catch(() => undefined);
    for (let turns = 0; turns < 2_000 && !ended.signal.aborted; turns += 1) {
      const wait = Math.min(...timers.waits());
      if (Number.isFinite(wait)) timers.pass(wait);
      await turn();
    }
    return watched;
  };
  return { log, timers, first, second, made, store, settled };
};

describe('what is stored in EventStoreDB', () => {
  it('is always appended at an exact revision, under the name that each client knows', async () => {
    const { first, store } = house();
    await store.append(sampleAppend(stream, 'one', 'any'));
    await store.append(sampleAppend(stream, 'two', 'exists', 2));
    await store.append(sampleAppend(stream, 'three', 2));
    expect(first.asked.map(({ options }) => [options.expectedRevision, options.streamState])).toEqual([
      ['no_stream', 'no_stream'],
      [0n, 0n],
      [2n, 2n],
    ]);
  });

  it('reads a stream around its first append, and not again while what is known of it is fresh', async () => {
    const { first, store, timers } = house();
    await store.append(sampleAppend(stream, 'one', 'none'));
    await store.append(sampleAppend(stream, 'two', 0));
    expect(first.reads).toEqual([0, 0]);
    timers.pass(1_001);
    await store.append(sampleAppend(stream, 'three', 1));
    expect(first.reads).toEqual([0, 0, 2]);
  });

  it('finds a command that another host has stored meanwhile, and stores it no second time', async () => {
    const { log, store, timers } = house();
    await store.append(sampleAppend(stream, 'one', 'none'));
    const other = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore', timers });
    await other.append(sampleAppend(stream, 'two', 0));
    timers.pass(1_001);
    expect((await store.append(sampleAppend(stream, 'two', 1))).kind).toBe('duplicate');
    expect(log.get(stream)).toHaveLength(2);
  });

  it('is not looked at again while others are appended all the time', async () => {
    const { first, store, timers } = house();
    await store.append(sampleAppend(stream, 'one', 'none'));
    for (const [revision, commandId] of ['one', 'two', 'three'].entries()) {
      await store.append(sampleAppend('complaint-2', commandId, revision === 0 ? 'none' : revision - 1));
      timers.pass(600);
    }
    const before = first.reads.length;
    expect((await store.append(sampleAppend(stream, 'two', 0))).kind).toBe('appended');
    expect(first.reads).toHaveLength(before);
  });

  it('is told by its place from what another host has stored before, while others are appended all the time', async () => {
    const { log, first, store, timers } = house();
    await store.append(sampleAppend(stream, 'one', 'none'));
    const other = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore', timers });
    await other.append(sampleAppend(stream, 'two', 0));
    timers.pass(900);
    await store.append(sampleAppend('complaint-2', 'one', 'none'));
    timers.pass(900);
    expect(await store.append(sampleAppend(stream, 'two', 0))).toMatchObject({
      kind: 'duplicate',
      firstRevision: 1,
      revision: 1,
    });
    expect(log.get(stream)).toHaveLength(2);
    expect(first.asked).toHaveLength(3);
  });
});

describe('a stream that two hosts begin at once with the same command', () => {
  const begunByAnother = async (theirs: string, ours: string) => {
    const { log, first, store } = house();
    const other = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore' });
    const readStream = first.readStream;
    // The other host comes between our look at the stream and our append.
    Object.assign(first, {
      readStream: (...asked: Parameters<typeof readStream>) => {
        const reading = readStream(...asked);
        const wasThere = log.has(stream);
        return (async function* () {
          yield* reading;
          if (!wasThere)
            await other.append(sampleAppend(stream, 'file', 'none', 2, { data: { folio: theirs } }));
        })();
      },
    });
    const outcome = await store.append(sampleAppend(stream, 'file', 'none', 2, { data: { folio: ours } }));
    return { outcome, log };
  };

  it('is told as it was stored, and not as the second of them had it (a folio stored nowhere was told)', async () => {
    const { outcome, log } = await begunByAnother('5', '6');
    expect(outcome).toMatchObject({ kind: 'duplicate', firstRevision: 0, revision: 1 });
    expect(log.get(stream)?.map(({ data }) => data)).toEqual([{ folio: '5' }, { folio: '5' }]);
  });

  it('is as either of them had it where both had the same', async () => {
    const { outcome, log } = await begunByAnother('5', '5');
    expect(outcome).toMatchObject({ kind: 'appended', revision: 1 });
    expect(log.get(stream)).toHaveLength(2);
  });
});

describe('a server whose client was told not to throw', () => {
  it('says a conflict by its answer alone', async () => {
    const { first, log, store } = house();
    await store.append(sampleAppend(stream, 'one', 'none'));
    const other = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore' });
    await other.append(sampleAppend(stream, 'two', 0));
    first.answers.push({ kind: 'refuse' });
    expect(await store.append(sampleAppend(stream, 'three', 0))).toEqual({ kind: 'conflict', actual: 1 });
  });
});

describe('a stream whose beginning was taken away on the server', () => {
  it('is still appended to', async () => {
    const { log, store } = house();
    await store.append(sampleAppend(stream, 'one', 'none', 3));
    const fresh = eventStoreDb({ createClient: () => truncatedClient(log, 2), dialect: 'eventstore' });
    expect(await fresh.append(sampleAppend(stream, 'two', 'any'))).toMatchObject({
      kind: 'appended',
      revision: 3,
    });
  });
});

describe('a stream that the server counts and does not give', () => {
  it('is gone for the caller who appends to it, after a while (it was appended to for ever, without a pause)', async () => {
    const { log, store, timers, settled } = house();
    await store.append(sampleAppend(stream, 'one', 'none', 3));
    const client = truncatedClient(log, 3);
    const fresh = eventStoreDb({ createClient: () => client, dialect: 'eventstore', timers });
    await expect(settled(fresh.append(sampleAppend(stream, 'two', 'any')))).rejects.toMatchObject({
      code: 'stream-gone',
      details: { stream },
    });
    expect(client.asked.length).toBeLessThan(20);
    await fresh.close();
  });

  it('is waited for, as where another append is still on its way between the nodes', async () => {
    const { first, store, settled } = house();
    first.answers.push(
      { kind: 'fail', error: wrongExpectedVersion(0n) },
      { kind: 'fail', error: wrongExpectedVersion(0n) },
    );
    expect(await settled(store.append(sampleAppend(stream, 'one', 'none')))).toMatchObject({
      kind: 'appended',
      revision: 0,
    });
    expect(first.asked).toHaveLength(3);
  });

  it('is what the server says, where it was put back to an earlier day under a running process', async () => {
    const { log, store, settled } = house();
    await store.append(sampleAppend(stream, 'one', 'none', 3));
    log.set(stream, log.get(stream)?.slice(0, 1) ?? []);
    expect(await settled(store.append(sampleAppend(stream, 'two', 2)))).toEqual({
      kind: 'conflict',
      actual: 0,
    });
  });
});

describe('an append whose outcome is in doubt', () => {
  it('is sent again just as it was, and counts as stored by this call', async () => {
    const { first, log, store, settled } = house();
    first.answers.push({ kind: 'fail', error: unanswered(), stored: true });
    const outcome = await settled(store.append(sampleAppend(stream, 'one', 'none', 2)));
    expect(outcome).toMatchObject({ kind: 'appended', revision: 1 });
    expect(first.asked).toHaveLength(2);
    expect(first.asked[1]).toEqual(first.asked[0]);
    expect(log.get(stream)).toHaveLength(2);
  });

  it('is ours where another append came between and our command is found', async () => {
    const { first, log, store, settled } = house();
    first.answers.push(
      { kind: 'fail', error: unanswered(), stored: true },
      { kind: 'fail', error: wrongExpectedVersion(0n) },
    );
    const outcome = await settled(store.append(sampleAppend(stream, 'one', 'none')));
    expect(outcome).toMatchObject({ kind: 'appended', revision: 0 });
    expect(log.get(stream)).toHaveLength(1);
  });

  it('is a conflict where another append came between and ours is nowhere', async () => {
    const { first, log, store, settled } = house();
    await eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore' }).append(
      sampleAppend(stream, 'other', 'none'),
    );
    first.answers.push({ kind: 'fail', error: wrongExpectedVersion(0n) });
    const outcome = await settled(store.append(sampleAppend('complaint-1', 'one', 'none')));
    expect(outcome).toEqual({ kind: 'conflict', actual: 0 });
  });

  it('waits no longer than its own time for a server that is silent', async () => {
    const { first, store, settled, timers } = house();
    first.answers.push({ kind: 'silent', stored: true });
    const outcome = await settled(store.append(sampleAppend(stream, 'one', 'none')));
    expect(outcome.kind).toBe('appended');
    expect(timers.now()).toBeGreaterThanOrEqual(5_000);
    expect(timers.now()).toBeLessThan(5_100);
  });

  it('an append in doubt fails as unavailable at the stated limit, and its command sent again is a duplicate', async () => {
    const { first, second, log, store, settled, timers } = house();
    const gone = { kind: 'fail', error: unanswered() } as const;
    first.answers.push({ ...gone, stored: true }, gone, gone);
    second.answers.push(...Array.from({ length: 200 }, () => gone));
    const append = store.append(sampleAppend(stream, 'one', 'none'));
    await expect(settled(append)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(timers.now()).toBeCloseTo(30_000, 0);
    second.answers.length = 0;
    expect((await settled(store.append(sampleAppend(stream, 'one', 'none')))).kind).toBe('duplicate');
    expect(log.get(stream)).toHaveLength(1);
  });
});

describe('a server that refuses every connection at once', () => {
  const refusing = (until = Infinity) => {
    const log: FakeLog = new Map();
    const timers = manualTimers();
    let attempts = 0;
    const createClient = () => {
      const client = fakeClient(log);
      const { appendToStream } = client;
      return Object.assign(client, {
        appendToStream: (...asked: Parameters<typeof appendToStream>) => {
          attempts += 1;
          return timers.now() < until ? Promise.reject(unavailable()) : appendToStream(...asked);
        },
      });
    };
    const store = eventStoreDb({ createClient, dialect: 'eventstore', timers, random: () => 0.5 });
    return { store, timers, log, attempts: () => attempts };
  };

  /** What became of each append, and when. */
  const ends = async (
    { store, timers }: ReturnType<typeof refusing>,
    streams: readonly string[],
  ): Promise<readonly (readonly [string, number])[]> => {
    const found: (readonly [string, number])[] = [];
    for (const [index, name] of streams.entries())
      void store.append(sampleAppend(name, `command-${String(index)}`, 'any')).then(
        ({ kind }) => found.push([kind, timers.now()]),
        (error: unknown) => found.push([isStoreError(error) ? error.code : String(error), timers.now()]),
      );
    for (let turns = 0; turns < 20_000 && found.length < streams.length; turns += 1) {
      await turn();
      const wait = Math.min(...timers.waits());
      if (Number.isFinite(wait)) timers.pass(wait);
    }
    return found;
  };

  const complaints = Array.from({ length: 64 }, (_, index) => `complaint-${String(index)}`);

  it('64 commands in flight are repeated for the stated 30 s, and not for five attempts', async () => {
    const server = refusing();
    const found = await ends(server, complaints);
    expect(found.map(([code]) => code)).toEqual(complaints.map(() => 'store-unavailable'));
    for (const [, at] of found) expect(at).toBeCloseTo(30_000, 0);
    // 50, 100, 200, 400, 800 ms and then a second: some 40 attempts each, with chance in the pauses.
    expect(server.attempts()).toBeGreaterThan(64 * 20);
    expect(server.attempts()).toBeLessThan(64 * 60);
  });

  it('64 commands in flight are stored if the server is back after 20 s', async () => {
    const server = refusing(20_000);
    const found = await ends(server, complaints);
    expect(found.map(([kind]) => kind)).toEqual(complaints.map(() => 'appended'));
    expect(server.log.size).toBe(64);
  });

  it('64 callers on one complaint wait no longer than the stated 30 s (it was up to 45 s)', async () => {
    const found = await ends(
      refusing(),
      complaints.map(() => 'complaint-1'),
    );
    expect(found.map(([code]) => code)).toEqual(complaints.map(() => 'store-unavailable'));
    for (const [, at] of found) expect(at).toBeLessThanOrEqual(30_001);
  });
});

describe('one command with two contents, sent by two processes at once', () => {
  it('is told duplicate to the second, also while the stream counts as fresh there', async () => {
    const { log, first, store } = house();
    const other = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore' });
    await store.append(sampleAppend(stream, 'file', 'none'));
    await other.append(sampleAppend(stream, 'tell', 0, 1, { data: { told: 'theirs' } }));
    const reads = first.reads.length;
    const outcome = await store.append(sampleAppend(stream, 'tell', 0, 1, { data: { told: 'ours' } }));
    expect(outcome).toMatchObject({ kind: 'duplicate', firstRevision: 1, revision: 1 });
    expect(first.reads.length).toBeGreaterThan(reads);
    expect(log.get(stream)?.map(({ data }) => data)).toEqual([expect.anything(), { told: 'theirs' }]);
  });

  it('is told duplicate to the second, also after attempts whose answers were lost', async () => {
    const { log, first, store, settled } = house();
    const other = eventStoreDb({ createClient: () => fakeClient(log), dialect: 'eventstore' });
    await store.append(sampleAppend(stream, 'file', 'none'));
    await other.append(sampleAppend(stream, 'tell', 0, 1, { data: { told: 'theirs' } }));
    first.answers.push({ kind: 'fail', error: unanswered() });
    const outcome = settled(store.append(sampleAppend(stream, 'tell', 0, 1, { data: { told: 'ours' } })));
    expect(await outcome).toMatchObject({ kind: 'duplicate', firstRevision: 1, revision: 1 });
  });
});

describe('the client', () => {
  it('is given up after three calls in a row without an answer, and ends before another one is made', async () => {
    const { first, made, store, settled } = house();
    for (let times = 0; times < 3; times += 1) first.answers.push({ kind: 'fail', error: unanswered() });
    expect((await settled(store.append(sampleAppend(stream, 'one', 'none')))).kind).toBe('appended');
    expect(made).toHaveLength(2);
    expect(first.isDisposed()).toBe(true);
  });

  it('is given up at once where the older one would go to another connection, and leave calls open on this one', async () => {
    const { first, made, store, settled } = house();
    first.answers.push({ kind: 'fail', error: unavailable() });
    expect((await settled(store.append(sampleAppend(stream, 'one', 'none')))).kind).toBe('appended');
    expect(made).toHaveLength(2);
    expect(first.isDisposed()).toBe(true);
  });

  it('is kept where a call was answered in between, if only with a refusal', async () => {
    const { first, made, store, settled } = house();
    first.answers.push({ kind: 'fail', error: unanswered() }, { kind: 'fail', error: unanswered() });
    await settled(store.append(sampleAppend(stream, 'one', 'none')));
    first.answers.push({ kind: 'fail', error: unanswered() });
    await settled(store.append(sampleAppend(stream, 'two', 0)));
    expect(made).toHaveLength(1);
  });

  it('is given up after three appends without an answer, though reads in between are answered', async () => {
    const { first, made, store, settled } = house();
    const { appendToStream } = first;
    Object.assign(first, {
      appendToStream: async (...asked: Parameters<typeof appendToStream>) => {
        await store.read('complaint-2');
        return appendToStream(...asked);
      },
    });
    first.answers.push({ kind: 'silent' }, { kind: 'silent' }, { kind: 'silent' });
    await settled(store.append(sampleAppend(stream, 'one', 'none')));
    expect(made).toHaveLength(2);
  });

  it.each([
    ['a promise of one', Promise.resolve(fakeClient())],
    ['an empty object', {}],
    ['nothing', undefined],
  ])('is refused where it is none: %s', (_, made) => {
    expect(() => {
      checkDialect(made, 'eventstore');
    }).toThrow(expect.objectContaining({ code: 'option-invalid', details: { option: 'createClient' } }));
  });

  it('is refused where it is not of the dialect that was said', async () => {
    const successor = { ...fakeClient(), multiStreamAppend: () => undefined };
    const store = eventStoreDb({ createClient: () => successor, dialect: 'eventstore' });
    await expect(store.append(sampleAppend(stream, 'one', 'none'))).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });

  it('is not made before something is asked for, and is disposed of when the store is closed', async () => {
    const { made, first, store } = house();
    expect(made).toHaveLength(0);
    await store.append(sampleAppend(stream, 'one', 'none'));
    await store.close();
    expect(first.isDisposed()).toBe(true);
  });
});

describe('what is too large for the server', () => {
  it('is refused before it is sent', async () => {
    const { first, store } = house();
    const large = sampleAppend(stream, 'one', 'none', 20, { data: { text: 'x'.repeat(50_000) } });
    await expect(store.append(large)).rejects.toMatchObject({ code: 'append-too-large' });
    expect(first.asked).toHaveLength(0);
  });
});
