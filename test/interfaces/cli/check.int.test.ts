import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { damageFile, forgeFile } from '../../support/forged-file.js';
import { tableContents } from '../../support/table-contents.js';
import { keysOf } from './json-fields.js';

const { folder, quejas, json } = cliFolder();

const path = (): string => join(folder(), 'quejas.db');

const filed = async (count = 1): Promise<void> => {
  for (let number = 1; number <= count; number += 1) {
    const commandId = `0198c000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const input = JSON.stringify({ ...phonedFault, commandId });
    const ran = await quejas(['file', '--input', '-', '--provider', 'conectared'], { input });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
  }
};

const changeRaw = (sql: string): void => damageFile(path(), sql);

describe('quejas check', () => {
  it('counts what is whole: events, rows and what became of each folio number, and changes nothing', async () => {
    await filed(3);
    const before = tableContents(path());
    const { status, value, stderr } = await json(['check']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(keysOf(value)).toEqual(['ok', 'events', 'rows', 'folios', 'vault']);
    expect(value).toMatchObject({
      ok: true,
      events: expect.any(Number),
      rows: expect.any(Number),
      folios: { assigned: 3, free: expect.any(Number), void: expect.any(Number) },
    });
    expect(tableContents(path())).toEqual(before);
    expect((await quejas(['check'])).stdout).toMatch(
      /^El almacén está completo: \d+ eventos; \d+ renglones, iguales a los que dan los eventos\. Folios: 3 asignados, \d+ libres, \d+ anulados\.\n$/,
    );
    expect((await quejas(['check', '--lang', 'en'])).stdout).toContain('The store is whole');
  });

  it.each([
    [
      'an event that is not as it was stored',
      `UPDATE events SET body = replace(body, '"fault"', '"query"') WHERE position = 5`,
      { code: 'event-damaged', at: '0000000000000005' },
    ],
    [
      'an event that is gone',
      `DELETE FROM events WHERE position = 4`,
      { code: 'store-corrupt', at: '0000000000000004' },
    ],
    [
      'a command that the ledger lacks',
      `DELETE FROM commands WHERE command_id = (SELECT max(command_id) FROM commands)`,
      { code: 'store-corrupt', at: null },
    ],
    [
      'a command that the ledger has under another id',
      `UPDATE commands SET command_id = 'another' WHERE command_id = (SELECT max(command_id) FROM commands)`,
      { code: 'store-corrupt', at: expect.any(String) },
    ],
    [
      'a folio that the register has for another complaint',
      `UPDATE folios SET stream = (SELECT max(stream) FROM folios) WHERE folio = (SELECT min(folio) FROM folios)`,
      { code: 'register-differs', at: expect.stringMatching(/^CR-/) },
    ],
    [
      'a folio that no event gave',
      `INSERT INTO folios SELECT scope, 'CR-999999-9', stream FROM folios LIMIT 1`,
      { code: 'register-differs', at: 'CR-999999-9' },
    ],
    [
      'rows that the events do not give',
      'UPDATE case_totals_v1 SET count = count + 1',
      { code: 'rows-differ', at: 'case-totals' },
    ],
  ])('names %s as the first fault, and ends with 1', async (_what, sql, found) => {
    await filed(2);
    changeRaw(sql);
    const { status, value } = await json(['check']);
    expect(value).toEqual({ ok: false, ...found, message: expect.any(String) });
    expect(keysOf(value)).toEqual(['ok', 'code', 'at', 'message']);
    expect(status).toBe(1);
    const told = await quejas(['check']);
    expect(told).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(`[${found.code}]`) });
  });

  it('names a folio that was given twice', async () => {
    await filed(2);
    const given = `json_extract(body, '$.data.folio')`;
    forgeFile(
      path(),
      `UPDATE events SET body = replace(body, ${given}, (SELECT ${given} FROM events WHERE type = 'FolioAssigned' ORDER BY position LIMIT 1))
       WHERE type = 'FolioAssigned';
       DELETE FROM folios; DELETE FROM folio_register; INSERT INTO folio_register VALUES (1, 0, 1)`,
    );
    expect(await json(['check'])).toMatchObject({
      status: 1,
      value: { ok: false, code: 'folio-unaccounted', at: expect.stringMatching(/^CR-/) },
    });
  });

  it('names a file whose triggers are gone, and one whose pages are damaged', async () => {
    await filed();
    const whole = readFileSync(path());
    const damaged = Buffer.from(whole);
    damaged.fill(0xab, 4096 * 3, 4096 * 4);
    writeFileSync(path(), damaged);
    expect(await json(['check'])).toMatchObject({ status: 1, value: { code: 'store-corrupt', at: null } });
    writeFileSync(path(), whole);
    const { DatabaseSync } = await import('node:sqlite');
    const raw = new DatabaseSync(path());
    raw.exec('DROP TRIGGER commands_no_delete');
    raw.close();
    expect(await json(['check'])).toMatchObject({ status: 1, value: { code: 'store-altered', at: null } });
  });

  it('tells what is known beside the keys and is missing, and goes on where a loss is accepted with its reason', async () => {
    await filed(1);
    copyFileSync(path(), join(folder(), 'older.db'));
    await filed(3);
    copyFileSync(join(folder(), 'older.db'), path());
    expect(await json(['check'])).toMatchObject({ status: 1, value: { ok: false, code: 'store-truncated' } });
    const input = JSON.stringify({ ...phonedFault, commandId: '0198c000-0000-7000-8000-000000000077' });
    expect(await json(['file', '--input', '-'], { input })).toMatchObject({
      status: 3,
      value: { ok: false, code: 'store-truncated' },
    });
    const refused = await quejas(['file', '--input', '-'], { input });
    expect(`${refused.stdout}${refused.stderr}`.match(/store-truncated/g)).toHaveLength(1);
    expect(await quejas(['totals'])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('[store-truncated]'),
    });
    const accepted = await json(['check', '--accept-loss', 'El disco se perdió']);
    expect(accepted).toMatchObject({
      status: 0,
      value: { ok: true, folios: { assigned: 1, void: expect.any(Number) } },
      stderr: expect.stringMatching(
        /^Se dieron por perdidos los eventos que faltaban\.\nFolios que no se darán: conectared \d+–\d+\.\n/u,
      ),
    });
    expect(await json(['file', '--input', '-'], { input })).toMatchObject({ status: 0, value: { ok: true } });
    expect(await json(['check'])).toMatchObject({ status: 0, value: { folios: { assigned: 2 } } });
    expect(await json(['check', '--accept-loss', 'otra vez'])).toMatchObject({
      status: 1,
      value: { ok: false, code: 'nothing-lost' },
    });
  });

  it('ends with 3 where there is no store, or it is another program’s file', async () => {
    expect(await json(['check'])).toMatchObject({ status: 3, value: { ok: false, code: 'store-missing' } });
    writeFileSync(path(), 'folio,status\n'.repeat(500));
    expect(await json(['check'])).toMatchObject({ status: 3, value: { ok: false, code: 'store-foreign' } });
  });

  it('ends at once where the user wants to stop', async () => {
    await filed();
    const stop = new AbortController();
    stop.abort();
    expect((await json(['check'], { signal: stop.signal })).value).toMatchObject({ code: 'interrupted' });
  });

  it('has no rows to compare in a store in which nothing was filed', async () => {
    const { sqliteEventStore } = await import('../../../src/infrastructure/sqlite/index.js');
    const store = sqliteEventStore({ path: path() });
    await store.open();
    await store.close();
    expect((await json(['check'])).value).toEqual({
      ok: true,
      events: 0,
      rows: 0,
      folios: { assigned: 0, free: 0, void: 0 },
      vault: null,
    });
  });

  it('tells what is missing of the store though the vault is lost too, and names no vault then', async () => {
    await filed(1);
    copyFileSync(path(), join(folder(), 'older.db'));
    await filed(3);
    const vault = join(folder(), 'config', 'quejas', 'keys.db');
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${vault}${suffix}`, { force: true });
    expect(await json(['check'])).toMatchObject({ status: 0, value: { ok: true, vault: null } });
    copyFileSync(join(folder(), 'older.db'), path());
    expect(await json(['check'])).toMatchObject({ status: 1, value: { code: 'store-truncated' } });
    expect(await quejas(['totals'])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('[store-truncated]'),
    });
    expect(existsSync(vault)).toBe(false);
  });

  it('names the vault whose master key comes from the environment', async () => {
    const env = { QUEJAS_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
    const input = JSON.stringify(phonedFault);
    await quejas(['file', '--input', '-', '--provider', 'conectared'], { input, env });
    expect(await json(['check'], { env })).toMatchObject({ status: 0, value: { vault: expect.any(String) } });
    expect(await json(['check'])).toMatchObject({ status: 0, value: { vault: null } });
  });
});
