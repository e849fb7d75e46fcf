import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { codedError } from '../../src/application/errors/coded-error.js';
import { storeError } from '../../src/application/errors/store-error.js';
import type { AppendRequest, EventStore } from '../../src/application/ports/event-store.js';
import type { KeyVault } from '../../src/application/ports/key-vault.js';
import { readModelProjector } from '../../src/composition/open-quejas.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { opened, removeScratch, report } from './opened.js';

afterAll(removeScratch);

const by = asCustomerService('cs-1');

const keysGone = () => codedError('keys-unavailable', { es: 'Sin llaves.', en: 'No keys.' });

/** A vault that fails as often as it is told to. */
const faltering = (times: number): KeyVault => {
  const vault = memoryKeyVault();
  let left = times;
  const { contacts } = vault;
  if (contacts === undefined) throw new Error('a vault in memory remembers contacts');
  return {
    ...vault,
    contacts: {
      ...contacts,
      note: async (entry) => {
        if ((left -= 1) >= 0) throw keysGone();
        await contacts.note(entry);
      },
    },
  };
};

/** A store whose appends to complaints fail as told, before or after they were kept. */
const failing = (fault: Error, kept: boolean, times: number): EventStore => {
  const store = memoryEventStore({ inline: readModelProjector() });
  let left = times;
  const append = async (request: AppendRequest) => {
    const fails = request.stream.startsWith('complaint-') && (left -= 1) >= 0;
    const outcome = fails && !kept ? undefined : await store.append(request);
    if (fails || outcome === undefined) throw fault;
    return outcome;
  };
  return { ...store, append };
};

/** A vault that makes no key. */
const withoutKeys = (): KeyVault => ({ ...memoryKeyVault(), keyFor: () => Promise.reject(keysGone()) });

describe('I-03 a filing that its keys hinder', () => {
  it.each([
    ['a person who can be reached', report('r-1').subscriber],
    ['a person of whom no contact is known', { ref: 's-1' }],
  ])('takes no number, for %s: nothing of the register is stored', async (_whom, subscriber) => {
    const { quejas } = await opened('memory', { keys: withoutKeys() });
    await expect(quejas.file(report('r-1', { subscriber }), by)).rejects.toMatchObject({
      code: 'keys-unavailable',
    });
    const { events } = await quejas.events({ limit: 100 });
    expect(events.map(({ type }) => type)).not.toContain('FolioBlockReserved');
    await quejas.close();
  });
});

describe('I-03 the number of a filing that fails', () => {
  it.each(['memory', 'sqlite'] as const)('is given to the next one where keys fail, on %s', async (kind) => {
    const { quejas } = await opened(kind, { keys: faltering(3) });
    for (let time = 0; time < 3; time += 1)
      await expect(quejas.file(report('r-1'), by)).rejects.toMatchObject({ code: 'keys-unavailable' });
    expect(await quejas.file(report('r-1'), by)).toMatchObject({ folio: 'CR-000001-K' });
    await quejas.close();
  });

  it.each(['store-locked', 'store-full', 'event-too-large', 'store-denied'] as const)(
    'is given to the next one where the append failed with %s, which keeps nothing',
    async (code) => {
      const { quejas } = await opened('memory', { store: failing(storeError(code), false, 2) });
      for (let time = 0; time < 2; time += 1)
        await expect(quejas.file(report('r-1'), by)).rejects.toMatchObject({ code });
      expect(await quejas.file(report('r-2'), by)).toMatchObject({ folio: 'CR-000001-K' });
      await quejas.close();
    },
  );

  it.each(['store-unavailable', 'store-failed', 'store-corrupt'] as const)(
    'is given to no other where the append may have been kept (%s)',
    async (code) => {
      const { quejas } = await opened('memory', { store: failing(storeError(code), true, 1) });
      await expect(quejas.file(report('r-1'), by)).rejects.toMatchObject({ code });
      const other = await quejas.file(report('r-2'), by);
      const again = await quejas.file(report('r-1'), by);
      if (!other.ok || !again.ok) throw new Error('both are filed');
      expect(again).toMatchObject({ folio: 'CR-000001-K', duplicate: true });
      expect(other.folio).not.toBe(again.folio);
      await quejas.close();
    },
  );
});
