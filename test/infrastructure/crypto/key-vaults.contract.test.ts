import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../../src/application/errors/code-of.js';
import { fileKeyVault, type MasterKey } from '../../../src/infrastructure/crypto/file-key-vault.js';
import { checkVault } from '../../../src/infrastructure/crypto/vault-copies.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { loadDriver } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { builtFile } from '../../support/built.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';

let built = '';
beforeAll(() => {
  built = builtFile('infrastructure/crypto/file-key-vault.js');
}, 300_000);
afterAll(removeScratch);

const vaults = {
  memory: () => memoryKeyVault(),
  file: () => fileKeyVault(join(scratchFolder(), 'keys.db')),
} as const;

describe.each(['memory', 'file'] as const)('the %s vault', (kind) => {
  it('gives one person the same key always, and two persons two', async () => {
    const vault = vaults[kind]();
    const [a, again, b] = await Promise.all([
      vault.keyFor('s-1', 'isp'),
      vault.keyFor('s-1', 'isp'),
      vault.keyFor('s-2', 'isp'),
    ]);
    expect(a.equals(again)).toBe(true);
    expect(a.equals(b)).toBe(false);
    expect(vault.cachedKey('s-1', 'isp')?.equals(a)).toBe(true);
    await vault.close();
  });

  it('makes no key for who only wants to read', async () => {
    const vault = vaults[kind]();
    expect(await vault.existingKey('s-1', 'isp')).toBeUndefined();
    await vault.keyFor('s-2', 'isp');
    expect(await vault.existingKey('s-1', 'isp')).toBeUndefined();
    await vault.close();
  });
});

describe.each(['memory', 'file'] as const)('a person’s key in the %s vault', (kind) => {
  it('is another one at another provider: two providers, one vault, s-1 in both', async () => {
    const vault = vaults[kind]();
    const [one, other] = [await vault.keyFor('s-1', 'isp'), await vault.keyFor('s-1', 'wisp')];
    expect(one.equals(other)).toBe(false);
    await vault.destroy?.('s-1', 'isp');
    expect(await vault.existingKey('s-1', 'isp')).toBeUndefined();
    expect((await vault.existingKey('s-1', 'wisp'))?.equals(other)).toBe(true);
    await vault.close();
  });

  it('is destroyed for good: a tombstone stays, no other key is made, and the contacts are gone', async () => {
    const vault = vaults[kind]();
    await vault.keyFor('s-1', 'isp');
    await vault.contacts?.note([{ provider: 'isp', person: 's-1', complaint: 'c-1', hash: 'h-1' }]);
    expect(await vault.isDestroyed?.('s-1', 'isp')).toBe(false);
    await vault.destroy?.('s-1', 'isp');
    expect(await vault.isDestroyed?.('s-1', 'isp')).toBe(true);
    expect(vault.cachedKey('s-1', 'isp')).toBeUndefined();
    await expect(vault.keyFor('s-1', 'isp')).rejects.toMatchObject({ code: 'key-destroyed' });
    expect(await vault.contacts?.withHash('h-1')).toEqual([]);
    await vault.destroy?.('s-1', 'isp');
    await vault.close();
  });

  it('moves the generation of its vault on, and leaves what tells the vault from others', async () => {
    const vault = vaults[kind]();
    await vault.keyFor('s-1', 'isp');
    const before = await vault.identity?.();
    await vault.keyFor('s-2', 'isp');
    const after = await vault.identity?.();
    expect(after).toMatchObject({ id: before?.id, check: before?.check });
    expect(after?.generation).toBeGreaterThan(before?.generation ?? 0);
    await vault.close();
  });
});

describe.each(['memory', 'file'] as const)('the index of contacts in the %s vault', (kind) => {
  const entry = (complaint: string, hash = 'h-1') => ({ provider: 'isp', person: 's-1', complaint, hash });

  it('finds what was noted, once and in the order of complaints, and keeps hashes apart', async () => {
    const vault = vaults[kind]();
    await Promise.all([
      vault.keyFor('s-1', 'isp'),
      vault.contacts?.note([entry('c-2'), entry('c-1'), entry('c-2')]),
      vault.contacts?.note([entry('c-3', 'h-2')]),
    ]);
    expect(await vault.contacts?.withHash('h-1')).toEqual([entry('c-1'), entry('c-2')]);
    expect(await vault.contacts?.withHash('h-3')).toEqual([]);
    await vault.close();
  });

  it('keeps nothing of a person who has no key, though one is made later', async () => {
    const vault = vaults[kind]();
    await vault.keyFor('s-2', 'isp');
    await vault.contacts?.note([entry('c-1'), { ...entry('c-2'), person: 's-2' }]);
    await vault.keyFor('s-1', 'isp');
    expect(await vault.contacts?.withHash('h-1')).toEqual([{ ...entry('c-2'), person: 's-2' }]);
    await vault.close();
  });
});

