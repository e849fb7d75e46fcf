import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../../src/application/errors/code-of.js';
import { sqliteEventStore, type CopyProgress } from '../../../src/infrastructure/sqlite/index.js';
import { restore } from '../../../src/jobs/restore/restore.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { faultOf, fillStore, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const path = () => folder.path('store.db');
const copy = () => folder.path('copy.db');

const idsIn = async (file: string): Promise<string[]> => {
  const store = sqliteEventStore({ path: file, readOnly: true });
  const { events } = await store.readAll({ limit: 10_000 });
  await store.close();
  return events.map(({ id }) => id);
};

const filled = async (count: number, file = path()): Promise<void> => {
  const store = sqliteEventStore({ path: file });
  await fillStore(store, count);
  await store.close();
};

describe('a back-up while the store is in use', () => {
  it('of a store with a page of zeros is told and takes no place, also not that of a good copy, wherever the page lies', async () => {
    await filled(400);
    const store = sqliteEventStore({ path: path() });
    await store.backUp(copy());
    await store.close();
    const good = readFileSync(copy());
    const whole = readFileSync(path());
    const pageSize = 4096;
    const told = new Set<unknown>();
    for (let page = 1; page < whole.length / pageSize; page += 1) {
      const damaged = Buffer.from(whole);
      damaged.fill(0, page * pageSize, (page + 1) * pageSize);
      writeFileSync(path(), damaged);
      const backedUp = async (): Promise<void> => {
        const opened = sqliteEventStore({ path: path(), readOnly: true });
        try {
          await opened.backUp(copy(), { replace: true });
        } finally {
          await opened.close();
        }
      };
      told.add(codeOf(await faultOf(backedUp())));
      expect(readFileSync(copy()).equals(good)).toBe(true);
    }
    expect([...told]).toEqual(['store-corrupt']);
    expect(readdirSync(folder.path('.')).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('of a store in which one event was changed by hand is told with the code of the check', async () => {
    const writing = sqliteEventStore({ path: path() });
    await writing.append(sampleAppend('complaint-1', 'told', 'any', 1, { data: { text: 'y'.repeat(300) } }));
    await writing.close();
    const bytes = readFileSync(path());
    bytes.write('z', bytes.indexOf('yyyy'));
    writeFileSync(path(), bytes);
    const store = sqliteEventStore({ path: path(), readOnly: true });
    expect(await faultOf(store.backUp(copy()))).toMatchObject({ code: 'event-damaged' });
    await store.close();
    expect(existsSync(copy())).toBe(false);
  });

  it('is of one moment, whatever is stored meanwhile, and whole', async () => {
    const store = sqliteEventStore({ path: path() });
    await fillStore(store, 400);
    const large = { data: { text: 'x'.repeat(30_000) } };
    for (let index = 0; index < 200; index += 1)
      await store.append(sampleAppend('complaint-large', `large-${String(index)}`, 'any', 1, large));

    const progress: CopyProgress[] = [];
    let copying = true;
    const writer = async (): Promise<number> => {
      let written = 0;
      for (; copying; written += 1)
        await store.append(sampleAppend('complaint-0', `beside-${String(written)}`, 'any'));
      return written;
    };
    const writing = writer();
    const made = await store.backUp(copy(), { onProgress: (one) => progress.push(one) });
    copying = false;
    const written = await writing;
    await store.close();

    expect(written).toBeGreaterThan(0);
    const ids = await idsIn(copy());
    expect(ids).toEqual((await idsIn(path())).slice(0, ids.length));
    expect(ids.length).toBeGreaterThanOrEqual(600);
    expect(made).toMatchObject({ path: copy(), position: String(ids.length).padStart(16, '0') });
    expect(progress.length).toBeGreaterThan(0);
    const opened = sqliteEventStore({ path: copy() });
    expect(await opened.checkIntegrity()).toMatchObject({ ok: true, faults: [], events: ids.length });
    await opened.close();
  });

  it('replaces nothing unless asked, and leaves nothing behind where it fails', async () => {
    await filled(3);
    writeFileSync(copy(), 'something else');
    const store = sqliteEventStore({ path: path(), readOnly: true });
    expect(await faultOf(store.backUp(copy()))).toMatchObject({ code: 'store-exists' });
    expect(readFileSync(copy(), 'utf8')).toBe('something else');
    expect(await faultOf(store.backUp(folder.path('no/such/folder/copy.db')))).toMatchObject({
      code: 'store-folder-missing',
      details: { folder: folder.path('no/such/folder') },
    });
    await store.backUp(copy(), { replace: true });
    await store.close();
    expect(await idsIn(copy())).toHaveLength(3);
    expect(readdirSync(folder.path('.')).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('the mode of a store and of its copies', () => {
  it('is 0600 for a store that is made, and that of the original for a back-up and what is restored', async () => {
    const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
    await filled(2);
    expect(modeOf(path())).toBe('600');
    for (const mode of [0o600, 0o640]) {
      chmodSync(path(), mode);
      const store = sqliteEventStore({ path: path() });
      await store.backUp(copy(), { replace: true });
      await store.close();
      await restore(copy(), folder.path('back.db'), { replace: true });
      expect([copy(), folder.path('back.db')].map(modeOf)).toEqual(
        [mode, mode].map((each) => each.toString(8)),
      );
    }
  });
});

describe('a restored store', () => {
  it('goes on from the last event of the back-up; what stood there is kept beside it', async () => {
    await filled(5);
    const store = sqliteEventStore({ path: path() });
    await store.backUp(copy());
    await fillStore(store, 2, 5);
    await store.close();

    expect(await faultOf(restore(copy(), path()))).toMatchObject({ code: 'store-exists' });
    const restored = await restore(copy(), path(), { replace: true });
    expect(restored).toEqual({
      path: path(),
      events: 5,
      position: '0000000000000005',
      replaced: `${path()}.replaced`,
      voided: [],
    });
    expect(await idsIn(path())).toHaveLength(5);
    expect(await idsIn(`${path()}.replaced`)).toHaveLength(7);

    const again = sqliteEventStore({ path: path() });
    expect(await again.append(sampleAppend('complaint-5', 'command-5', 'none'))).toMatchObject({
      kind: 'appended',
      position: '0000000000000006',
    });
    await again.close();
    expect((await restore(copy(), path(), { replace: true })).replaced).toBe(`${path()}.replaced-2`);
  });

  it('is not put in the place of one that a process has open', async () => {
    await filled(5);
    await filled(3, copy());
    const store = sqliteEventStore({ path: path() });
    await store.open();
    expect(await faultOf(restore(copy(), path(), { replace: true }))).toMatchObject({ code: 'store-locked' });
    expect((await store.readAll({ limit: 10 })).events).toHaveLength(5);
    await store.close();
  });

  it('never comes from a damaged, foreign, newer or missing back-up, and then nothing changes', async () => {
    await filled(5);
    const spoil: Readonly<Record<string, (file: string) => void>> = {
      'store-missing': () => undefined,
      'copy-corrupt': (file) => writeFileSync(file, 'no store'.repeat(1_000)),
    };
    for (const [code, make] of Object.entries(spoil)) {
      make(copy());
      expect(await faultOf(restore(copy(), path(), { replace: true }))).toMatchObject({ code });
    }
    await filled(40, folder.path('newer.db'));
    const newer = openRaw(folder.path('newer.db'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(await faultOf(restore(folder.path('newer.db'), path(), { replace: true }))).toMatchObject({
      code: 'store-newer',
    });
    await filled(40, folder.path('damaged.db'));
    const bytes = readFileSync(folder.path('damaged.db'));
    bytes.fill(0xab, 4096 * 4, 4096 * 5);
    writeFileSync(folder.path('damaged.db'), bytes);
    expect(await faultOf(restore(folder.path('damaged.db'), path(), { replace: true }))).toMatchObject({
      code: 'copy-corrupt',
      details: { path: folder.path('damaged.db') },
    });
    expect(await idsIn(path())).toHaveLength(5);
    expect(existsSync(`${path()}.replaced`)).toBe(false);
  });

  it('is read step by step before it takes a place, so that a signal is heard meanwhile', async () => {
    await filled(40, copy());
    const damaged = openRaw(copy());
    const trigger = damaged.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'events_no_update'`).get();
    damaged.exec(`DROP TRIGGER events_no_update; UPDATE events SET body = '{}' WHERE position = 7`);
    damaged.exec(String(trigger?.['sql']));
    damaged.close();
    let isHeard = false;
    setImmediate(() => (isHeard = true));
    expect(await faultOf(restore(copy(), path()))).toMatchObject({ code: 'copy-corrupt' });
    expect(isHeard).toBe(true);
  });

  it('is never its own back-up, under whatever name', async () => {
    await filled(3);
    symlinkSync(path(), folder.path('linked.db'));
    linkSync(path(), folder.path('named-twice.db'));
    const store = sqliteEventStore({ path: path() });
    for (const name of ['store.db', 'linked.db', 'named-twice.db']) {
      const same = folder.path(name);
      expect(await faultOf(store.backUp(same, { replace: true }))).toMatchObject({ code: 'copy-is-store' });
      expect(await faultOf(restore(same, path(), { replace: true }))).toMatchObject({
        code: 'copy-is-store',
      });
    }
    await store.close();
    expect(await idsIn(path())).toHaveLength(3);
  });

  it('what is no path is told by the name of its argument', async () => {
    await filled(1);
    const store = sqliteEventStore({ path: path() });
    const codeOf = async (call: (...given: never[]) => unknown, ...given: readonly unknown[]) =>
      faultOf(Promise.resolve().then((): unknown => Reflect.apply(call, undefined, given)));
    const said = (option: string) => ({ code: 'option-invalid', details: { option } });
    for (const none of [undefined, null, 5, '', {}]) {
      expect(await codeOf(store.backUp, none)).toMatchObject(said('backUp'));
      expect(await codeOf(restore, none, path())).toMatchObject(said('from'));
      expect(await codeOf(restore, path(), none)).toMatchObject(said('to'));
    }
    await store.close();
  });

  it('is not put into a folder that is not there', async () => {
    await filled(3, copy());
    expect(await faultOf(restore(copy(), folder.path('no/such/store.db')))).toMatchObject({
      code: 'store-folder-missing',
      details: { folder: folder.path('no/such') },
    });
  });

  it('takes the place of a damaged store, and of a log that was left without its store', async () => {
    await filled(4, copy());
    writeFileSync(path(), 'damaged'.repeat(1_000));
    expect(await restore(copy(), path(), { replace: true })).toMatchObject({ voided: undefined });
    expect(await idsIn(path())).toHaveLength(4);

    const lonely = folder.path('lonely.db');
    writeFileSync(`${lonely}-wal`, 'a log of another store');
    expect(await restore(copy(), lonely)).toMatchObject({ replaced: undefined });
    expect(await idsIn(lonely)).toHaveLength(4);
  });
});
