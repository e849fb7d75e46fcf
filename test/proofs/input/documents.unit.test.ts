import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import { checkedMapping, shippedMappings } from '../../../src/jobs/import/index.js';
import { loadProfile } from '../../../src/application/provider/load-profile.js';
import { conectared, emenet } from '../../../src/domain/provider/index.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { damaged } from './hostile.js';

/** What a file can hold is JSON: anything else never comes from one. */
const asFile = (value: unknown): unknown => {
  const file: unknown = JSON.parse(
    JSON.stringify({ value }, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)),
  );
  return typeof file === 'object' && file !== null && 'value' in file ? file.value : null;
};

describe('whatever stands in the file of a provider’s profile', () => {
  it(
    'is a profile, or is refused with faults that name their fields',
    () => {
      fc.assert(
        fc.property(damaged([conectared, emenet]).map(asFile), (document) => {
          const loaded = loadProfile(document);
          if (loaded.ok) return;
          expect(loaded.code).toBe('profile-invalid');
          expect(loaded.faults.length).toBeGreaterThan(0);
          for (const { code, es, en } of loaded.faults) {
            expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
            expect(es.length > 0 && en.length > 0).toBe(true);
          }
        }),
        proof(300),
      );
    },
    proofTimeout(300),
  );
});

describe('whatever stands in the file of a mapping', () => {
  it(
    'is a mapping, or is refused as mapping-invalid',
    () => {
      fc.assert(
        fc.property(damaged(shippedMappings).map(asFile), (document) => {
          try {
            checkedMapping(document);
          } catch (error) {
            expect(isCodedError(error) && error.code).toBe('mapping-invalid');
          }
        }),
        proof(60, 0.1),
      );
    },
    proofTimeout(60),
  );
});
