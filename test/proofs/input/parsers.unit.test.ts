import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import * as provider from '../../../src/application/provider/index.js';
import * as domain from '../../../src/domain/index.js';
import { parseInterval } from '../../../src/domain/sla/week.js';
import * as audit from '../../../src/jobs/audit/index.js';
import { proof } from '../../support/proof.js';
import { fieldsOfEvents } from '../../domain/sla/policy/policies.js';
import { hostileText, hostileValue } from './hostile.js';

/** What has no text of its own, or none that can be taken without a fault. */
const noText = fc.constantFrom<unknown>(
  Symbol('folio'),
  10n,
  Object.create(null),
  { toString: () => 'CR-000123-8' },
  {
    toString: () => {
      throw new RangeError('read');
    },
  },
  Uint8Array.of(0xff),
);

const anything: fc.Arbitrary<unknown> = fc.oneof(hostileValue, hostileText, noText);

/** What the functions take after what they read. */
const after: Readonly<Record<string, readonly unknown[]>> = {
  parseFolio: ['CR'],
  parsePolicy: [fieldsOfEvents],
};

const readers = Object.entries({ ...domain, ...provider, ...audit }).flatMap(([name, call]) =>
  typeof call === 'function' && /^(parse|readInstant|isInstant|is\w+Type)/.test(name) ? [{ name, call }] : [],
);

describe('a function that reads what came from outside', () => {
  it('is found by its name in the entries of the package', () => {
    expect(readers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['parseFolio', 'parseHours', 'parseInstant', 'isInstant', 'parseVerifierKey']),
    );
  });

  it.each(readers)(
    '$name answers for whatever a host in JavaScript gives it, and throws nothing',
    ({ name, call }) => {
      fc.assert(
        fc.property(anything, (given) => {
          Reflect.apply(call, undefined, [given, ...(after[name] ?? [])]);
        }),
        proof(200),
      );
    },
  );

  it('takes no array for the event type that it would become', () => {
    expect(domain.isComplaintEventType(['Filed'])).toBe(false);
  });

  it('takes no object for the text that it would become', () => {
    const folio = domain.parseFolio({ toString: () => 'CR-000123-8' }, 'CR');
    expect(folio).toMatchObject({ ok: false, code: 'folio-malformed' });
    expect(domain.parseHours(null)).toMatchObject({ ok: false, faults: [{ code: 'hours-empty' }] });
    expect(domain.parseInstant(['2026-03-02T16:00:00Z'])).toBeUndefined();
    expect(domain.isInstant(['2026-03-02T16:00:00.000Z'])).toBe(false);
    expect(parseInterval(['09:00-21:00'])).toBeUndefined();
    expect(audit.parseVerifierKey(undefined)).toBeUndefined();
    expect(audit.parseSignedCheckpoint('a text')).toBeUndefined();
    expect(audit.parseTrustPolicy(undefined)).toMatchObject({
      ok: false,
      fault: { reason: 'quorum-missing' },
    });
  });
});
