import { describe, expect, it } from '@jest/globals';
import { createExecutor, type Execution } from '../../../src/application/commands/execute-command.js';
import type { AppendOutcome, AppendRequest, EventStore } from '../../../src/application/ports/event-store.js';
import { createKeyring } from '../../../src/application/keys/keyring.js';
import { createCodec } from '../../../src/application/schema/codec.js';
import { accept, reject } from '../../../src/domain/kernel/decision.js';
import type { Decider } from '../../../src/domain/kernel/decider.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';

interface Events {
  readonly Added: { readonly amount: number };
}
interface Commands {
  readonly add: { readonly amount: number; readonly atMost: number };
}

/** A sum that refuses to grow beyond what the command allows. */
const sum: Decider<Commands, Events, number, null, 'too-much'> = {
  kind: 'sum',
  initial: 0,
  evolve: (state, { data }) => state + data.amount,
  decide: ({ data }, state) =>
    state + data.amount > data.atMost
      ? reject('too-much', { state })
      : accept({ type: 'Added', data: { amount: data.amount } }),
};

const isEvent = <E extends { readonly type: string }>(
  event: E,
): event is E & { type: 'Added'; data: { amount: number } } => event.type === 'Added';

const executorOn = (store: EventStore, clock = () => instantOf(1_000_000)) => ({
  ...createExecutor(
    { decider: sum, isEvent },
    { store, codec: createCodec(createKeyring(memoryKeyVault(), 'conectared'), () => 1) },
  ),
  clock,
});

type Executor = ReturnType<typeof executorOn>;

const add = (
  { execute, clock }: Executor,
  commandId: string,
  amount = 1,
  more: { readonly atMost?: number; readonly expectedRevision?: number } = {},
): Promise<Execution> =>
  execute({
    stream: 'process-sum',
    now: clock(),
    meta: {
      commandId,
      actor: 'a',
      role: 'system',
      provider: 'p',
      zone: 'UTC',
      expectedRevision: more.expectedRevision,
    },
    command: () => ({ type: 'add', data: { amount, atMost: more.atMost ?? 100 } }),
    context: () => null,
  });

/** A store whose answers to appends can be tampered with. */
const tampered = (answer: (request: AppendRequest, store: EventStore) => Promise<AppendOutcome>) => {
  const store = memoryEventStore({});
  return { inner: store, store: { ...store, append: (request: AppendRequest) => answer(request, store) } };
};

describe('a command', () => {
  it('I-25 gives its first outcome whenever it is sent again, also by another process', async () => {
    const store = memoryEventStore({});
    const first = await add(executorOn(store), 'c-1');
    expect(first).toMatchObject({ ok: true, revision: 0, duplicate: false });
    expect(await add(executorOn(store), 'c-1', 50)).toEqual({ ...first, duplicate: true });
  });

  it('is decided anew when another command was faster', async () => {
    const store = memoryEventStore({});
    const [one, two] = [executorOn(store), executorOn(store)];
    await add(one, 'c-1', 60);
    await add(two, 'c-2', 30);
    expect(await add(one, 'c-3', 10)).toMatchObject({ ok: true, revision: 2 });
    expect((await one.load('process-sum')).state).toBe(100);
  });

  it('is refused on the newest state only, though its own view is older', async () => {
    const store = memoryEventStore({});
    const [one, two] = [executorOn(store), executorOn(store)];
    await add(one, 'c-1', 60);
    await add(two, 'c-2', -50);
    expect(await add(one, 'c-3', 60, { atMost: 80 })).toMatchObject({ ok: true, revision: 2 });
    expect(await add(one, 'c-4', 60, { atMost: 80 })).toMatchObject({
      ok: false,
      code: 'too-much',
      details: { state: 70 },
    });
  });

  it('that was refused is decided anew when it comes again', async () => {
    const executor = executorOn(memoryEventStore({}));
    expect(await add(executor, 'c-1', 10, { atMost: 5 })).toMatchObject({ ok: false });
    expect(await add(executor, 'c-1', 10)).toMatchObject({ ok: true, duplicate: false });
  });

  it('on a revision of the caller’s own is never decided on another one', async () => {
    const store = memoryEventStore({});
    const [one, two] = [executorOn(store), executorOn(store)];
    await add(one, 'c-1');
    await add(two, 'c-2');
    const late = await add(one, 'c-3', 1, { expectedRevision: 0 });
    expect(late).toMatchObject({ ok: false, code: 'revision-conflict', details: { expected: 0, actual: 1 } });
    expect(await add(one, 'c-3', 1, { expectedRevision: 1 })).toMatchObject({ ok: true, revision: 2 });
  });

  it('I-25 whose acknowledgement was lost finds itself stored', async () => {
    let lost = false;
    const { store } = tampered(async (request, inner) => {
      const outcome = await inner.append(request);
      if (lost) return outcome;
      lost = true;
      throw new Error('connection lost');
    });
    const executor = executorOn(store);
    await expect(add(executor, 'c-1')).rejects.toThrow('connection lost');
    expect(await add(executor, 'c-1')).toMatchObject({ ok: true, revision: 0, duplicate: true });
  });

  it('gives up where a store never lets it through, with a code', async () => {
    const { store } = tampered(() => Promise.resolve({ kind: 'conflict', actual: 7 }));
    expect(await add(executorOn(store), 'c-1')).toMatchObject({ ok: false, code: 'too-busy' });
  });

  it('one after the other on one stream, each sees the one before', async () => {
    const executor = executorOn(memoryEventStore({}));
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => add(executor, `c-${String(n)}`)));
    expect(all.map((each) => each.ok && each.revision)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('I-19 is never recorded earlier than what came before, though the clock runs backwards', async () => {
    const times = [5_000, 1_000];
    const store = memoryEventStore({});
    const executor = executorOn(store, () => instantOf(times.shift() ?? 0));
    await add(executor, 'c-1');
    await add(executor, 'c-2');
    const recorded = (await store.read('process-sum')).map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual([instantOf(5_000), instantOf(5_000)]);
  });
});
