import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fileKeyVault } from '../../../src/infrastructure/crypto/file-key-vault.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
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

describe('the file vault', () => {
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
    await expect(other.existingKey('s-1')).rejects.toMatchObject({ message: expect.any(String) });
    await other.close();
  });
});
