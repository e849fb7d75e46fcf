import { copyFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { storeHealth } from '../../../src/composition/store-health.js';
import { asCustomerService, conectared, openQuejas } from '../../../src/index.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { report, steadyClock } from '../../composition/opened.js';
import { openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const path = () => folder.path('store.db');
const logSize = (): number => statSync(`${path()}-wal`).size;
const cs = asCustomerService('cs-1');

const opened = () =>
  openQuejas({
    ...{ store: `sqlite:${path()}`, keys: memoryKeyVault(), provider: conectared },
    clock: steadyClock().clock,
  });

/** Waits until the log has this size, for ten seconds at most. */
const untilLogIs = async (bytes: number): Promise<void> => {
  for (let tries = 0; tries < 100 && logSize() !== bytes; tries += 1) await pause(100);
};

describe('the write-ahead log of a store', () => {
  it('is empty once nothing was stored for a second: a copy of the file alone lacks nothing', async () => {
    const quejas = await opened();
    await quejas.file(report('f-1'), cs);
    expect(logSize()).toBeGreaterThan(0);
    await untilLogIs(0);
    expect(logSize()).toBe(0);
    const copy = folder.path('copied-alone.db');
    copyFileSync(path(), copy);
    const alone = sqliteEventStore({ path: copy, readOnly: true });
    expect(await alone.head()).toBe(await quejas.store.head());
    await alone.close();
    await quejas.close();
  });

  it('is left while another process reads, and emptied after the next append', async () => {
    const quejas = await opened();
    const reader = openRaw(path());
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    await quejas.file(report('f-1'), cs);
    await pause(1_500);
    expect(logSize()).toBeGreaterThan(0);
    reader.exec('COMMIT');
    reader.close();
    await quejas.file(report('f-2'), cs);
    await untilLogIs(0);
    expect(logSize()).toBe(0);
    await quejas.close();
  });

  it('is told with its size in health(), and warned of where a reader let it grow (it grew to 3.5 GB)', async () => {
    const quejas = await opened();
    await quejas.file(report('f-1'), cs);
    expect(quejas.health().store).toMatchObject({
      bytes: statSync(path()).size,
      walBytes: logSize(),
      warnings: [],
    });
    await quejas.close();
    const size = { bytes: 4_096, walBytes: 129 * 1_024 * 1_024 };
    expect(storeHealth({ state: 'whole' }, size)).toEqual({
      state: 'whole',
      ...size,
      warnings: ['wal-large'],
    });
  });
});
