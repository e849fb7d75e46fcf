import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeQuejas, shownCase } from './fake-quejas.js';
import { runWith, type Setting } from './terminal.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quejas-cli-'));
  for (const name of ['quejas.db', 'other.db', 'my.keys']) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = async (argv: readonly string[], env: Setting['env'] = {}) => {
  const fake = fakeQuejas({ show: () => Promise.resolve(shownCase()) });
  await runWith(fake.opener, argv, { cwd: folder, env: { ...env } });
  return fake.places[0];
};

describe('where things are', () => {
  it('is the folder one stands in, and the configuration of the user for keys', async () => {
    expect(await place(['file'])).toMatchObject({
      store: `sqlite:${join(folder, 'quejas.db')}`,
      rows: undefined,
      keys: 'file:/nowhere/.config/quejas/keys.db',
      provider: undefined,
      access: 'create',
    });
  });

  it('is what the environment says, and what the command line says before it', async () => {
    const env = { QUEJAS_STORE: 'sqlite:other.db', QUEJAS_KEYS: 'file:my.keys', XDG_CONFIG_HOME: '/config' };
    expect(await place(['close', 'F'], env)).toMatchObject({
      store: `sqlite:${join(folder, 'other.db')}`,
      keys: `file:${join(folder, 'my.keys')}`,
      access: 'write',
    });
    expect(await place(['close', 'F', '--store', 'memory:', '--keys', 'memory:'], env)).toMatchObject({
      store: 'memory:',
      keys: 'memory:',
    });
    expect(await place(['close', 'F'], { XDG_CONFIG_HOME: '/config' })).toMatchObject({
      keys: 'file:/config/quejas/keys.db',
    });
  });

  it('never leaves keys of a store that ends with the process', async () => {
    expect(await place(['close', 'F', '--store', 'memory:'])).toMatchObject({ keys: 'memory:' });
  });

  it('makes no vault for a command that only reads', async () => {
    expect(await place(['show', 'F'])).toMatchObject({ keys: 'memory:', access: 'read' });
    expect(await place(['show', 'F', '--keys', 'file:my.keys'])).toMatchObject({
      keys: `file:${join(folder, 'my.keys')}`,
    });
  });

  it('takes the provider of the environment where the command line names none', async () => {
    const env = { QUEJAS_PROVIDER: 'conectared' };
    expect(await place(['file'], env)).toMatchObject({ provider: 'conectared' });
    expect(await place(['file', '--provider', 'emenet'], env)).toMatchObject({ provider: 'emenet' });
    expect(await place(['file'], { QUEJAS_PROVIDER: './own.json' })).toMatchObject({
      provider: join(folder, 'own.json'),
    });
    expect(await place(['file'], { QUEJAS_PROVIDER: '' })).toMatchObject({ provider: undefined });
  });

  it('takes a provider by its id, or from a file', async () => {
    expect(await place(['file', '--provider', 'emenet'])).toMatchObject({ provider: 'emenet' });
    expect(await place(['file', '--provider', 'mine.json'])).toMatchObject({
      provider: join(folder, 'mine.json'),
    });
  });

  it('is a server, with its rows here: where the command line says, the environment, or in this folder', async () => {
    const store = 'esdb+discover://admin:changeit@a,b:2113?tls=true';
    expect(await place(['file', '--store', store])).toMatchObject({
      store,
      rows: `sqlite:${join(folder, 'quejas-rows.db')}`,
    });
    const env = { QUEJAS_STORE: 'kurrentdb://server', QUEJAS_ROWS: 'sqlite:r.db' };
    expect(await place(['queue'], env)).toMatchObject({ rows: `sqlite:${join(folder, 'r.db')}` });
    expect(await place(['queue', '--rows', 'memory:'], env)).toMatchObject({
      store: 'kurrentdb://server',
      rows: 'memory:',
    });
    expect(await place(['file'], { QUEJAS_ROWS: 'sqlite:r.db' })).toMatchObject({ rows: undefined });
  });

  it.each([
    ['--store', 'esbd://admin:s3cr@t@db'],
    ['--store', 'esdb:admin:s3cr t@db'],
    ['--rows', 'postgres://u:s3cr@t@db'],
  ])('tells no password of a %s that it does not understand', async (name, url) => {
    const store = name === '--rows' ? ['--store', 'esdb://db'] : [];
    const ran = await runWith(fakeQuejas().opener, ['file', ...store, name, url, '--json'], { cwd: folder });
    expect(ran.status).toBe(2);
    expect(ran.json).toMatchObject([{ ok: false, code: 'url-invalid' }]);
    expect(ran.stdout + ran.stderr).not.toContain('s3cr');
  });

  it('means a local time of the clock by the zone of the provider', async () => {
    const local = await place(['file', '--now', '24/11/2026 10:00']);
    expect((await local?.clockIn('America/Mexico_City'))?.()).toBe('2026-11-24T16:00:00.000Z');
    expect((await local?.clockIn('America/Tijuana'))?.()).toBe('2026-11-24T18:00:00.000Z');
  });

  it('keeps the clock that is given', async () => {
    const fixed = await place(['file', '--now', '2026-11-24T00:00:00-06:00']);
    expect((await fixed?.clockIn('America/Tijuana'))?.()).toBe('2026-11-24T06:00:00.000Z');
  });
});
