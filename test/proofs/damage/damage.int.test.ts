import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { restore } from '../../../src/jobs/restore/restore.js';
import { codeOf } from '../../../src/application/errors/code-of.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { damages, inflict, type Damage } from './damages.js';
import { answersIn, buildHouse, files, foundIn, removeHouse, type House } from './house.js';

let house: House = { folder: '', folios: [] };
let before: unknown;

beforeAll(async () => {
  house = await buildHouse(6);
  before = await answersIn(house.folder, house.folios);
});
afterAll(() => removeHouse(house));

/** What a value says of itself that cannot be opened: no person was erased in this house. */
const keysTold = /"(?:key-missing|ciphertext-invalid)"/;

/** What becomes of the answers: the same, told by a code, or different in silence. */
const outcomeOf = async (damage: Damage): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-damaged-'));
  try {
    cpSync(house.folder, folder, { recursive: true });
    inflict(folder, damage);
    const after = await answersIn(folder, house.folios);
    if (typeof after === 'object') return 'told';
    if (typeof after === 'string' && keysTold.test(after)) return 'told';
    // Who changed the schema, an index or a row will change what is read later: that is no harmless damage.
    if (after === before && damage.kind !== 'sql') return 'harmless';
    return (await foundIn(folder)) === undefined ? 'silent' : 'told';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('Whatever happens to the files of a store, its keys and its marks', () => {
  it(
    'is harmless or told by a code: nothing reads different in silence',
    async () => {
      expect(typeof before).toBe('string');
      expect(await foundIn(house.folder)).toBeUndefined();
      await fc.assert(
        fc.asyncProperty(damages(files), async (damage) => {
          expect(await outcomeOf(damage)).toMatch(/^(?:harmless|told)$/);
        }),
        proof(25),
      );
    },
    proofTimeout(25) * 10,
  );

  it(
    'is told of a back-up before it takes the place of a store',
    async () => {
      await fc.assert(
        fc.asyncProperty(damages(['back-up.db']), async (damage) => {
          fc.pre(damage.kind === 'bit' || damage.kind === 'cut');
          const folder = mkdtempSync(join(tmpdir(), 'quejas-damaged-'));
          try {
            cpSync(house.folder, folder, { recursive: true });
            inflict(folder, damage);
            const restored = await restore(join(folder, 'back-up.db'), join(folder, 'quejas.db'), {
              replace: true,
            }).then(
              () => undefined,
              (error: unknown) => codeOf(error) ?? 'uncoded',
            );
            if (restored !== undefined) expect(restored).toMatch(/^(?:copy|store)-/);
            else {
              const after = await answersIn(folder, house.folios);
              if (typeof after === 'string' && after !== before)
                expect(await foundIn(folder)).toMatch(/^(?:store|event|rows|register|folio)-/);
            }
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        }),
        proof(10, 0.2),
      );
    },
    proofTimeout(10) * 10,
  );
});
