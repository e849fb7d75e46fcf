import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  schemaErrors,
  schemaKeywords,
  type SchemaError,
} from '../../../src/application/provider/schema-errors.js';
import { providerProfileSchema } from '../../../src/application/provider/schema.js';
import { conectared, emenet } from '../../../src/domain/provider/index.js';
import { shippedMappings } from '../../../src/jobs/import/index.js';
import { mappingSchema } from '../../../src/jobs/import/mapping-schema.js';
import { damaged } from '../../proofs/input/hostile.js';
import { proof, proofTimeout } from '../../support/proof.js';

const asJson = (value: unknown): unknown => {
  const text: unknown = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint' ? String(each) : each,
  );
  return typeof text === 'string' ? JSON.parse(text) : null;
};

type Told = Pick<SchemaError, 'keyword' | 'instancePath' | 'params'> & { readonly message?: string };

/** Which list stands twice in a list of what are no words is told by another error. */
const sorted = (errors: readonly Told[]): readonly string[] =>
  errors
    .filter(({ keyword }) => keyword !== 'uniqueItems')
    .map(({ keyword, instancePath, params, message = '' }) =>
      JSON.stringify([keyword, instancePath, params, message]),
    )
    .toSorted();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (schema: unknown): readonly unknown[] =>
  ['items', 'propertyNames', 'additionalProperties', 'if', 'then', 'else'].flatMap((name) =>
    isRecord(schema) && schema[name] !== undefined ? [schema[name]] : [],
  );

const within = (schema: unknown): readonly unknown[] =>
  ['properties', '$defs', 'anyOf'].flatMap((name) => {
    const parts: unknown = isRecord(schema) ? schema[name] : undefined;
    const inside: readonly unknown[] =
      typeof parts === 'object' && parts !== null ? Object.values(parts) : [];
    return inside;
  });

const keywordsIn = (schema: unknown): readonly string[] =>
  isRecord(schema)
    ? [...Object.keys(schema), ...[...below(schema), ...within(schema)].flatMap(keywordsIn)]
    : [];

const documents = [
  ['a provider’s profile', providerProfileSchema, [conectared, emenet]],
  ['a mapping', mappingSchema, Object.values(shippedMappings)],
] as const;

describe.each(documents)('the schema of %s', (_name, schema, examples) => {
  it('has no keyword that is not looked at', () => {
    expect(keywordsIn(schema).filter((keyword) => !schemaKeywords.has(keyword))).toEqual([]);
  });

  it(
    'finds in whatever stands in a file what another validator finds',
    () => {
      const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(
        schema,
      );
      fc.assert(
        fc.property(damaged(examples).map(asJson), (document) => {
          validate(document);
          expect(sorted(schemaErrors(schema, document))).toEqual(sorted(validate.errors ?? []));
        }),
        proof(400),
      );
    },
    proofTimeout(400),
  );
});

describe('a list in which a word stands twice', () => {
  it.each([[['a', 'b', 'a', 'c', 'b']], [['a', 'a']], [['a', 'b']]])(
    'is told with the last word that stands before, as another validator tells it: %j',
    (words) => {
      const schema = { type: 'array', items: { type: ['string', 'null'] }, uniqueItems: true };
      const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile({
        ...schema,
        items: { enum: words },
      });
      validate(words);
      expect(schemaErrors(schema, words)).toEqual(
        (validate.errors ?? []).map(({ keyword, instancePath, params, message }) => ({
          ...{ keyword, instancePath, params, message },
        })),
      );
    },
  );
});