describe('the index of contacts in the file vault', () => {
  const entry = (number: number, provider = 'isp') => ({
    ...{ provider, person: `s-${String(number)}`, complaint: `c-${String(number)}` },
    hash: `abc-${String(number)}`,
  });
  const hash = 'abc-1';

  const filledAt = async (path: string) => {
    const vault = fileKeyVault(path);
    for (const provider of ['isp', 'other'])
      for (const number of [1, 2, 3]) {
        await vault.keyFor(`s-${String(number)}`, provider);
        await vault.contacts?.note([entry(number, provider)]);
      }
    return vault;
  };
  const change = (path: string, sql: string): void => {
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
  };

  it.each([
    ['an entry says something else', "UPDATE person_contacts SET complaint = 'c-9' WHERE person = 's-1'"],
    ['a hash lies elsewhere', "UPDATE person_contacts SET hash = 'xyz-1' WHERE hash = 'abc-1'"],
    ['an entry beside it is another one', "UPDATE person_contacts SET hash = 'abc-9' WHERE hash = 'abc-2'"],
    ['an entry is gone', "DELETE FROM person_contacts WHERE person = 's-1'"],
    ['all entries are gone', 'DELETE FROM person_contacts'],
    ['a sum is gone', 'DELETE FROM contact_sums'],
    ['a sum is another one', 'UPDATE contact_sums SET total = total + 1'],
  ])('tells a search, and the check of the keys, where %s', async (_what, sql) => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = await filledAt(path);
    expect(await vault.contacts?.withHash(hash)).toEqual([entry(1), entry(1, 'other')]);
    expect(await checkVault({ path })).toMatchObject({ persons: 6 });
    change(path, sql);
    await expect(vault.contacts?.withHash(hash)).rejects.toMatchObject({ code: 'contacts-damaged' });
    await expect(checkVault({ path })).rejects.toMatchObject({ code: 'contacts-damaged' });
    await vault.close();
  });

  it('tells until it was noted anew, provider by provider, and finds everything then', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = await filledAt(path);
    change(path, "DELETE FROM person_contacts WHERE person = 's-1'; UPDATE person_contacts SET hash = 'x'");
    const seen: unknown[] = [];
    const remake = (provider: string) =>
      vault.contacts?.remake?.(provider, async () => {
        seen.push(await vault.contacts?.withHash(hash).catch((error: unknown) => codeOf(error)));
        for (const number of [1, 2, 3]) await vault.contacts?.note([entry(number, provider)]);
        return provider;
      });
    expect(await remake('isp')).toBe('isp');
    await expect(vault.contacts?.withHash(hash)).rejects.toMatchObject({ code: 'contacts-damaged' });
    expect(await remake('other')).toBe('other');
    expect(seen).toEqual(['contacts-damaged', 'contacts-damaged']);
    expect(await vault.contacts?.withHash(hash)).toEqual([entry(1), entry(1, 'other')]);
    expect(await checkVault({ path })).toMatchObject({ persons: 6 });
    await vault.close();
  });

  it('is whole after a person’s key was destroyed, or taken away by another process', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = await filledAt(path);
    await vault.destroy('s-1', 'isp');
    change(path, "DELETE FROM person_keys WHERE person = 's-2' AND provider = 'isp'");
    expect(await vault.contacts?.withHash(hash)).toEqual([entry(1, 'other')]);
    expect(await vault.contacts?.withHash('abc-2')).toEqual([entry(2, 'other')]);
    await vault.close();
  });

  it('has the entries of a vault that was made before they had checksums', async () => {
    const path = join(scratchFolder(), 'keys.db');
    await (await filledAt(path)).close();
    change(
      path,
      `CREATE TABLE older AS SELECT hash, complaint, provider, person FROM person_contacts;
       DROP TABLE contact_sums; DROP TRIGGER contacts_go_with_the_key; DROP TABLE person_contacts;
       CREATE TABLE person_contacts (hash TEXT NOT NULL, complaint TEXT NOT NULL, provider TEXT NOT NULL, person TEXT NOT NULL,
         PRIMARY KEY (hash, complaint, provider, person)) STRICT, WITHOUT ROWID;
       INSERT INTO person_contacts SELECT * FROM older; DROP TABLE older;`,
    );
    const vault = fileKeyVault(path);
    expect(await vault.contacts?.withHash(hash)).toEqual([entry(1), entry(1, 'other')]);
    expect(await checkVault({ path })).toMatchObject({ persons: 6 });
    await vault.destroy('s-1', 'isp');
    expect(await vault.contacts?.withHash(hash)).toEqual([entry(1, 'other')]);
    await vault.close();
  });
});

