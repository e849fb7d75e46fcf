import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fileKeyVault } from '../../../src/infrastructure/crypto/file-key-vault.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';
import { runWith } from './terminal.js';

afterAll(removeScratch);

/** A house with its store and its keys apart, as the command line is told of them. */
const house = () => {
  const folder = scratchFolder();
  const run = async (argv: readonly string[], env: Record<string, string> = {}) => {
    const place = ['--store', 'sqlite:q.db', '--keys', 'file:secrets/k.db', '--json'];
    const named = argv.includes('--keys') ? ['--store', 'sqlite:q.db', '--json'] : place;
    return runWith(libraryOpener, [...argv, ...named], { cwd: folder, env });
  };
  let filed = 0;
  const file = async (ref: string, env: Record<string, string> = {}) => {
    filed += 1;
    const argv = ['file', '--kind', 'fault', '--channel', 'phone', '--subscriber', ref];
    const said = ['--subscriber-name', `Name of ${ref}`, '--description', 'Sin señal.'];
    const done = await run(
      [...argv, ...said, '--provider', 'conectared', '--command-id', `f-${String(filed)}`],
      env,
    );
    return { ...done, folio: /"folio":"([^"]*)"/.exec(done.stdout)?.[1] ?? '' };
  };
  const shown = async (folio: string, env: Record<string, string> = {}) =>
    (await run(['show', folio, '--role', 'customer-service', '--actor', 'cs-1'], env)).stdout;
  const loseKeys = () => rmSync(join(folder, 'secrets'), { recursive: true });
  return { folder, run, file, shown, loseKeys, vault: join(folder, 'secrets', 'k.db') };
};

const keysIn = (told: unknown): unknown =>
  typeof told === 'object' && told !== null && 'keys' in told ? told.keys : undefined;

