import { describe, expect, it } from '@jest/globals';
import { storeError } from '../../../src/application/errors/store-error.js';
import { recordLoss } from '../../../src/application/store-mark/accept-loss.js';
import { instantOf } from '../../../src/domain/index.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/memory-event-store.js';

describe('a loss that is accepted', () => {
  it('is recorded by each provider of a store in a stream of its own, whose revisions have no gap', async () => {
    const store = memoryEventStore();
    const identity = { id: '0198c0de-0000-7000-8000-000000000001', earlier: [], place: 'here' };
    const fault = storeError('store-truncated');
    let now = Date.UTC(2026, 10, 24);
    const clock = () => instantOf((now += 1_000));
    const accept = (provider: string) =>
      recordLoss(
        { reason: 'the disk was lost', fault, identity, provider, zone: 'America/Mexico_City' },
        { store, clock, holder: 'h' },
      );
    const own = [await accept('conectared'), await accept('conectared')];
    const others = [await accept('emenet'), await accept('emenet')];
    expect([...own, ...others].map(({ revision }) => revision)).toEqual([0, 1, 0, 1]);
    expect(new Set(own.map(({ stream }) => stream)).size).toBe(1);
    expect(new Set(others.map(({ stream }) => stream)).size).toBe(1);
    expect(others[0]?.stream).toMatch(/^store-loss-[0-9a-f-]{36}$/);
    expect(others[0]?.stream).not.toBe(own[0]?.stream);
    await store.close();
  });
});
