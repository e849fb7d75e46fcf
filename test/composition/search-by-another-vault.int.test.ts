import { cpSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { openQuejas, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { removeScratch, report, scratchFolder, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const ana = { ref: 's-1', name: 'Ana', phone: '2295550101', email: 'ana@example.com' };

interface House {
  readonly keys: string;
  readonly older: string;
  readonly open: (more?: Partial<OpenQuejasOptions>) => Promise<Quejas>;
}

const filedBy = async (quejas: Quejas, commandId: string, phone: string): Promise<string> => {
  const filed = await quejas.file(report(commandId, { subscriber: { ...ana, phone } }), cs);
  if (!filed.ok) throw new Error(filed.code);
  return filed.folio;
};

/** Two filings of one person by two phone numbers; the older copy of the vault has every key, and the first number. */
const house = async (): Promise<House> => {
  const folder = scratchFolder();
  const [keys, older] = [join(folder, 'secrets', 'k.db'), join(folder, 'older', 'k.db')];
  const open: House['open'] = (more) =>
    openQuejas({
      ...{ store: `sqlite:${join(folder, 'q.db')}`, keys: `file:${keys}`, provider: conectared },
      ...{ clock: steadyClock().clock, ...more },
    });
  for (const [id, phone] of [
    ['f-1', ana.phone],
    ['f-2', '2295550102'],
  ] as const) {
    const quejas = await open();
    await filedBy(quejas, id, phone);
    await quejas.close();
    if (id === 'f-1') cpSync(join(folder, 'secrets'), join(folder, 'older'), { recursive: true });
  }
  return { keys, older, open };
};

const searched = async (opening: Promise<Quejas>, phone = '2295550102'): Promise<unknown> => {
  const quejas = await opening;
  try {
    return await quejas.find({ phone }, cs).catch((error: unknown) => error);
  } finally {
    await quejas.close();
  }
};

const takeAway = ({ keys }: House): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${keys}${suffix}`, { force: true });
};

describe('A search by phone or e-mail answers nothing with a vault that lacks what was noted', () => {
  it.each<[string, (of: House) => void, string]>([
    ['is lost', takeAway, 'keys-foreign'],
    ['is empty', ({ keys }) => truncateSync(keys, 0), 'keys-foreign'],
    [
      'leads to a file that is not there',
      (of) => {
        takeAway(of);
        symlinkSync(`${of.keys}.elsewhere`, of.keys);
      },
      'keys-foreign',
    ],
    [
      'is an older copy that has every key',
      ({ keys, older }) => {
        cpSync(older, keys);
      },
      'keys-behind',
    ],
  ])('where it %s, by who only reads', async (_what, damage, code) => {
    const of = await house();
    damage(of);
    expect(await searched(of.open({ readOnly: true }))).toMatchObject({ code });
  });

  it('where it is another one, or in memory', async () => {
    const of = await house();
    const other = await house();
    for (const keys of [`file:${other.keys}`, 'memory:'] as const)
      expect(await searched(of.open({ keys, readOnly: true }))).toMatchObject({ code: 'keys-foreign' });
  });

  it('where it is an older copy that has every key: nothing is filed with it either', async () => {
    const of = await house();
    cpSync(of.older, of.keys);
    await expect(of.open()).rejects.toMatchObject({ code: 'keys-behind' });
  });

  it('where that copy was adopted: contacts-damaged, until the index was made anew', async () => {
    const of = await house();
    cpSync(of.older, of.keys);
    expect(await searched(of.open({ newVault: true }))).toMatchObject({ code: 'contacts-damaged' });
    expect(await searched(of.open())).toMatchObject({ code: 'contacts-damaged' });
    const quejas = await of.open();
    expect(await quejas.rebuildContacts()).toEqual({ filings: 2, readable: 2 });
    expect(await quejas.find({ phone: '2295550102' }, cs)).toMatchObject({ total: 1 });
    await quejas.close();
    expect(await searched(of.open({ readOnly: true }))).toMatchObject({ total: 1 });
  });

  it('where a new one was adopted, of which the lost keys open nothing: none is found then', async () => {
    const of = await house();
    takeAway(of);
    expect(await searched(of.open({ newVault: true }))).toMatchObject({ code: 'contacts-damaged' });
    const quejas = await of.open();
    expect(await quejas.rebuildContacts()).toEqual({ filings: 2, readable: 0 });
    await filedBy(quejas, 'f-3', ana.phone);
    expect(await quejas.find({ phone: ana.phone }, cs)).toMatchObject({ total: 1 });
    await quejas.close();
  });

  it('while the vault that is the store’s answers, also where it is opened with newVault each time', async () => {
    const of = await house();
    for (const more of [{}, { readOnly: true }, { newVault: true }, { newVault: true }])
      expect(await searched(of.open(more))).toMatchObject({ total: 1 });
    expect(await searched(of.open(), '2295550199')).toMatchObject({ total: 0 });
  });
});
