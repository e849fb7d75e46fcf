import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { fieldOf, textOf } from './json-fields.js';

const { folder, quejas, json } = cliFolder();

const file = async (): Promise<string> => {
  const filed = await json(['file', '--input', '-', '--provider', 'conectared'], {
    input: JSON.stringify(phonedFault),
  });
  return textOf(filed.value, 'folio');
};

const there = ['migrate', '--from', 'sqlite:quejas.db', '--to', 'sqlite:new/new.db'];

describe('quejas migrate', () => {
  beforeEach(() => {
    mkdirSync(join(folder(), 'new'));
  });

  it('copies a store with everything in it, and says how much and its hash', async () => {
    const folio = await file();
    await quejas(['assign', folio, '--technician', 'rt-3']);
    const first = await json(there);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^\{"streams":\d+,"events":\d+,"skipped":0,"sha256":"[0-9a-f]{64}","appendedMeanwhile":0\}\n$/,
    );
    for (const argv of [['show', folio], ['queue'], ['events']]) {
      const at = (store: string) => json([...argv, '--store', store]);
      expect((await at('sqlite:new/new.db')).stdout).toBe((await at('sqlite:quejas.db')).stdout);
    }
  });

  it('opens personal values at the new place with the keys where they were', async () => {
    const folio = await file();
    await quejas(there);
    const shown = await quejas(['show', folio, '--store', 'sqlite:new/new.db', '--role', 'customer-service']);
    expect(shown.stdout).toContain('Ana Pérez');
  });

  it('takes the work on at the new place: the next folio is another one', async () => {
    const folio = await file();
    await quejas(there);
    const { value } = await json(['file', '--input', '-', '--store', 'sqlite:new/new.db'], {
      input: JSON.stringify({ ...phonedFault, commandId: '0198c000-0000-7000-8000-000000000002' }),
    });
    expect(textOf(value, 'folio')).not.toBe(folio);
    const again = await json(['file', '--input', '-', '--store', 'sqlite:new/new.db'], {
      input: JSON.stringify(phonedFault),
    });
    expect(again.value).toMatchObject({ folio, duplicate: true });
  });

  it('passes over everything when it is repeated, and comes to the same hash', async () => {
    await file();
    const { value: first } = await json(there);
    const { value: second } = await json(there);
    expect(second).toEqual({ ...Object(first), skipped: fieldOf(first, 'events') });
  });

  it('prints the same for a person, in Spanish', async () => {
    await file();
    expect((await quejas(there)).stdout).toMatch(
      /^Flujos\t\d+\nEventos\t\d+\nYa estaban en el destino\t0\nSHA-256\t[0-9a-f]{64}\n$/,
    );
  });

  it('is refused with status 1 where the target has something else', async () => {
    await file();
    const elsewhere = ['file', '--input', '-', '--provider', 'conectared', '--store', 'sqlite:new/new.db'];
    await json(elsewhere, { input: JSON.stringify({ ...phonedFault, commandId: 'another' }) });
    expect(await json(there)).toMatchObject({
      status: 1,
      value: { ok: false, code: 'migrate-conflict', message: expect.stringContaining('folio-CR') },
    });
  });

  it('makes nothing where there is no source', async () => {
    expect(await json(there)).toMatchObject({ status: 3, value: { ok: false, code: 'store-missing' } });
    expect(existsSync(join(folder(), 'new', 'new.db'))).toBe(false);
  });

  it('stops with status 1 where the user interrupts', async () => {
    await file();
    expect(await json(there, { signal: AbortSignal.abort() })).toMatchObject({
      status: 1,
      value: { code: 'interrupted' },
    });
  });

  it.each([
    [['migrate', '--to', 'sqlite:b.db'], 'argument-missing'],
    [['migrate', '--from', 'sqlite:quejas.db'], 'argument-missing'],
    [['migrate', '--from', 'sqlite:./quejas.db', '--to', 'sqlite:quejas.db'], 'migrate-itself'],
    [['migrate', '--from', 'memory:', '--to', 'sqlite:b.db'], 'url-invalid'],
    [['migrate', '--from', 'sqlite:', '--to', 'sqlite:b.db'], 'url-invalid'],
  ])('is wrong use, with status 2: %j', async (argv, code) => {
    expect(await json(argv)).toMatchObject({ status: 2, value: { ok: false, code } });
  });

  it('never prints a password, however the address is mistyped', async () => {
    await file();
    for (const url of ['esbd://ana:s3cr3t@db:2113', 'postgres://ana:p@/s3cr3t@db', 'esdb:/ana:s3cr3t@db']) {
      for (const argv of [
        ['--from', 'sqlite:quejas.db', '--to', url],
        ['--from', url, '--to', 'sqlite:b.db'],
      ]) {
        const { stdout, stderr, status } = await quejas(['migrate', ...argv]);
        expect(status).toBe(2);
        expect(stdout + stderr).not.toContain('s3cr3t');
      }
    }
  });
});
