import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import type { JsonObject } from '../../../src/domain/kernel/json.js';
import { isJsonObject } from '../../../src/application/schema/json-object.js';
import { jsonFault } from '../../../src/application/schema/json-fault.js';
import { prepareAppend } from '../../../src/application/schema/append-check.js';
import { decodeBody } from '../../../src/application/schema/wire.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';

const wellFormed = (value: unknown): unknown => JSON.parse(JSON.stringify(value).toWellFormed());
const data = fc
  .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }))
  .map(wellFormed)
  .filter((value): value is JsonObject => isJsonObject(value));

describe('what is to be stored', () => {
  it('comes back from its text as it was', () => {
    fc.assert(
      fc.property(data, (given) => {
        const [body = ''] = prepareAppend(
          sampleAppend('complaint-1', 'once', 'any', 1, { data: given }),
        ).bodies;
        expect(decodeBody(body).data).toEqual(given);
      }),
    );
  });

  it('is as long as its canonical form (RFC 8785), to the byte', () => {
    fc.assert(
      fc.property(data, fc.nat({ max: 4_000 }), (given, more) => {
        const text = 'ñ'.repeat(20_000 + more);
        const request = sampleAppend('complaint-ñ"', 'once', 'any', 1, { data: { given, text } });
        const { sizes = [] } = prepareAppend(request);
        const canonical = canonicalize({ ...request.events[0], stream: request.stream, revision: 0 });
        expect(sizes.map((size) => size + 1)).toEqual([Buffer.byteLength(canonical)]);
      }),
    );
  });

  it('holds no value that JSON would change', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (value) => {
        fc.pre(value !== undefined && jsonFault(value) === undefined);
        expect(canonicalize(JSON.parse(JSON.stringify(value)))).toBe(canonicalize(value));
      }),
    );
  });
});
