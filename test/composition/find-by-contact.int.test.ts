import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../src/application/ports/event-store.js';
import { fileKeyVault } from '../../src/infrastructure/crypto/file-key-vault.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import {
  asAuditor,
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asTechnicalLead,
  asUser,
  conectared,
  emenet,
  openQuejas,
  type OpenQuejasOptions,
} from '../../src/index.js';
import { withFeed } from '../support/with-feed.js';
import { removeScratch, report, scratchFolder, sequentialIds, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const verified = { verified: true } as const;
const empty = { items: [], total: 0, next: null };
const other = { ref: 's-2', phone: '55 5555 0102', email: 'Otra@Example.com' };

type Kind = 'memory' | 'sqlite' | 'rows apart';

const houseOn = async (kind: Kind, more: Partial<OpenQuejasOptions> = {}) => {
  const folder = scratchFolder();
  const keysPath = join(folder, 'keys', 'keys.db');
  const store: OpenQuejasOptions['store'] =
    kind === 'sqlite'
      ? `sqlite:${join(folder, 'quejas.db')}`
      : kind === 'memory'
        ? 'memory:'
        : withFeed(memoryEventStore());
  const vault = fileKeyVault(keysPath);
  const quejas = await openQuejas({
    store,
    keys: vault,
    provider: conectared,
    clock: steadyClock().clock,
    ids: sequentialIds(),
    ...(kind === 'rows apart' ? { rows: `sqlite:${join(folder, 'rows.db')}` } : undefined),
    ...more,
  });
  const file = async (commandId: string, given: Record<string, unknown> = {}) => {
    const filed = await quejas.file(report(commandId, given), cs);
    if (!filed.ok) throw new Error(filed.code);
    return filed.folio;
  };
  return { quejas, file, folder, keysPath, vault };
};

describe.each(['memory', 'sqlite', 'rows apart'] as const)('search by phone and e-mail (%s)', (kind) => {
  it('O-34 finds a case by a phone or an e-mail address, however they are written', async () => {
    const { quejas, file, vault } = await houseOn(kind);
    const [one, two] = [await file('r-1'), await file('r-2', { subscriber: other })];
    const reported = await file('r-3', { subscriber: other, reporter: { ref: 's-1', phone: '2295550101' } });
    const foliosBy = async (what: Parameters<typeof quejas.find>[0]) =>
      (await quejas.find(what, cs)).items.map(({ folio }) => folio).sort();
    for (const phone of ['229 555 0101', '+52 1 229 555 0101', '(229)555-01-01'])
      expect(await foliosBy({ phone })).toEqual([one, reported].sort());
    expect(await foliosBy({ email: 'PLANTED@example.com' })).toEqual([one]);
    expect(await foliosBy({ email: 'otra@example.com' })).toEqual([two, reported].sort());
    expect(await foliosBy({ phone: '229 555 0199' })).toEqual([]);
    const pasted = await file('r-4', { subscriber: { ref: 's-4', phone: '\u202a+52 229 555 0177\u202c' } });
    expect(await foliosBy({ phone: '229\u00a0555\u20110177' })).toEqual([pasted]);
    // What is no phone number is not repeated, and the right form is named.
    await expect(quejas.find({ phone: '5550' }, cs)).rejects.toMatchObject({
      code: 'query-invalid',
      message: expect.stringContaining('ten digits, or + and the country'),
    });
    await quejas.close();
    await vault.close();
  });

  it('gives the list by pages, with its total', async () => {
    const { quejas, file, vault } = await houseOn(kind);
    const folios = [await file('r-1'), await file('r-2'), await file('r-3')];
    const first = await quejas.find({ phone: '2295550101' }, cs, { limit: 2 });
    const rest = await quejas.find({ phone: '2295550101' }, cs, { limit: 2, after: first.next ?? '' });
    expect([first.total, rest.total, rest.next]).toEqual([3, 3, null]);
    expect([...first.items, ...rest.items].map(({ folio }) => folio).sort()).toEqual(folios.sort());
    await quejas.close();
    await vault.close();
  });
});

describe('who finds by a contact', () => {
  it('is staff, and a verified user their own; an auditor, an authority and others find nothing', async () => {
    const { quejas, file, vault } = await houseOn('memory');
    const one = await file('r-1');
    await file('r-2', { subscriber: { ...other, phone: '2295550101' } });
    const phone = { phone: '2295550101' };
    expect(await quejas.find(phone, cs)).toMatchObject({ total: 2 });
    expect(await quejas.find(phone, asUser('s-1', verified))).toMatchObject({
      items: [{ folio: one }],
      total: 1,
    });
    for (const by of [
      asUser('s-1'),
      asUser('s-9', verified),
      asAuditor('au-1'),
      asAuthority('crt', verified),
    ])
      expect(await quejas.find(phone, by)).toEqual(empty);
    await quejas.close();
    await vault.close();
  });

  it('is who reads how the person is reached: the lead in charge, not another one, nor a clerk or billing', async () => {
    const { quejas, file, vault } = await houseOn('memory');
    const folio = await file('r-1');
    const phone = { phone: '2295550101' };
    const one = { items: [{ folio }], total: 1 };
    const assigned = await quejas
      .complaint(folio)
      .assignTechnician({ commandId: 'a-1', technician: 'rt-1' }, cs);
    expect(assigned).toMatchObject({ ok: true });
    for (const by of [
      asTechnicalLead('rt-9'),
      asCompetentArea('ar-9', { area: 'billing' }),
      asBilling('bi-1'),
    ]) {
      expect(await quejas.find(phone, by)).toEqual(empty);
      expect(await quejas.find({ email: 'planted@example.com' }, by)).toEqual(empty);
      expect(await quejas.find({ folio }, by)).toMatchObject(one);
    }
    for (const by of [asTechnicalLead('rt-1'), asLegal('le-1')])
      expect(await quejas.find(phone, by)).toMatchObject(one);
    await quejas.close();
    await vault.close();
  });

  it('has no request read that cannot be theirs, reads each once, and the rest at once', async () => {
    const stored = memoryEventStore();
    const keys = memoryKeyVault();
    const first = await houseOn('memory', { store: withFeed(stored), rows: 'memory:', keys });
    const folios: string[] = [];
    for (let each = 1; each <= 40; each += 1)
      folios.push(
        await first.file(`r-${each}`, {
          contract: `c-${each}`,
          subscriber: { ...other, ref: `s-${each}`, phone: '2295550101' },
          reporter: { ref: `p-${each}`, phone: '2295550101' },
        }),
      );
    // The projectors read the newest request to know their store.
    await first.file('r-41', { contract: 'c-41', subscriber: { ref: 's-41' } });
    const newest = (await first.quejas.eventsOfFiling('r-41'))[0]?.stream;
    await first.quejas.close();

    const reads: string[] = [];
    let [under, most] = [0, 0];
    const store: EventStore = {
      ...stored,
      read: async (stream, options) => {
        if (stream.startsWith('complaint-') && stream !== newest) reads.push(stream);
        most = Math.max(most, (under += 1));
        const events = await stored.read(stream, options);
        under -= 1;
        return events;
      },
    };
    const { quejas } = await houseOn('memory', { store: withFeed(store), rows: 'memory:', keys });
    await quejas.runProcesses();
    const find = async (by: Parameters<typeof quejas.find>[1]) => {
      [reads.length, most] = [0, 0];
      return (await quejas.find({ phone: '2295550101' }, by)).items.map(({ folio }) => folio);
    };
    expect(await find(asUser('s-7', verified))).toEqual([folios[6]]);
    expect(reads).toHaveLength(1);
    expect(await find(asUser('s-99', verified))).toEqual([]);
    expect(reads).toEqual([]);
    expect(await find(asTechnicalLead('rt-9'))).toEqual([]);
    expect([reads.length, new Set(reads).size]).toEqual([40, 40]);
    expect(most).toBeGreaterThan(1);
    expect(await find(cs)).toHaveLength(40);
    expect(reads).toEqual([]);
    await quejas.close();
  });

  it('stays within a provider, though two share store and keys', async () => {
    const store = memoryEventStore();
    const keys = memoryKeyVault();
    const ours = await houseOn('memory', { store: withFeed(store), rows: 'memory:', keys });
    const theirs = await houseOn('memory', {
      store: withFeed(store),
      rows: 'memory:',
      keys,
      provider: emenet,
    });
    await ours.file('r-1');
    expect(await theirs.quejas.find({ phone: '2295550101' }, cs)).toEqual(empty);
    expect(await ours.quejas.find({ phone: '2295550101' }, cs)).toMatchObject({ total: 1 });
    await ours.quejas.close();
    await theirs.quejas.close();
  });
});

describe('what is kept of a contact', () => {
  it('stands in clear in no file: neither in events, nor in rows, nor beside the keys', async () => {
    const { quejas, file, folder, vault } = await houseOn('sqlite');
    await file('r-1');
    await quejas.find({ phone: '2295550101' }, cs);
    await quejas.close();
    await vault.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(2);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      for (const clear of ['2295550101', '229 555 0101', 'planted@example.com'])
        expect([name, bytes.includes(clear)]).toEqual([name, false]);
    }
  });

  it('dies with the key of its person, also after the rows are made anew', async () => {
    const { quejas, file, keysPath, vault } = await houseOn('sqlite');
    await file('r-1');
    await file('r-2', { subscriber: { ...other, phone: '2295550101' } });
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(keysPath);
    database.exec("DELETE FROM person_keys WHERE person = 's-1'");
    database.close();
    const found = { items: [{ folio: expect.any(String) }], total: 1 };
    expect(await quejas.find({ phone: '2295550101' }, cs)).toMatchObject(found);
    expect(await quejas.find({ email: 'planted@example.com' }, cs)).toEqual(empty);
    await quejas.rebuildProjection('case-status');
    expect(await quejas.find({ email: 'planted@example.com' }, cs)).toEqual(empty);
    await quejas.close();
    await vault.close();
  });

  it('is made anew from the filings where the vault lost it, but for whom was forgotten; again it adds nothing', async () => {
    const { quejas, file, keysPath, vault } = await houseOn('sqlite');
    await file('r-1');
    await file('r-2', { subscriber: other });
    await file('r-3', { subscriber: other, reporter: { ref: 's-3', phone: '2295550103' } });
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(keysPath);
    database.exec('DELETE FROM person_contacts');
    database.close();
    await vault.destroy('s-1', conectared.id);
    await quejas.close();
    await vault.close();
    const again = fileKeyVault(keysPath);
    const store = `sqlite:${join(keysPath, '..', '..', 'quejas.db')}` as const;
    const house = await openQuejas({ store, keys: again, provider: conectared });
    const totalOf = async (what: Parameters<typeof house.find>[0]) => (await house.find(what, cs)).total;
    await expect(totalOf({ phone: other.phone })).rejects.toMatchObject({ code: 'contacts-damaged' });
    expect(await house.rebuildContacts()).toEqual({ filings: 3, readable: 2 });
    expect(await totalOf({ phone: other.phone })).toBe(2);
    expect(await totalOf({ phone: '2295550103' })).toBe(1);
    expect(await totalOf({ phone: '2295550101' })).toBe(0);
    expect(await house.rebuildContacts()).toEqual({ filings: 3, readable: 2 });
    expect(await totalOf({ phone: other.phone })).toBe(2);
    await house.close();
    await again.close();
  });

  it('stays away for whom was forgotten elsewhere, though their key is still at hand when it is made anew', async () => {
    const { quejas, file, keysPath, vault } = await houseOn('sqlite');
    await file('r-1');
    await file('r-2', { subscriber: other });
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(keysPath);
    const kept = () => database.prepare('SELECT DISTINCT person FROM person_contacts ORDER BY person').all();
    const elsewhere = fileKeyVault(keysPath);
    await elsewhere.destroy('s-1', conectared.id);
    await elsewhere.close();
    expect(kept().map(({ person }) => person)).toEqual(['s-2']);
    await quejas.rebuildContacts();
    expect(kept().map(({ person }) => person)).toEqual(['s-2']);
    expect(await quejas.find({ phone: '2295550101' }, cs)).toEqual(empty);
    database.close();
    await quejas.close();
    await vault.close();
  });

  it('is noted for many filings at once when it is made anew, so that they share durable writes', async () => {
    const vault = memoryKeyVault();
    const { contacts } = vault;
    if (contacts === undefined) throw new Error('no index');
    let [under, most] = [0, 0];
    const note: typeof contacts.note = async (entries) => {
      most = Math.max(most, (under += 1));
      await new Promise(setImmediate);
      under -= 1;
      await contacts.note(entries);
    };
    const { quejas, file } = await houseOn('memory', { keys: { ...vault, contacts: { ...contacts, note } } });
    for (let each = 1; each <= 70; each += 1) await file(`r-${each}`, { contract: `c-${each}` });
    most = 0;
    expect(await quejas.rebuildContacts()).toEqual({ filings: 70, readable: 70 });
    expect(most).toBe(64);
    await quejas.close();
  });

  it('is asked of a vault that keeps none: said by code, and no filing is hindered', async () => {
    const { contacts: _none, ...bare } = memoryKeyVault();
    const { quejas, file } = await houseOn('memory', { keys: bare });
    await file('r-1');
    await expect(quejas.find({ phone: '2295550101' }, cs)).rejects.toMatchObject({
      code: 'keys-unavailable',
    });
    await expect(quejas.rebuildContacts()).rejects.toMatchObject({ code: 'keys-unavailable' });
    await quejas.close();
  });

  it.each([{ phone: 'Juan Pérez 55 12' }, { email: 'juan.perez' }])(
    'is in no error where it is badly written: %j',
    async (what) => {
      const { quejas, vault } = await houseOn('memory');
      const failed = await quejas.find(what, cs).catch((error: unknown) => error);
      expect(failed).toMatchObject({ code: 'query-invalid' });
      for (const value of Object.values(what)) {
        expect(String(failed)).not.toContain(value);
        expect(JSON.stringify(failed)).not.toContain(value);
      }
      await quejas.close();
      await vault.close();
    },
  );
});
