import { describe, expect, it } from '@jest/globals';
import {
  eventStoreLaws,
  tryLaw,
  type StoreUnderTest,
} from '../../../src/testing/event-store-contract/index.js';
import { brokenStores, soundStore } from './broken-stores.js';

const laws = eventStoreLaws.flatMap((group) => group.laws);

const lawsBrokenBy = async (subject: StoreUnderTest): Promise<string[]> => {
  const found: string[] = [];
  for (const law of laws) await tryLaw(law, subject).catch(() => found.push(law.name));
  return found;
};

describe('the contract finds what is wrong with a store', () => {
  it('finds nothing wrong with a sound store, from any seed', async () => {
    for (const seed of [1, 2, 3]) expect(await lawsBrokenBy({ make: soundStore, seed, runs: 5 })).toEqual([]);
  });

  it.each(brokenStores)('finds a store that $fault', async ({ make, foundBy }) => {
    expect(await lawsBrokenBy({ make })).toEqual(expect.arrayContaining([...foundBy]));
  });

  it('has no two laws of one name', () => {
    expect(new Set(laws.map(({ name }) => name)).size).toBe(laws.length);
  });

  it('says from which seed a law was broken', async () => {
    const [law] = laws;
    const broken = brokenStores[0];
    if (law === undefined || broken === undefined) throw new Error('nothing to try');
    const failing = laws.find(({ name }) => name === broken.foundBy[0]) ?? law;
    await expect(tryLaw(failing, { make: broken.make, seed: 42 })).rejects.toThrow(/\(seed 42\)$/);
  });
});
