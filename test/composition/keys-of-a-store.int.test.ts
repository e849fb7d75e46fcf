import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { openQuejas, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { emenet } from '../../src/domain/provider/emenet.js';
import { fileKeyVault } from '../../src/infrastructure/crypto/file-key-vault.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import { copyStore } from '../../src/jobs/migrate/copy-store.js';
import { readModelProjector } from '../../src/composition/open-quejas.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { removeScratch, report, scratchFolder, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const vaultFiles = ['', '-wal', '-shm', '.master'];

/** A store of a file with keys of a file, and what is done to them between one use and the next. */
const place = (name = 'k.db') => {
  const folder = scratchFolder();
  const [store, keys] = [join(folder, 'q.db'), join(folder, 'secrets', name)];
  const open = (more: Partial<OpenQuejasOptions> = {}) =>
    openQuejas({
      ...{ store: `sqlite:${store}`, keys: `file:${keys}`, provider: conectared },
      ...{ clock: steadyClock().clock, ...more },
    });
  const file = async (quejas: Quejas, commandId: string, ref = 's-1') => {
    const filed = await quejas.file(report(commandId, { subscriber: { ref, name: 'Planted Name' } }), cs);
    if (!filed.ok) throw new Error(filed.code);
    return filed.folio;
  };
  const used = async (more: Partial<OpenQuejasOptions>, ...refs: readonly string[]) => {
    const quejas = await open(more);
    const folios: string[] = [];
    for (const ref of refs) folios.push(await file(quejas, `f-${ref}`, ref));
    await quejas.close();
    return folios;
  };
  const take = () => {
    for (const each of vaultFiles) rmSync(`${keys}${each}`, { force: true });
  };
  const nameIn = async (quejas: Quejas, folio: string) => {
    const seen = await quejas.show(folio, cs);
    if (seen?.view !== 'full') throw new Error('not seen');
    return seen.history[0]?.personal?.['s-1']?.['subscriber.name'];
  };
  return { folder, store, keys, open, file, used, take, nameIn };
};

const refused = (opening: Promise<unknown>) =>
  opening.then(
    () => 'it opened',
    (error: unknown) => error,
  );

describe('A vault that is not the store’s is refused before anything is sealed or made', () => {
  it('where its path is mistyped: keys-foreign, and no vault is made there', async () => {
    const { folder, open, used } = place();
    await used({}, 's-1');
    const keys = `file:${join(folder, 'typo', 'k.db')}` as const;
    expect(await refused(open({ keys }))).toMatchObject({ code: 'keys-foreign', details: { found: null } });
    expect(existsSync(join(folder, 'typo'))).toBe(false);
  });

  it('where another one lies there', async () => {
    const [ours, theirs] = [place(), place()];
    await ours.used({}, 's-1');
    await theirs.used({}, 's-1');
    expect(await refused(ours.open({ keys: `file:${theirs.keys}` }))).toMatchObject({
      code: 'keys-foreign',
      kind: 'unavailable',
      details: { expected: expect.any(String), found: expect.any(String) },
    });
  });

  it('where it was deleted, or emptied', async () => {
    const { open, used, take, keys } = place();
    await used({}, 's-1');
    truncateSync(keys);
    for (const suffix of ['-wal', '-shm']) rmSync(`${keys}${suffix}`, { force: true });
    expect(await refused(open())).toMatchObject({ code: 'keys-foreign' });
    take();
    expect(await refused(open())).toMatchObject({ code: 'keys-foreign' });
    expect(existsSync(keys)).toBe(false);
    expect(existsSync(`${keys}.master`)).toBe(false);
  });

  it('where its master key is lost: keys-unavailable, and no master key is made', async () => {
    const { open, used, keys } = place();
    await used({}, 's-1');
    rmSync(`${keys}.master`);
    expect(await refused(open())).toMatchObject({
      code: 'keys-unavailable',
      details: { reason: 'master-missing' },
    });
    expect(existsSync(`${keys}.master`)).toBe(false);
  });

  it('where a folder lies in the place of its master key', async () => {
    const { keys, open, used } = place();
    await used({}, 's-1');
    rmSync(`${keys}.master`);
    mkdirSync(`${keys}.master`);
    expect(await refused(open())).toMatchObject({
      code: 'keys-unavailable',
      details: { reason: 'is-a-folder' },
    });
  });

  it('where it is older than the store: keys-behind, and with the right one back everything opens', async () => {
    const { folder, open, used, file, keys, nameIn } = place();
    const [folio = ''] = await used({}, 's-1');
    cpSync(join(folder, 'secrets'), join(folder, 'older'), { recursive: true });
    await used({}, 's-2');
    expect(await refused(open({ keys: `file:${join(folder, 'older', 'k.db')}` }))).toMatchObject({
      code: 'keys-behind',
    });
    const quejas = await open({ keys: `file:${keys}` });
    expect(await nameIn(quejas, folio)).toBe('Planted Name');
    await file(quejas, 'f-s-3', 's-3');
    await quejas.close();
  });

  it('where keys were taken out of it', async () => {
    const { open, used, keys } = place();
    await used({}, 's-1');
    const { DatabaseSync } = await import('node:sqlite');
    const raw = new DatabaseSync(keys);
    raw.exec('DELETE FROM person_keys');
    raw.close();
    const quejas = await open();
    await expect(quejas.file(report('f-2'), cs)).rejects.toMatchObject({ code: 'keys-behind' });
    await quejas.close();
  });

  it('unless it is asked for: then it is the store’s from there on', async () => {
    const { folder, open, used } = place();
    await used({}, 's-1');
    const keys = `file:${join(folder, 'new', 'k.db')}` as const;
    await used({ keys, newVault: true }, 's-2');
    await used({ keys }, 's-3');
    expect(await refused(open())).toMatchObject({ code: 'keys-foreign' });
  });

  it('not by who only reads, who sees that the values cannot be opened', async () => {
    const { folder, open, used, nameIn } = place();
    const [folio = ''] = await used({}, 's-1');
    const quejas = await open({ keys: `file:${join(folder, 'typo', 'k.db')}`, readOnly: true });
    expect(await nameIn(quejas, folio)).toBeUndefined();
    await quejas.close();
    expect(existsSync(join(folder, 'typo'))).toBe(false);
  });

  it('with the first value, where store and vault are the host’s objects', async () => {
    const store = memoryEventStore({ inline: readModelProjector() });
    const shared = { store, provider: conectared, clock: steadyClock().clock };
    const [ours, theirs] = [fileKeyVault(join(scratchFolder(), 'k.db')), memoryKeyVault()];
    const first = await openQuejas({ ...shared, keys: ours });
    await first.file(report('f-1'), cs);
    await first.close();
    const second = await openQuejas({ ...shared, keys: theirs });
    await expect(second.file(report('f-2'), cs)).rejects.toMatchObject({ code: 'keys-foreign' });
    expect((await second.find({ subscriber: 's-1' }, cs)).total).toBe(1);
    await Promise.all([second.close(), ours.close()]);
  });

  it('which health() tells, as it was last asked: unasked, usable, or refused with its code and why', async () => {
    const { open, file } = place();
    const usable = { state: 'usable', vault: expect.any(String) };
    const first = await open();
    expect(first.health().keys).toEqual({ state: 'unasked' });
    await file(first, 'f-1');
    expect(first.health().keys).toEqual(usable);
    await first.close();
    const again = await open();
    expect(again.health().keys).toEqual(usable);
    await again.close();
    const other = await open({ keys: memoryKeyVault() });
    expect(other.health().keys).toEqual({ state: 'unasked' });
    expect(await refused(file(other, 'f-2'))).toMatchObject({ code: 'keys-foreign' });
    expect(other.health().keys).toMatchObject({
      state: 'refused',
      code: 'keys-foreign',
      message: { es: expect.stringContaining('sellados con el llavero') },
    });
    await other.close();
  });

  it('each provider having its own: one vault does not speak for the other', async () => {
    const { folder, used } = place();
    await used({}, 's-1');
    const keys = `file:${join(folder, 'other', 'k.db')}` as const;
    await used({ keys, provider: emenet }, 's-2');
    await used({}, 's-3');
  });

  it('of a copy of the store too, which knows the vault as its source does', async () => {
    const { folder, store, open, used } = place();
    await used({}, 's-1');
    const [from, to] = [
      sqliteEventStore({ path: store, readOnly: true }),
      sqliteEventStore({ path: join(folder, 'copy.db'), inline: readModelProjector() }),
    ];
    await copyStore({ from, to });
    await Promise.all([from.close(), to.close()]);
    const keys = `file:${join(folder, 'typo', 'k.db')}` as const;
    const copied = open({ store: `sqlite:${join(folder, 'copy.db')}`, keys });
    expect(await refused(copied)).toMatchObject({ code: 'keys-foreign' });
  });
});

describe('A vault and its master key', () => {
  afterEach(() => {
    delete process.env['QUEJAS_TEST_MASTER'];
  });

  it('lie apart where the master key comes from the environment', async () => {
    process.env['QUEJAS_TEST_MASTER'] = Buffer.alloc(32, 5).toString('base64');
    const { folder, used, open, nameIn } = place();
    const [folio = ''] = await used({ masterKey: 'env:QUEJAS_TEST_MASTER' }, 's-1');
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['k.db', 'k.db.marks']);
    const again = await open({ masterKey: () => Buffer.alloc(32, 5) });
    expect(await nameIn(again, folio)).toBe('Planted Name');
    await again.close();
    delete process.env['QUEJAS_TEST_MASTER'];
    expect(await refused(open({ masterKey: 'env:QUEJAS_TEST_MASTER' }))).toMatchObject({
      code: 'keys-unavailable',
    });
  });

  it('are warned of where they lie in the folder of the store, and refused in its file', async () => {
    const { folder, open, store } = place();
    const warned: unknown[] = [];
    const warn = (message: string, fields: unknown) => void warned.push([message, fields]);
    const nothing = () => undefined;
    const logger = { debug: nothing, info: nothing, warn, error: nothing };
    const quejas = await open({ logger, keys: `file:${join(folder, 'k.db')}` });
    await quejas.close();
    expect(warned).toEqual([['keys beside the store', { folder }]]);
    expect(await refused(open({ keys: `file:${store}` }))).toMatchObject({ code: 'option-invalid' });
  });

  it.each([undefined, null, 'x', 5, {}, new Array<number>(32).fill(1), Buffer.alloc(31)])(
    'are not opened with a function that gives no 32 bytes: %p',
    async (given) => {
      const { open, used } = place();
      await used({}, 's-1');
      const opening: unknown = Reflect.apply(open, undefined, [{ masterKey: () => given }]);
      await expect(opening).rejects.toMatchObject({
        code: 'keys-unavailable',
        details: { reason: 'master-length' },
      });
    },
  );

  it('are refused by an option that is none', async () => {
    const { open } = place();
    for (const masterKey of ['secret', Buffer.alloc(31), 5]) {
      const opening: unknown = Reflect.apply(open, undefined, [{ masterKey }]);
      expect(await refused(Promise.resolve(opening))).toMatchObject({
        code: 'option-invalid',
        details: { option: 'masterKey' },
      });
    }
  });
});
