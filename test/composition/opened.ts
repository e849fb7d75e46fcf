import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Quejas } from '../../src/composition/quejas.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/kernel/instant.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import type { ProviderProfile } from '../../src/domain/provider/profile.js';
import { openQuejas, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';

/** A clock that stands still until it is moved. */
export const steadyClock = (start = '2026-03-02T16:00:00.000Z') => {
  let now = Date.parse(start);
  return {
    clock: (): Instant => instantOf(now),
    forward: (milliseconds: number): void => {
      now += milliseconds;
    },
  };
};

/** Ids in order, the same in every run. */
export const sequentialIds = (prefix = 'id') => {
  let count = 0;
  return () => `${prefix}-${String((count += 1)).padStart(6, '0')}`;
};

const folders: string[] = [];

export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-test-'));
  folders.push(folder);
  return folder;
};

export const removeScratch = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

export const storeKinds = ['memory', 'sqlite'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** Quejas on a fresh store of a kind, with a clock that stands still. */
export const opened = async (
  kind: StoreKind,
  options: Partial<OpenQuejasOptions> & { readonly provider?: ProviderProfile } = {},
): Promise<{ quejas: Quejas; folder: string; time: ReturnType<typeof steadyClock> }> => {
  const folder = scratchFolder();
  const time = steadyClock();
  const quejas = await openQuejas({
    store: kind === 'memory' ? 'memory:' : `sqlite:${join(folder, 'quejas.db')}`,
    keys: kind === 'memory' ? 'memory:' : `file:${join(folder, 'keys', 'keys.db')}`,
    provider: conectared,
    clock: time.clock,
    ids: sequentialIds(),
    ...options,
  });
  return { quejas, folder, time };
};

export const hours = (count: number): number => count * 3_600_000;

export const later = (at: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(at) + milliseconds);

/** A fault report as a host sends it. */
export const report = (commandId: string, more: Record<string, unknown> = {}) => ({
  commandId,
  kind: 'fault' as const,
  channel: 'phone' as const,
  receivedAt: '2026-03-02T09:55:00-06:00',
  subscriber: {
    ref: 's-1',
    name: 'Planted Name Pérez',
    phone: '+52 229 555 0101',
    email: 'planted@example.com',
  },
  contract: 'c-1',
  description: 'Planted words: no tengo internet.',
  ...more,
});
