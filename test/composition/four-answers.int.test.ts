import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, asTechnicalLead } from '../../src/application/commands/actors.js';
import type { KeyVault } from '../../src/application/ports/key-vault.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import { openQuejas, readModelProjector } from '../../src/composition/open-quejas.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { fileKeyVault } from '../../src/infrastructure/crypto/file-key-vault.js';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { removeScratch, report, scratchFolder, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

/** A case of two persons, read again with a vault and a store that something happened to. */
const caseOf = async () => {
  const store = memoryEventStore({ inline: readModelProjector() });
  const shared = { provider: conectared, clock: steadyClock().clock };
  const keys = memoryKeyVault();
  const quejas = await openQuejas({ ...shared, store, keys });
  const reporter = { ref: 's-2', name: 'Second Name' };
  const filed = await quejas.file(report('f-1', { reporter }), cs);
  if (!filed.ok) throw new Error(filed.code);
  await quejas.complaint(filed.folio).addNote({ commandId: 'n-1', note: 'Llamó dos veces.' }, cs);
  await quejas.close();

  const read = async (vault: KeyVault, changed: (event: StoredEvent) => StoredEvent = (event) => event) => {
    const changedStore = {
      ...store,
      read: async (...given: Parameters<typeof store.read>) => (await store.read(...given)).map(changed),
    };
    const reading = await openQuejas({ ...shared, store: changedStore, keys: vault });
    try {
      const view = await reading.show(filed.folio, cs);
      if (view?.view !== 'full') throw new Error('not seen');
      const letter = await reading.notice(filed.folio, 'certificate', cs, { language: 'es' });
      const [first] = view.history;
      return { personal: first?.personal, unreadable: first?.unreadable, letter: JSON.stringify(letter) };
    } finally {
      await reading.close();
    }
  };
  return { read, keys, store, folio: filed.folio };
};

/** The same event with another ciphertext of a person. */
const sealedAs =
  (change: (sealed: Readonly<Record<string, string>>) => Record<string, string>) =>
  (event: StoredEvent): StoredEvent =>
    event.type === 'Filed' && event.sealed !== undefined ? { ...event, sealed: change(event.sealed) } : event;

const flipped = (text = ''): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('A personal value has four answers', () => {
  it('is opened where its key is held', async () => {
    const { read, keys } = await caseOf();
    const { personal, unreadable, letter } = await read(keys);
    expect(personal).toMatchObject({
      's-1': { 'subscriber.name': 'Planted Name Pérez' },
      's-2': { 'reporter.name': 'Second Name' },
    });
    expect(unreadable).toBeUndefined();
    expect(letter).not.toContain('(texto');
  });

  it('is destroyed where there is a tombstone, and only then looks like erasure', async () => {
    const { read, keys } = await caseOf();
    await keys.destroy?.('s-1', conectared.id);
    const { personal, unreadable, letter } = await read(keys);
    expect(Object.keys(personal ?? {})).toEqual(['s-2']);
    expect(unreadable).toEqual({ 's-1': 'destroyed' });
    expect(letter).toContain('texto suprimido');
  });

  it.each([
    ['with a wrong vault', () => memoryKeyVault()],
    [
      'with another vault that holds keys of the same pseudonyms',
      async () => {
        const other = memoryKeyVault();
        for (const person of ['s-1', 's-2']) await other.keyFor(person, conectared.id);
        return other;
      },
    ],
    [
      'with a vault that cannot be used',
      () => fileKeyVault(join(scratchFolder(), 'k.db'), { masterKey: 'env:QUEJAS_UNSET' }),
    ],
  ])('is missing %s: key-missing, never erasure', async (_what, vaultOf) => {
    const { read } = await caseOf();
    const { personal, unreadable, letter } = await read(await vaultOf());
    expect(personal).toBeUndefined();
    expect(unreadable).toEqual({ 's-1': 'key-missing', 's-2': 'key-missing' });
    expect(letter).toContain('falta la llave');
    expect(letter).not.toContain('texto suprimido');
  });

  it.each([
    ['damaged', sealedAs((sealed) => ({ ...sealed, 's-1': flipped(sealed['s-1']) }))],
    ['moved from another person', sealedAs((sealed) => ({ ...sealed, 's-1': sealed['s-2'] ?? '' }))],
    ['cut off', sealedAs((sealed) => ({ ...sealed, 's-1': sealed['s-1']?.slice(0, 24) ?? '' }))],
  ])('is damaged where its ciphertext is %s: ciphertext-invalid, never erasure', async (_what, change) => {
    const { read, keys } = await caseOf();
    const { personal, unreadable, letter } = await read(keys, change);
    expect(Object.keys(personal ?? {})).toEqual(['s-2']);
    expect(unreadable).toEqual({ 's-1': 'ciphertext-invalid' });
    expect(letter).toContain('está dañado');
    expect(letter).not.toContain('texto suprimido');
  });

  it('says nothing of what its reader may not read', async () => {
    const { store, folio } = await caseOf();
    const reading = await openQuejas({ store, keys: memoryKeyVault(), provider: conectared });
    const view = await reading.show(folio, asTechnicalLead('rt-9'));
    expect(JSON.stringify(view)).not.toContain('key-missing');
    await reading.close();
  });
});

describe('A vault that another process holds for a moment', () => {
  it('is told as unavailable, not as a key that is missing, and opens everything once it is free', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'keys.db');
    const open = (readOnly: boolean) =>
      openQuejas({
        ...{ store: `sqlite:${join(folder, 'store', 'quejas.db')}`, keys: `file:${path}`, readOnly },
        ...{ provider: conectared, clock: steadyClock().clock },
      });
    mkdirSync(join(folder, 'store'));
    const filing = await open(false);
    const filed = await filing.file(report('f-1'), cs);
    if (!filed.ok) throw new Error(filed.code);
    await filing.close();

    const { DatabaseSync } = loadDriver();
    const holder = new DatabaseSync(path);
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const reading = await open(true);
    const asked = async () => {
      const view = await reading.show(filed.folio, cs);
      return view?.view === 'full' ? view.history[0] : undefined;
    };
    await expect(asked()).rejects.toMatchObject({
      code: 'keys-unavailable',
      details: { reason: 'vault-locked' },
      text: { es: expect.stringContaining('otro proceso lo ocupa') },
    });
    holder.close();
    const first = await asked();
    expect(first?.unreadable).toBeUndefined();
    expect(JSON.stringify(first?.personal)).toContain('Planted Name Pérez');
    await reading.close();
  });
});
