import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  parseRecipient,
  parseRecipientKey,
  recipientFingerprint,
  unwrapFor,
  wrapFor,
} from '../../../src/infrastructure/crypto/recipient-key.js';

const pair = (type: 'x25519' | 'ed25519' = 'x25519') => {
  const { privateKey, publicKey } =
    type === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('ed25519');
  return {
    own: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    given: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};

const sample = () => {
  const { own, given } = pair();
  const [recipient, privateKey] = [parseRecipient(given), parseRecipientKey(own)];
  if (recipient === undefined || privateKey === undefined) throw new Error('no key');
  const place = { provider: 'conectared', person: 's-1', recipient: recipientFingerprint(recipient) };
  return { recipient, privateKey, place, key: randomBytes(32) };
};

const hasOpenSsl = spawnSync('openssl', ['genpkey', '-algorithm', 'x25519']).status === 0;

describe('A key that is wrapped to a recipient', () => {
  it('is opened by the recipient alone', () => {
    const { recipient, privateKey, place, key } = sample();
    const wrapped = wrapFor(recipient, place, key);
    expect(unwrapFor(privateKey, place, wrapped)?.export()).toEqual(key);
    expect(unwrapFor(sample().privateKey, place, wrapped)).toBeUndefined();
  });

  it('gives other bytes each time, since its own key pair is made for it', () => {
    const { recipient, place, key } = sample();
    const [one, other] = [wrapFor(recipient, place, key), wrapFor(recipient, place, key)];
    expect(one.ephemeral).not.toBe(other.ephemeral);
    expect(one.wrapped).not.toBe(other.wrapped);
  });

  it('opens for no other person, provider or recipient', () => {
    const { recipient, privateKey, place, key } = sample();
    const wrapped = wrapFor(recipient, place, key);
    for (const other of [{ person: 's-2' }, { provider: 'emenet' }, { recipient: 'f00d' }])
      expect(unwrapFor(privateKey, { ...place, ...other }, wrapped)).toBeUndefined();
  });

  it('does not open once any bit of it is another one', () => {
    const { recipient, privateKey, place, key } = sample();
    const wrapped = wrapFor(recipient, place, key);
    fc.assert(
      fc.property(
        fc.constantFrom('ephemeral' as const, 'wrapped' as const),
        fc.nat(47),
        fc.nat(7),
        (of, at, bit) => {
          const bytes = Buffer.from(wrapped[of], 'base64');
          // X25519 does not look at the highest bit of a public key.
          const index = at % bytes.length;
          fc.pre(of === 'wrapped' || index < 31 || bit < 7);
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
          const changed = { ...wrapped, [of]: bytes.toString('base64') };
          expect(unwrapFor(privateKey, place, changed)).toBeUndefined();
        },
      ),
    );
  });
});

describe('The public key of a recipient', () => {
  it('is taken as PEM of X25519: neither a private key, nor one for signatures, nor one that shares no secret', () => {
    const { own, given } = pair();
    expect(parseRecipient(given)?.asymmetricKeyType).toBe('x25519');
    // All zeros is a point of small order: any secret with it is known to all.
    const weak = `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([
      Buffer.from('302a300506032b656e032100', 'hex'),
      Buffer.alloc(32),
    ]).toString('base64')}\n-----END PUBLIC KEY-----\n`;
    for (const wrong of [own, pair('ed25519').given, weak, '', 'x25519'])
      expect(parseRecipient(wrong)).toBeUndefined();
    for (const wrong of [given, pair('ed25519').own, '']) expect(parseRecipientKey(wrong)).toBeUndefined();
  });

  (hasOpenSsl ? it : it.skip)('is what openssl makes and fingerprints (skipped where there is none)', () => {
    const openssl = (args: readonly string[], input?: Buffer) => spawnSync('openssl', args, { input }).stdout;
    const own = openssl(['genpkey', '-algorithm', 'x25519']);
    const given = openssl(['pkey', '-pubout'], own).toString();
    const der = openssl(['pkey', '-pubin', '-outform', 'DER'], Buffer.from(given));
    const sum = openssl(['dgst', '-sha256', '-r'], der).toString().split(' ')[0];
    const [recipient, privateKey] = [parseRecipient(given), parseRecipientKey(own.toString())];
    expect(recipient && recipientFingerprint(recipient)).toBe(sum);
    expect(privateKey && recipientFingerprint(privateKey)).toBe(sum);
  });
});
