import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { accountForNumbers } from '../../src/application/folio/accounted-numbers.js';
import { codedError, isCodedError } from '../../src/application/errors/coded-error.js';
import { storeError } from '../../src/application/errors/store-error.js';
import type { EventStore, StoredEvent } from '../../src/application/ports/event-store.js';
import type { KeyVault } from '../../src/application/ports/key-vault.js';
import { hasFolio } from '../../src/domain/folio/format.js';
import { instantOf } from '../../src/domain/kernel/instant.js';
import { asCustomerService, conectared, openQuejas, type Quejas } from '../../src/index.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import { removeScratch, report, scratchFolder, storeKinds, type StoreKind } from './opened.js';

afterAll(removeScratch);

const by = asCustomerService('cs-1');
const minute = 60_000;

/** What a disk does to the next append: nothing, it is full, it fails before the append is kept, or after. */
type Trouble = 'none' | 'full' | 'before' | 'after';

type Step =
  | { readonly kind: 'file'; readonly host: number; readonly trouble: Trouble; readonly keysFail: boolean }
  | { readonly kind: 'retry'; readonly host: number }
  | { readonly kind: 'kill' | 'close'; readonly host: number }
  | { readonly kind: 'wait'; readonly minutes: number };

const host = fc.nat(2);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('file' as const),
        host,
        trouble: fc.constantFrom<Trouble>('none', 'none', 'none', 'full', 'before', 'after'),
        keysFail: fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('retry' as const), host }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('kill' as const, 'close' as const), host }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat(90) }),
    },
  ),
  { minLength: 5, maxLength: 25 },
);

/** By how many minutes the clock of each host is wrong: seconds, hours, and more than a day. */
const skews = fc.tuple(fc.constant(0), fc.integer({ min: -90, max: 90 }), fc.constantFrom(-2_000, 0, 2_000));

const stored = async (store: EventStore): Promise<readonly StoredEvent[]> =>
  (await store.readAll({ limit: 10_000 })).events;

interface Count {
  assigned: number;
  free: number;
  void: number;
}

/** Where each number is, told by the last block that had it: an account that shares nothing with that of the check. */
const recount = (events: readonly StoredEvent[]): Count => {
  const assigned = new Set<number>();
  const blocks = new Map<number, { from: number; to: number; open: boolean; rest: number }>();
  const last = new Map<number, number>();
  for (const { type, data } of events) {
    const of = (name: string) => Number(data[name]);
    const { folio } = data;
    if (type === 'FolioAssigned' && typeof folio === 'string') assigned.add(Number(folio.split('-')[1]));
    if (type === 'FolioBlockReserved') {
      blocks.set(of('block'), { from: of('from'), to: of('to'), open: true, rest: of('to') });
      for (let number = of('from'); number < of('to'); number += 1) last.set(number, of('block'));
    }
    const block = blocks.get(of('block'));
    if (type === 'FolioBlockReturned' && block !== undefined)
      blocks.set(of('block'), { ...block, open: false, rest: of('from') });
    if (type === 'FolioBlockVoided' && block !== undefined)
      blocks.set(of('block'), { ...block, open: false });
  }
  const count: Count = { assigned: assigned.size, free: 0, void: 0 };
  for (const [number, ordinal] of last) {
    const block = blocks.get(ordinal);
    if (block === undefined || assigned.has(number) || !hasFolio(conectared.folio.prefix, number)) continue;
    if (block.open || number >= block.rest) count.free += 1;
    else count.void += 1;
  }
  return count;
};

/** A store that several hosts use, of which the disk and the keys fail as told. */
const house = (kind: StoreKind, skewed: readonly number[]) => {
  const store: EventStore =
    kind === 'memory' ? memoryEventStore({}) : sqliteEventStore({ path: join(scratchFolder(), 'quejas.db') });
  const vault = memoryKeyVault();
  const state: { now: number; trouble: Trouble; keysFail: boolean } = {
    ...{ now: Date.parse('2026-03-02T16:00:00.000Z'), trouble: 'none', keysFail: false },
  };

  const failingStore: EventStore = {
    ...store,
    append: async (request) => {
      const { trouble } = state;
      if (trouble !== 'none' && request.stream.startsWith('complaint-')) {
        state.trouble = 'none';
        if (trouble === 'after') await store.append(request);
        throw storeError(trouble === 'full' ? 'store-full' : 'store-unavailable', { reason: 'no-answer' });
      }
      return store.append(request);
    },
  };
  const failingVault: KeyVault = {
    ...vault,
    cachedKey: (...of) => (state.keysFail ? undefined : vault.cachedKey(...of)),
    keyFor: (...of) =>
      state.keysFail
        ? Promise.reject(codedError('keys-unavailable', { es: 'Sin llaves.', en: 'No keys.' }))
        : vault.keyFor(...of),
  };

  const hosts = new Map<number, Quejas>();
  const hostOf = async (which: number): Promise<Quejas> => {
    const known = hosts.get(which);
    if (known !== undefined) return known;
    const opened = await openQuejas({
      ...{ store: failingStore, rows: 'none', keys: failingVault, provider: conectared },
      clock: () => instantOf(state.now + (skewed[which] ?? 0) * minute),
    });
    hosts.set(which, opened);
    return opened;
  };

  /** Folios as their callers were told, by the command. */
  const told = new Map<string, string>();
  const doubtful: string[] = [];
  const send = async (which: number, commandId: string): Promise<void> => {
    const { receivedAt: _received, ...input } = report(commandId, { subscriber: { ref: commandId } });
    try {
      const result = await (await hostOf(which)).file(input, by);
      if (!result.ok) throw new Error(result.code);
      if (told.has(commandId)) expect(result.folio).toBe(told.get(commandId));
      told.set(commandId, result.folio);
    } catch (fault) {
      if (!isCodedError(fault)) throw fault;
      doubtful.push(commandId);
    }
  };

  let commands = 0;
  const take = async (step: Step): Promise<void> => {
    if (step.kind === 'wait') state.now += step.minutes * minute;
    if (step.kind === 'kill') hosts.delete(step.host);
    if (step.kind === 'close') {
      await hosts.get(step.host)?.close();
      hosts.delete(step.host);
    }
    if (step.kind === 'file') {
      Object.assign(state, { trouble: step.trouble, keysFail: step.keysFail });
      await send(step.host, `r-${String((commands += 1))}`);
    }
    Object.assign(state, { trouble: 'none', keysFail: false });
    if (step.kind === 'retry') for (const command of doubtful.splice(0)) await send(step.host, command);
  };
  return { store, told, take };
};

describe.each(storeKinds)('I-02 the folio register of a store that several hosts use, on %s', (kind) => {
  it('accounts for every number and gives none twice, whatever is killed, full, without keys or by a wrong clock', async () => {
    await fc.assert(
      fc.asyncProperty(steps, skews, async (history, skewed) => {
        const { store, told, take } = house(kind, skewed);
        for (const step of history) await take(step);
        const events = await stored(store);
        const given = events.filter(({ type }) => type === 'FolioAssigned').map(({ data }) => data['folio']);
        expect(new Set(given).size).toBe(given.length);
        expect(new Set(told.values()).size).toBe(told.size);
        expect(given).toEqual(expect.arrayContaining([...told.values()]));
        expect(await accountForNumbers(store)).toEqual(recount(events));
        await store.close();
      }),
      { numRuns: kind === 'memory' ? 60 : 15 },
    );
  }, 120_000);
});
