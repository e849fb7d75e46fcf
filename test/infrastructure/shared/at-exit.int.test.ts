import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { stagedBundle } from '../../../src/infrastructure/bundle/staged-bundle.js';
import { backUpVault } from '../../../src/infrastructure/crypto/vault-copies.js';
import { fileKeyVault } from '../../../src/infrastructure/crypto/file-key-vault.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';

afterAll(removeScratch);

const listeners = (): number => process.listenerCount('exit');

describe('what is half made as a process is told to end', () => {
  it.each(['bundle', 'bundle.zip'])('is removed of a bundle that is written: %s', (name) => {
    const folder = scratchFolder();
    const before = process.listeners('exit');
    const sink = stagedBundle(join(folder, name));
    sink.write('a/b.json', Buffer.from('{}'));
    expect(readdirSync(folder).join()).toContain('partial');
    for (const listener of process.listeners('exit')) if (!before.includes(listener)) listener(143);
    expect(readdirSync(folder)).toEqual([]);
    sink.discard();
    expect(listeners()).toBe(before.length);
  });

  it('is removed of a copy of the store, which the process listens for no longer once it is made', async () => {
    const folder = scratchFolder();
    const before = process.listeners('exit');
    mkdirSync(join(folder, 'copies'));
    const store = sqliteEventStore({ path: join(folder, 'q.db') });
    await store.open();
    const copying = store.backUp(join(folder, 'copies', 'copy.db'));
    const own = process.listeners('exit').filter((each) => !before.includes(each));
    expect(own).toHaveLength(1);
    await copying;
    await store.close();
    expect(listeners()).toBe(before.length);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['copy.db']);
  });

  it('is listened for no longer once a copy of the keys is made', async () => {
    const folder = scratchFolder();
    const before = listeners();
    const vault = fileKeyVault(join(folder, 'k.db'));
    await vault.keyFor('s-1', 'conectared');
    await vault.close();
    await backUpVault({ path: join(folder, 'k.db') }, join(folder, 'copy.keys'));
    expect(listeners()).toBe(before);
    expect(readdirSync(folder).filter((name) => /copied|partial/u.test(name))).toEqual([]);
  });
});
