import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asCustomerService, conectared, openQuejas } from '../../src/index.js';
import { removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

describe('Rows apart that another process holds', () => {
  it('are told as locked rows by every query, in whatever order, and commands go on', async () => {
    const folder = scratchFolder();
    const rows = `sqlite:${join(folder, 'rows.db')}` as const;
    const quejas = await openQuejas({
      ...{ store: `sqlite:${join(folder, 'q.db')}`, rows, keys: 'memory:' },
      ...{ provider: conectared, rowsTimeout: 300 },
    });
    const first = await quejas.file(report('r-1'), cs);
    await quejas.totals();
    const holder = new DatabaseSync(join(folder, 'rows.db'), { timeout: 5_000 });
    holder.exec('BEGIN IMMEDIATE');
    const second = await quejas.file(report('r-2'), cs);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const locked = {
      code: 'rows-locked',
      text: { en: expect.stringContaining('rows are in use by another process') },
    };
    await expect(quejas.queue('all', cs)).rejects.toMatchObject(locked);
    await expect(quejas.totals()).rejects.toMatchObject(locked);
    await expect(quejas.queue('all', cs)).rejects.toMatchObject(locked);
    holder.exec('ROLLBACK');
    holder.close();
    expect(await quejas.totals()).toMatchObject({ filed: 2 });
    await quejas.close();
  });
});
