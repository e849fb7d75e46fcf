import { createSecretKey } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { canonicalEmail, canonicalPhone, contactHash } from '../../../src/application/identity/contact.js';

describe('a phone number is known however it is written', () => {
  it.each([
    '229 555 0101',
    '(229) 555-0101',
    '2295550101',
    '+52 229 555 0101',
    '0052 229 555 0101',
    '52 229 555 01 01',
    '+52 1 229 555 0101',
    '01 229 555 0101',
    '044 229 555 0101',
    '045 229 555 0101',
    '229.555.0101 ext. 12',
    '２２９ ５５５ ０１０１',
    '\u202a+52 229 555 0101\u202c',
    '\u2068229\u00a0555\u20110101\u2069',
    '229 – 555 – 0101',
    '\ufeff229\u200b5550101',
    '\ufe0f229\u3164555\u28000101',
  ])('%j is +522295550101', (text) => {
    expect(canonicalPhone(text)).toBe('+522295550101');
  });

  it('keeps the country where one is named, and takes ten digits for Mexico', () => {
    expect(canonicalPhone('+1 (212) 555-0100')).toBe('+12125550100');
    expect(canonicalPhone('00 34 91 555 01 00')).toBe('+34915550100');
    expect(canonicalPhone('212 555 0100')).toBe('+522125550100');
  });

  it.each(['', 'no tiene', '12345', '+52 12345', '+', '229 555 010A', '+0123456789', '1'.repeat(20)])(
    '%j is no phone number',
    (text) => {
      expect(canonicalPhone(text)).toBeUndefined();
    },
  );

  it('what is canonical stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('+', '0', '1', '2', '4', '5', '9', ' ', '(', ')', '-') }),
        (text) => {
          const canonical = canonicalPhone(text);
          if (canonical !== undefined) expect(canonicalPhone(canonical)).toBe(canonical);
        },
      ),
    );
  });
});

describe('an e-mail address is known whatever its case', () => {
  it.each([
    [' Ana.Ruiz@Example.COM ', 'ana.ruiz@example.com'],
    ['\u202aana.ruiz@example.com\u202c', 'ana.ruiz@example.com'],
    ['ana.ruiz@example.com\u200b', 'ana.ruiz@example.com'],
    ['ana.ruiz\u3164@example.com\ufe0f', 'ana.ruiz@example.com'],
    ['\u200b@\u200b', undefined],
    ['ana', undefined],
    ['a b@c.mx', undefined],
    ['a@b@c.mx', undefined],
  ])('%j is %s', (text, canonical) => {
    expect(canonicalEmail(text)).toBe(canonical);
  });
});

describe('the hash of a contact', () => {
  it('is another one for another key, provider, sort or value, and tells nothing of it', () => {
    const [one, two] = [1, 2].map((fill) => createSecretKey(Buffer.alloc(32, fill)));
    if (one === undefined || two === undefined) throw new Error('no keys');
    const hashes = [
      contactHash(one, '|conectared', 'phone', '+522295550101'),
      contactHash(two, '|conectared', 'phone', '+522295550101'),
      contactHash(one, '|emenet', 'phone', '+522295550101'),
      contactHash(one, '|conectared', 'email', '+522295550101'),
      contactHash(one, '|conectared', 'phone', '+522295550102'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const hash of hashes) expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
