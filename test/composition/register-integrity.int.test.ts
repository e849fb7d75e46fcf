import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, openQuejas } from '../../src/index.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import { openRaw } from '../infrastructure/sqlite/samples.js';
import { temporaryFolder } from '../infrastructure/sqlite/temporary.js';
import { report } from './opened.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** What a check finds in a store of two requests whose register was changed behind its back. */
const faultsAfter = async (name: string, sql: string): Promise<readonly string[]> => {
  const path = folder.path(name);
  const quejas = await openQuejas({ store: `sqlite:${path}`, keys: 'memory:', provider: conectared });
  for (const id of ['r-1', 'r-2'])
    expect(await quejas.file(report(id), asCustomerService('cs-1'))).toMatchObject({ ok: true });
  await quejas.close();
  const raw = openRaw(path);
  raw.exec(sql);
  raw.close();
  const store = sqliteEventStore({ path });
  const { ok, faults } = await store.checkIntegrity();
  await store.close();
  expect(ok).toBe(faults.length === 0);
  return faults;
};

const first = '(SELECT min(folio) FROM folios)';
const last = '(SELECT max(folio) FROM folios)';

describe('a check of the store compares the folio register with the events', () => {
  it('finds nothing where the register has each folio with its complaint', async () => {
    expect(await faultsAfter('whole.db', 'SELECT 1')).toEqual([]);
  });

  it('names a folio that the register lacks', async () => {
    const faults = await faultsAfter('lacks.db', `DELETE FROM folios WHERE folio = ${first}`);
    expect(faults).toEqual([expect.stringMatching(/the events give \(folio CR-000001-K\)/)]);
  });

  it('names a folio that the register has for another complaint', async () => {
    const sql = `UPDATE folios SET stream = (SELECT stream FROM folios WHERE folio = ${last}) WHERE folio = ${first}`;
    const faults = await faultsAfter('another.db', sql);
    expect(faults).toEqual([expect.stringMatching(/the events give \(folio CR-000001-K\)/)]);
  });

  it('says that the register has a folio that no event gave', async () => {
    const sql = "INSERT INTO folios SELECT scope, 'CR-999999-9', stream FROM folios LIMIT 1";
    expect(await faultsAfter('more.db', sql)).toEqual([
      expect.stringMatching(/the events give \(folio CR-999999-9\)/),
    ]);
  });
});
