import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { complaintIdOf, eventIdOf } from '../../../src/application/identity/derived-ids.js';
import {
  canonicalId,
  derivedUuid,
  isUuid,
  timeBits,
  uuidFrom,
} from '../../../src/application/identity/uuid.js';

const commandIds = fc.oneof(fc.string({ minLength: 1, maxLength: 100 }), fc.uuid());
const versionSeven = fc.uuid({ version: 7 });
/** What a host's clock, a form or a bug may give for a time, and what may stand where digits belong. */
const anyTimes = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  fc.double(),
  fc.constantFrom(-62_135_596_800_000, -1, 2 ** 48, NaN, Infinity),
);
const anyDigits = fc.oneof(fc.stringMatching(/^[0-9a-f]{0,30}$/), fc.string());

describe('a complaint’s id', () => {
  it('is a UUID of version 8, the same for one provider and command, and another for any other', () => {
    fc.assert(
      fc.property(commandIds, commandIds, (command, other) => {
        const id = complaintIdOf('conectared', command);
        expect(isUuid(id)).toBe(true);
        expect(id.charAt(14)).toBe('8');
        expect(id).toBe(id.toLowerCase());
        expect(complaintIdOf('conectared', command)).toBe(id);
        expect(complaintIdOf('emenet', command)).not.toBe(id);
        expect(complaintIdOf('conectared', other) === id).toBe(command === other);
      }),
    );
  });

  it('grows with a command id of version 7, so that keys are added at the end of an index', () => {
    fc.assert(
      fc.property(versionSeven, (command) => {
        expect(complaintIdOf('conectared', command).slice(0, 13)).toBe(command.slice(0, 13));
      }),
    );
  });

  it('carries no time where the command id promises none', () => {
    const ids = ['r-1', 'r-2', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'].map((command) =>
      complaintIdOf('conectared', command).slice(0, 8),
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('00000000');
  });
});

describe('an event’s id', () => {
  it('differs with its stream, its command and its place in it, and with nothing else', () => {
    const stream = `complaint-${complaintIdOf('conectared', 'r-1')}`;
    const ids = [
      eventIdOf(stream, 'c', 0),
      eventIdOf(stream, 'c', 1),
      eventIdOf(stream, 'd', 0),
      eventIdOf('folio-conectared', 'c', 0),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(ids.every(isUuid)).toBe(true);
    expect(eventIdOf(stream, 'c', 0)).toBe(ids[0]);
  });
});

describe('what is built as a UUID', () => {
  it('is one, or an error is thrown: never "complaint--3883122-cd800-…" (osTicket#3044)', () => {
    const built = (make: () => string): boolean => {
      try {
        return isUuid(make());
      } catch (error) {
        return error instanceof RangeError;
      }
    };
    fc.assert(
      fc.property(anyTimes, fc.string(), anyDigits, anyDigits, (time, name, bits, digits) => {
        expect(built(() => derivedUuid(timeBits(time), name))).toBe(true);
        expect(built(() => derivedUuid(undefined, name))).toBe(true);
        expect(built(() => uuidFrom(7, bits, digits))).toBe(true);
      }),
    );
    expect(() => timeBits(Date.parse('0001-01-01T00:00:00Z'))).toThrow(RangeError);
    expect(() => timeBits(NaN)).toThrow(RangeError);
  });

  it('has one canonical form, in lower case with its hyphens; other texts stay as they are', () => {
    const digits = fc.stringMatching(/^[0-9a-f]{32}$/);
    const otherTexts = fc.string().filter((text) => !/^[0-9a-f-]{32,36}$/i.test(text));
    fc.assert(
      fc.property(digits, otherTexts, (text, other) => {
        const id = text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
        for (const spelt of [id, text, `urn:uuid:${id}`])
          for (const written of [spelt, spelt.toUpperCase()]) expect(canonicalId(written)).toBe(id);
        expect(canonicalId(other)).toBe(other);
      }),
    );
    expect(canonicalId('0198C2D1-7000-7000-8000-000000000001')).toBe('0198c2d1-7000-7000-8000-000000000001');
  });
});
