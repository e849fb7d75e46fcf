import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fileKeyVault } from '../../../src/infrastructure/crypto/file-key-vault.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { loadDriver } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';

afterAll(removeScratch);

const vaults = {
  memory: () => memoryKeyVault(),
  file: () => fileKeyVault(join(scratchFolder(), 'keys.db')),
} as const;

describe.each(['memory', 'file'] as const)('the %s vault', (kind) => {
  it('gives one person the same key always, and two persons two', async () => {
    const vault = vaults[kind]();
    const [a, again, b] = await Promise.all([vault.keyFor('s-1'), vault.keyFor('s-1'), vault.keyFor('s-2')]);
    expect(a.equals(again)).toBe(true);
    expect(a.equals(b)).toBe(false);
    expect(vault.cachedKey('s-1')?.equals(a)).toBe(true);
    await vault.close();
  });

  it('makes no key for who only wants to read', async () => {
    const vault = vaults[kind]();
    expect(await vault.existingKey('s-1')).toBeUndefined();
    await vault.keyFor('s-2');
    expect(await vault.existingKey('s-1')).toBeUndefined();
    await vault.close();
  });
});

describe.each(['memory', 'file'] as const)('the index of contacts in the %s vault', (kind) => {
  const entry = (complaint: string, hash = 'h-1') => ({ person: 's-1', complaint, hash });

  it('finds what was noted, once and in the order of complaints, and keeps hashes apart', async () => {
    const vault = vaults[kind]();
    await Promise.all([
      vault.keyFor('s-1'),
      vault.contacts?.note([entry('c-2'), entry('c-1'), entry('c-2')]),
      vault.contacts?.note([entry('c-3', 'h-2')]),
    ]);
    expect(await vault.contacts?.withHash('h-1')).toEqual([entry('c-1'), entry('c-2')]);
    expect(await vault.contacts?.withHash('h-3')).toEqual([]);
    await vault.close();
  });

  it('keeps nothing of a person who has no key, though one is made later', async () => {
    const vault = vaults[kind]();
    await vault.keyFor('s-2');
    await vault.contacts?.note([entry('c-1'), { ...entry('c-2'), person: 's-2' }]);
    await vault.keyFor('s-1');
    expect(await vault.contacts?.withHash('h-1')).toEqual([{ ...entry('c-2'), person: 's-2' }]);
    await vault.close();
  });
});

describe('the file vault', () => {
  it('loses the contacts of a person with their key, by whatever process that is taken away', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await Promise.all([vault.keyFor('s-1'), vault.keyFor('s-2')]);
    const of = (person: string) => ({ person, complaint: 'c-1', hash: 'h-1' });
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
    const [a, b] = await Promise.all([one.keyFor('s-1'), two.keyFor('s-1')]);
    expect(a.equals(b)).toBe(true);
    await one.close();
    await two.close();
    const next = fileKeyVault(path);
    expect((await next.existingKey('s-1'))?.equals(a)).toBe(true);
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
    const key = (await vault.keyFor('s-1')).export();
    await vault.close();
    expect(readFileSync(path).includes(key)).toBe(false);
    writeFileSync(`${path}.master`, Buffer.alloc(32, 7));
    const other = fileKeyVault(path);
    await expect(other.existingKey('s-1')).rejects.toMatchObject({ code: 'keys-unavailable' });
    await other.close();
  });

  it('tells by a code what hinders it, whichever call meets it', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await vault.keyFor('s-1');
    const { DatabaseSync } = loadDriver();
    const other = new DatabaseSync(path);
    other.exec('DROP TRIGGER contacts_go_with_the_key; DROP TABLE person_keys; DROP TABLE person_contacts');
    other.close();
    const calls = [
      () => vault.existingKey('s-2'),
      () => vault.keyFor('s-3'),
      () => vault.contacts?.withHash('h-1'),
      () => vault.contacts?.note([{ person: 's-1', complaint: 'c-1', hash: 'h-1' }]),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'keys-unavailable' });
    await vault.close();
  });

  it('stays closed', async () => {
    const path = join(scratchFolder(), 'keys.db');
    const vault = fileKeyVault(path);
    await vault.keyFor('s-1');
    await vault.close();
    for (const call of [() => vault.keyFor('s-1'), () => vault.existingKey('s-1'), vault.open])
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
});