describe('the file vault', () => {
  it('loses the contacts of a person with their key, by whatever process that is taken away', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await Promise.all([vault.keyFor('s-1', 'isp'), vault.keyFor('s-2', 'isp')]);
    const of = (person: string) => ({ provider: 'isp', person, complaint: 'c-1', hash: 'h-1' });
    await vault.contacts?.note([of('s-1'), of('s-2')]);
    const { DatabaseSync } = loadDriver();
    const other = new DatabaseSync(path);
    other.exec("DELETE FROM person_keys WHERE person = 's-1'");
    other.close();
    expect(await vault.contacts?.withHash('h-1')).toEqual([of('s-2')]);
    await vault.close();
  });

  it('has its keys again in another process, though two make one person’s at once', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const [one, two] = [fileKeyVault(path), fileKeyVault(path)];
    const [a, b] = await Promise.all([one.keyFor('s-1', 'isp'), two.keyFor('s-1', 'isp')]);
    expect(a.equals(b)).toBe(true);
    await one.close();
    await two.close();
    const next = fileKeyVault(path);
    expect((await next.existingKey('s-1', 'isp'))?.equals(a)).toBe(true);
    await next.close();
  });

  it('opens nothing before it is used', () => {
    const path = join(scratchFolder(), 'none', 'keys.db');
    fileKeyVault(path);
    expect(existsSync(path)).toBe(false);
  });

  it('keeps no key in the clear, and says so when its master key is another one', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    const key = (await vault.keyFor('s-1', 'isp')).export();
    await vault.close();
    expect(readFileSync(path).includes(key)).toBe(false);
    writeFileSync(`${path}.master`, Buffer.alloc(32, 7));
    const other = fileKeyVault(path);
    await expect(other.existingKey('s-1', 'isp')).rejects.toMatchObject({ code: 'keys-unavailable' });
    await other.close();
  });

  it('tells by a code what hinders it, whichever call meets it', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await vault.keyFor('s-1', 'isp');
    const { DatabaseSync } = loadDriver();
    const other = new DatabaseSync(path);
    other.exec('DROP TABLE person_keys; DROP TABLE person_contacts; DROP TABLE vault');
    other.close();
    const calls = [
      () => vault.existingKey('s-2', 'isp'),
      () => vault.keyFor('s-3', 'isp'),
      () => vault.contacts?.withHash('h-1'),
      () => vault.contacts?.note([{ provider: 'isp', person: 's-1', complaint: 'c-1', hash: 'h-1' }]),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'keys-unavailable' });
    await vault.close();
  });

  it('stays closed', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await vault.keyFor('s-1', 'isp');
    await vault.close();
    for (const call of [() => vault.keyFor('s-1', 'isp'), () => vault.existingKey('s-1', 'isp'), vault.open])
      await expect(call()).rejects.toMatchObject({ code: 'keys-unavailable' });
    await vault.close();
  });

  it('makes its master key whole, and leaves no draft of it', async () => {
    const folder = scratchFolder();
    const vault = fileKeyVault(join(folder, 'keys.db'));
    await vault.open();
    await vault.close();
    expect(readdirSync(folder).sort()).toEqual(['keys.db', 'keys.db.master']);
    expect(statSync(join(folder, 'keys.db.master'))).toMatchObject({ size: 32 });
    expect(statSync(join(folder, 'keys.db.master')).mode & 0o777).toBe(0o600);
  });

  const pathOf = async (...persons: readonly string[]) => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    for (const person of persons) await vault.keyFor(person, 'isp');
    await vault.open();
    await vault.close();
    return path;
  };

  it('makes no new master key where it is lost while the key file remains: keys-unavailable, nothing made', async () => {
    const path = await pathOf('s-1');
    rmSync(`${path}.master`);
    const vault = fileKeyVault(path);
    await expect(vault.keyFor('s-2', 'isp')).rejects.toMatchObject({
      code: 'keys-unavailable',
      details: { reason: 'master-missing' },
    });
    await expect(vault.open()).rejects.toMatchObject({ code: 'keys-unavailable' });
    expect(existsSync(`${path}.master`)).toBe(false);
    await vault.close();
  });

  it('is told at once from one whose master key is another one, though it holds no key yet', async () => {
    const path = await pathOf();
    writeFileSync(`${path}.master`, Buffer.alloc(32, 7));
    const vault = fileKeyVault(path);
    await expect(vault.open()).rejects.toMatchObject({ details: { reason: 'master-other' } });
    await vault.close();
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['cut off', Buffer.alloc(31)],
  ])('is not used with a master key that is %s', async (_what, bytes) => {
    const path = await pathOf('s-1');
    writeFileSync(`${path}.master`, bytes);
    const vault = fileKeyVault(path);
    await expect(vault.existingKey('s-1', 'isp')).rejects.toMatchObject({
      details: { reason: 'master-length' },
    });
    await vault.close();
  });

  it('notices a key row deleted under a running process, and makes no other key for that person', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await vault.keyFor('s-1', 'isp');
    const { DatabaseSync } = loadDriver();
    const other = new DatabaseSync(path);
    other.exec("DELETE FROM person_keys WHERE person = 's-1'");
    other.close();
    await pause(600);
    expect(vault.cachedKey('s-1', 'isp')).toBeUndefined();
    await expect(vault.keyFor('s-1', 'isp')).rejects.toMatchObject({ code: 'keys-behind' });
    await vault.close();
  });

  it('uses no key a second after another process destroyed it', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const [one, two] = [fileKeyVault(path), fileKeyVault(path)];
    await one.keyFor('s-1', 'isp');
    await two.destroy('s-1', 'isp');
    await pause(600);
    expect(one.cachedKey('s-1', 'isp')).toBeUndefined();
    await expect(one.keyFor('s-1', 'isp')).rejects.toMatchObject({ code: 'key-destroyed' });
    await Promise.all([one.close(), two.close()]);
  });

  it('leaves no byte of a destroyed key in any of its files', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await vault.keyFor('s-1', 'isp');
    const { DatabaseSync } = loadDriver();
    const other = new DatabaseSync(path, { readOnly: true });
    const wrapped = other.prepare('SELECT wrapped FROM person_keys').get()?.['wrapped'];
    other.close();
    await vault.destroy('s-1', 'isp');
    const found = ['', '-wal'].filter(
      (suffix) =>
        existsSync(`${path}${suffix}`) &&
        wrapped instanceof Uint8Array &&
        readFileSync(`${path}${suffix}`).includes(Buffer.from(wrapped)),
    );
    expect(found).toEqual([]);
    await vault.close();
  });

  it('takes its master key from a file, raw or base64, from the environment, as bytes or from a function', async () => {
    const folder = scratchFolder();
    const bytes = Buffer.alloc(32, 9);
    writeFileSync(join(folder, 'kek'), bytes.toString('base64'));
    process.env['QUEJAS_TEST_KEK'] = bytes.toString('base64');
    const path = join(folder, 'vault', 'keys.db');
    const file: MasterKey = `file:${join(folder, 'kek')}`;
    const keys: Buffer[] = [];
    for (const masterKey of [file, 'env:QUEJAS_TEST_KEK', bytes, () => Promise.resolve(bytes)] as const) {
      const vault = fileKeyVault(path, { masterKey });
      keys.push((await vault.keyFor('s-1', 'isp')).export());
      await vault.close();
    }
    delete process.env['QUEJAS_TEST_KEK'];
    expect(keys.every((key) => key.equals(keys[0] ?? Buffer.alloc(0)))).toBe(true);
    expect(readdirSync(join(folder, 'vault'))).toEqual(['keys.db']);
  });

  it('is one vault where four threads open a new one at once', async () => {
    const path = join(scratchFolder(), 'new', 'keys.db');
    const work = `
      const { workerData, parentPort } = require('node:worker_threads');
      void import(workerData.built).then(async ({ fileKeyVault }) => {
        const vault = fileKeyVault(workerData.path);
        const bytes = (await vault.keyFor('s-1', 'isp')).export().toString('hex');
        await vault.close();
        parentPort.postMessage(bytes);
      });`;
    const one = () =>
      new Promise((resolve, reject) => {
        const thread = new Worker(work, { eval: true, workerData: { path, built } });
        thread.once('message', resolve).once('error', reject);
      });
    const keys = await Promise.all([one(), one(), one(), one()]);
    expect(new Set(keys).size).toBe(1);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['keys.db', 'keys.db.master']);
    for (const file of [path, `${path}.master`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
