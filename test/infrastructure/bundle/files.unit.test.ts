import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { byName } from '../../../src/infrastructure/bundle/files.js';
import { proof } from '../../support/proof.js';

const name = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('a', '/', 'é', '\uffee', '\u{1f600}'), maxLength: 4 }),
);

describe('names of a bundle', () => {
  it('are ordered by their bytes, whatever letters they have', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(Math.sign(byName(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
      }),
      proof(1_000),
    );
  });
});