describe('quejas keys backup and restore', () => {
  it('bring every person back after the keys were lost, though the copy was made while a process used them', async () => {
    const { folder, run, file, shown, loseKeys, vault } = house();
    const { folio } = await file('s-1');
    const used = fileKeyVault(vault);
    await used.keyFor('s-2', 'conectared');
    const copied = await run(['keys', 'backup', 'copy.keys']);
    expect(copied).toMatchObject({ status: 0, json: [{ ok: true, persons: 2, destroyed: 0 }] });
    expect(copied.stderr).toContain('copy.keys.master');
    await used.close();
    loseKeys();
    expect(await shown(folio)).not.toContain('Name of s-1');
    expect(await run(['keys', 'restore', 'copy.keys'])).toMatchObject({ status: 0, json: [{ persons: 2 }] });
    expect(await shown(folio)).toContain('Name of s-1');
    expect(await run(['keys', 'check'])).toMatchObject({ status: 0, json: [{ ok: true, persons: 2 }] });
    for (const name of ['copy.keys', 'copy.keys.master', 'secrets/k.db', 'secrets/k.db.master'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('bring no destroyed key back: a tombstone wins over any restore', async () => {
    const { run, file, shown, vault } = house();
    const { folio } = await file('s-1');
    await file('s-2');
    await run(['keys', 'backup', 'copy.keys']);
    const used = fileKeyVault(vault);
    await used.destroy('s-1', 'conectared');
    await used.close();
    expect(await run(['keys', 'restore', 'copy.keys'])).toMatchObject({
      json: [{ persons: 1, destroyed: 1 }],
    });
    expect(await shown(folio)).toContain('"destroyed"');
  });

  it('take the keys in that a vault lacks, and leave those that it made since', async () => {
    const { folder, run, file, vault } = house();
    await file('s-1');
    const older = join(folder, 'older');
    cpSync(join(folder, 'secrets'), older, { recursive: true });
    await file('s-2');
    await run(['keys', 'backup', 'copy.keys']);
    cpSync(older, join(folder, 'secrets'), { recursive: true });
    const behind = await file('s-3');
    expect(behind).toMatchObject({ status: 3, json: [{ code: 'keys-behind' }] });
    expect(await run(['keys', 'restore', 'copy.keys'])).toMatchObject({ json: [{ persons: 2 }] });
    expect(readdirSync(join(folder, 'secrets'))).not.toContain('k.db.replaced');
    expect((await run(['keys', '--help'])).stdout).toMatch(
      /solo agrega[\s\\n]+al llavero las llaves que le faltan/u,
    );
    expect(await file('s-3')).toMatchObject({ status: 0 });
    expect(existsSync(vault)).toBe(true);
  });

  it('bring the key of the log back without its memory, which signs nothing until it is given the last head', async () => {
    const { folder, run, file, loseKeys, vault } = house();
    await file('s-1');
    const first = (await run(['audit', 'checkpoint'])).json[0];
    const copied = await run(['keys', 'backup', 'copy.keys']);
    expect(copied.stderr).toContain('copy.keys.conectared.signer');
    await file('s-2');
    await run(['export', 'handed-out']);
    loseKeys();
    const back = await run(['keys', 'restore', 'copy.keys']);
    expect([back.status, back.stderr]).toEqual([0, expect.stringContaining('audit checkpoint --last')]);
    expect(statSync(`${vault}.conectared.signer`).mode & 0o777).toBe(0o600);
    expect((await run(['audit', 'checkpoint'])).json).toMatchObject([{ code: 'signer-memory-missing' }]);
    const given = await run(['audit', 'checkpoint', '--last', 'handed-out/checkpoint']);
    expect(given.json).toMatchObject([{ ok: true, newKey: false, keys: keysIn(first) }]);
    // A signer that is there knows more than the copy, and stays.
    await run(['keys', 'restore', 'copy.keys']);
    expect((await run(['audit', 'check'])).json).toMatchObject([{ ok: true, signer: 'last' }]);
    expect(readdirSync(folder).filter((name) => name.includes('.copied'))).toEqual([]);
  });

  it('make no second key of a log of the same name in silence, where the copy lacks the key', async () => {
    const { folder, run, file, loseKeys } = house();
    await file('s-1');
    await run(['keys', 'backup', 'early.keys']);
    await run(['audit', 'checkpoint']);
    await run(['keys', 'backup', 'late.keys']);
    rmSync(join(folder, 'late.keys.conectared.signer'));
    loseKeys();
    const late = await run(['keys', 'restore', 'late.keys']);
    expect(late.stderr).toContain('.signer');
    for (const action of ['check', 'status', 'checkpoint'])
      expect(await run(['audit', action])).toMatchObject({
        status: 1,
        json: [{ code: 'signer-key-missing' }],
      });
    const renamed = await run(['audit', 'checkpoint', '--origin', 'conectared.example/second']);
    expect(renamed.json).toMatchObject([{ ok: true, newKey: true }]);
    loseKeys();
    // A copy from before the first head knows of none: that is told when it is put back.
    expect((await run(['keys', 'restore', 'early.keys'])).stderr).toContain('.signer');
    expect((await run(['audit', 'checkpoint'])).json).toMatchObject([{ newKey: true }]);
  });

  it('touch no vault of another store, unless it is to be replaced, and then keep it', async () => {
    const [ours, theirs] = [house(), house()];
    await ours.file('s-1');
    await theirs.file('s-1');
    await theirs.run(['keys', 'backup', 'copy.keys']);
    const from = join(theirs.folder, 'copy.keys');
    expect(await ours.run(['keys', 'restore', from])).toMatchObject({
      status: 3,
      json: [{ code: 'keys-foreign' }],
    });
    expect(await ours.run(['keys', 'check'])).toMatchObject({ status: 0 });
    expect(await ours.run(['keys', 'restore', from, '--replace'])).toMatchObject({ status: 0 });
    expect(readdirSync(join(ours.folder, 'secrets'))).toContain('k.db.replaced');
  });

  it('replace a vault by a copy without a master key of its own, and leave it as it is where that fails', async () => {
    const { folder, run, file, vault } = house();
    await file('s-1');
    await run(['keys', 'backup', 'copy.keys']);
    rmSync(join(folder, 'copy.keys.master'));
    for (const name of ['k.db.replaced', 'k.db.replaced-2']) {
      expect(await run(['keys', 'restore', 'copy.keys', '--replace'])).toMatchObject({ status: 0 });
      expect(readdirSync(join(folder, 'secrets'))).toContain(name);
      expect(await run(['keys', 'check'])).toMatchObject({ status: 0, json: [{ persons: 1 }] });
    }
    mkdirSync(`${vault}.restored`);
    expect(await run(['keys', 'restore', 'copy.keys', '--replace'])).toMatchObject({ status: 3 });
    expect(await run(['keys', 'check'])).toMatchObject({ status: 0, json: [{ persons: 1 }] });
  });

  it('replace no vault that a process uses', async () => {
    const { run, file, vault } = house();
    await file('s-1');
    await run(['keys', 'backup', 'copy.keys']);
    const used = fileKeyVault(vault);
    await used.keyFor('s-2', 'conectared');
    expect(await run(['keys', 'restore', 'copy.keys', '--replace'])).toMatchObject({
      status: 3,
      json: [{ code: 'keys-unavailable' }],
    });
    await used.keyFor('s-3', 'conectared');
    await used.close();
    expect(await run(['keys', 'check'])).toMatchObject({ json: [{ persons: 3 }] });
  });

  it('bring back no key that was destroyed since, also where the vault is replaced by the copy', async () => {
    const { run, file, vault } = house();
    await file('s-1');
    await file('s-2');
    await run(['keys', 'backup', 'copy.keys']);
    const used = fileKeyVault(vault);
    await used.destroy('s-1', 'conectared');
    await used.close();
    expect(await run(['keys', 'restore', 'copy.keys', '--replace'])).toMatchObject({
      json: [{ persons: 1, destroyed: 1 }],
    });
  });

  it('refuse a copy that would take the place of the keys: copy-is-vault', async () => {
    const { run, file, vault } = house();
    await file('s-1');
    const before = readFileSync(`${vault}.master`);
    for (const argv of [
      ['keys', 'backup', 'secrets/k.db', '--replace'],
      ['keys', 'backup', 'secrets/k.db.master', '--replace'],
      ['backup', 'secrets/k.db', '--replace'],
      ['backup', 'secrets/k.db.master', '--replace'],
    ])
      expect(await run(argv)).toMatchObject({ status: 2, json: [{ code: 'copy-is-vault' }] });
    expect(readFileSync(`${vault}.master`).equals(before)).toBe(true);
  });

  it('are not written where nothing can be, which is told of that place, not of the keys, and an earlier copy stays', async () => {
    const { folder, run, file } = house();
    await file('s-1');
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    for (const name of ['loop', 'dangling'])
      expect(await run(['keys', 'backup', name])).toMatchObject({
        status: 2,
        json: [{ code: 'store-exists' }],
      });
    mkdirSync(join(folder, 'taken'));
    for (const argv of [
      ['taken', '--replace'],
      ['x'.repeat(300)],
      ...(existsSync('/proc/self') ? [['/proc/quejas']] : []),
    ]) {
      const refused = await run(['keys', 'backup', ...argv]);
      expect(refused).toMatchObject({
        status: 3,
        json: [
          { code: 'copy-unwritable', message: expect.stringMatching(/no existe|es una carpeta|largo/u) },
        ],
      });
    }
    await run(['keys', 'backup', 'copy.keys']);
    const before = readFileSync(join(folder, 'copy.keys'));
    mkdirSync(join(folder, 'copy.keys.copied'));
    expect(await run(['keys', 'backup', 'copy.keys', '--replace'])).toMatchObject({
      json: [{ code: 'copy-unwritable' }],
    });
    expect(readFileSync(join(folder, 'copy.keys')).equals(before)).toBe(true);
    expect(await run(['keys', 'check'])).toMatchObject({ status: 0 });
  });

  it('refuse a place that is taken, and a folder that is not there', async () => {
    const { folder, run, file } = house();
    await file('s-1');
    writeFileSync(join(folder, 'taken'), 'x');
    expect(await run(['keys', 'backup', 'taken'])).toMatchObject({ json: [{ code: 'store-exists' }] });
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('x');
    expect(await run(['keys', 'backup', 'none/copy'])).toMatchObject({
      json: [{ code: 'store-folder-missing' }],
    });
    expect(await run(['keys', 'restore', 'none'])).toMatchObject({ status: 2 });
  });
});

describe('quejas keys rotate', () => {
  it('wraps every key by a new master key: the old one opens nothing, and what was sealed is read', async () => {
    const { run, file, shown, vault } = house();
    const { folio } = await file('s-1');
    const old = readFileSync(`${vault}.master`);
    expect(await run(['keys', 'rotate'])).toMatchObject({ status: 0, json: [{ ok: true, persons: 1 }] });
    expect(readFileSync(`${vault}.master`).equals(old)).toBe(false);
    expect(await shown(folio)).toContain('Name of s-1');
    expect(await file('s-2')).toMatchObject({ status: 0 });
    const withOld = fileKeyVault(vault, { masterKey: old });
    await expect(withOld.open()).rejects.toMatchObject({ details: { reason: 'master-other' } });
    await withOld.close();
  });

  it('takes the next key from the environment where the one in use comes from there', async () => {
    const { folder, run, file, shown } = house();
    const [one, two] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
    const { folio } = await file('s-1', { QUEJAS_MASTER_KEY: one });
    expect(existsSync(join(folder, 'secrets', 'k.db.master'))).toBe(false);
    expect(await run(['keys', 'rotate'], { QUEJAS_MASTER_KEY: one })).toMatchObject({
      status: 3,
      json: [{ code: 'keys-unavailable' }],
    });
    await run(['keys', 'rotate'], { QUEJAS_MASTER_KEY: one, QUEJAS_NEXT_MASTER_KEY: two });
    expect(await shown(folio, { QUEJAS_MASTER_KEY: two })).toContain('Name of s-1');
    expect(await file('s-2', { QUEJAS_MASTER_KEY: one })).toMatchObject({ status: 3 });
  });

  it('is noticed by a process that has the vault open: its next key is wrapped by the new master key', async () => {
    const { run, file, vault } = house();
    await file('s-1');
    const used = fileKeyVault(vault);
    await used.keyFor('s-2', 'conectared');
    await run(['keys', 'rotate']);
    await used.keyFor('s-3', 'conectared');
    await used.close();
    expect(await run(['keys', 'check'])).toMatchObject({ status: 0, json: [{ persons: 3 }] });
  });

  it('ends with the one or the other key in use where it was interrupted before its last step', async () => {
    const { run, file, shown, vault } = house();
    const { folio } = await file('s-1');
    const old = readFileSync(`${vault}.master`);
    await run(['keys', 'rotate']);
    cpSync(`${vault}.master`, `${vault}.master.next`);
    writeFileSync(`${vault}.master`, old);
    expect(await shown(folio)).toContain('Name of s-1');
    expect(existsSync(`${vault}.master.next`)).toBe(false);
  });
});

describe('quejas keys reindex', () => {
  it('makes a damaged index of phones anew: until then a search is refused, not answered with nothing', async () => {
    const { run, vault } = house();
    const argv = ['file', '--kind', 'fault', '--channel', 'phone', '--description', 'Sin señal.'];
    for (const ref of ['s-1', 's-2'])
      await run([
        ...argv,
        '--subscriber',
        ref,
        '--subscriber-phone',
        '2295550101',
        '--provider',
        'conectared',
      ]);
    const find = () =>
      run(['find', '--phone', '229 555 0101', '--role', 'customer-service', '--actor', 'cs-1']);
    expect(await find()).toMatchObject({ status: 0, json: [{ total: 2 }] });
    const { DatabaseSync } = await import('node:sqlite');
    const raw = new DatabaseSync(vault);
    raw.exec("DELETE FROM person_contacts WHERE person = 's-1'");
    raw.close();
    expect(await find()).toMatchObject({ status: 3, json: [{ code: 'contacts-damaged' }] });
    expect(await run(['keys', 'check'])).toMatchObject({ status: 3, json: [{ code: 'contacts-damaged' }] });
    expect(await run(['keys', 'reindex'])).toMatchObject({
      status: 0,
      json: [{ ok: true, filings: 2, readable: 2 }],
    });
    expect(await find()).toMatchObject({ status: 0, json: [{ total: 2 }] });
    expect(await run(['keys', 'check'])).toMatchObject({ status: 0 });
  });
});

describe('A copy from before a rotation', () => {
  it('is put back under the master key that is in use now', async () => {
    const { run, file, shown, vault } = house();
    const { folio } = await file('s-1');
    await run(['keys', 'backup', 'copy.keys']);
    await run(['keys', 'rotate']);
    const now = readFileSync(`${vault}.master`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${vault}${suffix}`, { force: true });
    expect(await run(['keys', 'restore', 'copy.keys'])).toMatchObject({ status: 0 });
    expect(readFileSync(`${vault}.master`).equals(now)).toBe(true);
    expect(await shown(folio)).toContain('Name of s-1');
  });
});

describe('quejas keys check', () => {
  it('finds a damaged key, another store’s vault, and keys in the folder of the store', async () => {
    const { folder, run, file, vault } = house();
    await file('s-1');
    const { DatabaseSync } = await import('node:sqlite');
    const raw = new DatabaseSync(vault);
    raw.exec("UPDATE person_keys SET wrapped = zeroblob(60) WHERE person = 's-1'");
    raw.close();
    expect(await run(['keys', 'check'])).toMatchObject({ status: 3, json: [{ code: 'keys-unavailable' }] });
    const other = fileKeyVault(join(folder, 'other.db'));
    await other.open();
    await other.close();
    const foreign = await run(['keys', 'check', '--keys', 'file:other.db']);
    expect(foreign).toMatchObject({ status: 3, json: [{ code: 'keys-foreign' }] });
    const adopted = await run(['keys', 'adopt', '--keys', 'file:other.db']);
    expect(adopted).toMatchObject({ status: 0, json: [{ ok: true, persons: 0 }] });
    const checked = await run(['keys', 'check', '--keys', 'file:other.db']);
    expect(checked.status).toBe(0);
    expect(checked.stderr).toContain('El llavero está en la carpeta del almacén');
  });

  it('is wrong use with another action, or of keys in memory', async () => {
    const { run } = house();
    expect(await run(['keys', 'burn'])).toMatchObject({ status: 2, json: [{ code: 'choice-invalid' }] });
    expect(await run(['keys', 'check', '--keys', 'memory:'])).toMatchObject({ status: 3 });
    expect(await run(['keys', 'backup'])).toMatchObject({ status: 2, json: [{ code: 'argument-missing' }] });
  });
});
