import { describe, expect, it } from '@jest/globals';
import { lentNumbersIn, voidLentNumbers } from '../../../src/jobs/restore/carry-numbers.js';
import { createFolioNumbers } from '../../../src/application/folio/folio-numbers.js';
import type { EventStore } from '../../../src/application/ports/event-store.js';
import { versionOf } from '../../../src/application/schema/catalogue.js';
import { createKeyring } from '../../../src/application/keys/keyring.js';
import { createCodec } from '../../../src/application/schema/codec.js';
import { servedProvider } from '../../../src/application/provider/served-provider.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { emenet } from '../../../src/domain/provider/emenet.js';
import type { ProviderProfile } from '../../../src/domain/provider/profile.js';
import { memoryKeyVault } from '../../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { sequentialIds, steadyClock } from '../../composition/opened.js';

const parts = {
  codec: createCodec(createKeyring(memoryKeyVault(), 'conectared'), versionOf),
  clock: steadyClock().clock,
};
const carrying = { ...parts, ids: sequentialIds('carry') };

/** Folios given one after the other by a process of its own, which gives back what is left. */
const give = async (
  store: EventStore,
  count: number,
  process: string,
  profile: ProviderProfile = conectared,
  namespace = '',
): Promise<number[]> => {
  const ids = sequentialIds(process);
  const folios = createFolioNumbers({
    ...{ store, ids, provider: servedProvider(profile), namespace, clockIsRight: false },
    ...parts,
  });
  const given: number[] = [];
  while (given.length < count) given.push((await folios.next(parts.clock())).number);
  await folios.close();
  return given;
};

const carry = async (from: EventStore, into: EventStore) =>
  voidLentNumbers(await lentNumbersIn(from, carrying), into, carrying);

describe('a store takes the place of one that has given folios since (I-02)', () => {
  it('gives none of them again: neither new numbers nor those that were free when the copy was made', async () => {
    const [copy, replaced] = [memoryEventStore(), memoryEventStore()];
    const before = await give(copy, 12, 'a');
    expect(await give(replaced, 12, 'a')).toEqual(before);
    const since = await give(replaced, 40, 'b');

    const voided = await carry(replaced, copy);
    const after = await give(copy, 100, 'c');
    expect(after.filter((number) => [...before, ...since].includes(number))).toEqual([]);
    expect(voided.every(({ provider }) => provider === conectared.id)).toBe(true);
    for (const number of since)
      expect(voided.filter(({ from, to }) => from <= number && number < to)).toHaveLength(1);
  });

  it('loses no number where nothing was given since', async () => {
    const [copy, replaced] = [memoryEventStore(), memoryEventStore()];
    await give(copy, 12, 'a');
    await give(replaced, 12, 'a');
    expect(await carry(replaced, copy)).toEqual([]);
    const [next] = await give(replaced, 1, 'b');
    expect(await give(copy, 1, 'b')).toEqual([next]);
  });

  it('loses no number where the copy is the newer one', async () => {
    const [copy, replaced] = [memoryEventStore(), memoryEventStore()];
    await give(replaced, 3, 'a');
    await give(copy, 3, 'a');
    await give(copy, 9, 'b');
    expect(await carry(replaced, copy)).toEqual([]);
  });

  it('keeps providers and namespaces apart, and knows those that the copy has never seen', async () => {
    const [copy, replaced] = [memoryEventStore(), memoryEventStore()];
    await give(copy, 2, 'a');
    await give(replaced, 2, 'a');
    const emenets = await give(replaced, 5, 'b', emenet);
    const elsewhere = await give(replaced, 7, 'c', conectared, 'north-');
    expect((await carry(replaced, copy)).map(({ provider }) => provider)).toEqual([emenet.id, conectared.id]);
    expect((await give(copy, 1, 'd', emenet))[0]).toBeGreaterThan(Math.max(...emenets));
    expect((await give(copy, 1, 'e', conectared, 'north-'))[0]).toBeGreaterThan(Math.max(...elsewhere));
    expect((await give(copy, 1, 'f'))[0]).toBeLessThan(10);
  });
});
