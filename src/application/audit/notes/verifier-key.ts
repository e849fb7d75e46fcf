import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { base64Of, bytesOfBase64 } from './strict-text.js';

/** Signature types of C2SP signed-note that are verified here; lines of other types are passed over. */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;

/** A key that verifies lines of notes (C2SP signed-note, "Verifier keys"). */
export interface VerifierKey {
  /** Of a log, its origin; of a witness, its own. */
  readonly name: string;
  /** First four bytes of the fingerprint, in hex: together with the name it finds the key of a line. */
  readonly id: string;
  /** How it signs: 1 is Ed25519. */
  readonly type: number;
  /** As its type has it: 32 bytes for Ed25519. */
  readonly publicKey: Uint8Array;
}

/** True for what may stand as the name of a key: no Unicode space, no plus, no control character. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !/[\s+\u0085\u0000-\u001f\u007f]/u.test(name);

const materialOf = (type: number, publicKey: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(type), publicKey]);

/**
 * SHA-256 of name, signature type and public key, in hex: what two people compare to see that they hold the same key.
 * Its first eight digits are the key's id.
 */
export const fingerprintOf = ({ name, type, publicKey }: Omit<VerifierKey, 'id'>): string =>
  createHash('sha256').update(`${name}\n`).update(materialOf(type, publicKey)).digest('hex');

/** The key of a log, or with `signatureTypes.cosignature` of a witness. */
export const verifierKey = (
  name: string,
  publicKey: Uint8Array,
  type: number = signatureTypes.ed25519,
): VerifierKey => ({
  name,
  id: fingerprintOf({ name, type, publicKey }).slice(0, 8),
  type,
  publicKey,
});

/** `name+id+base64`, without a newline. */
export const formatVerifierKey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${base64Of(materialOf(type, publicKey))}`;

/** True for a type whose keys are Ed25519's: no other is verified here. */
export const isEd25519 = (type: number): boolean =>
  type === signatureTypes.ed25519 || type === signatureTypes.cosignature;

/** Reads `name+id+base64`; `undefined` where it is not, or where its id is another key's. */
export const parseVerifierKey = (text: unknown): VerifierKey | undefined => {
  if (typeof text !== 'string') return undefined;
  const [name = '', id, ...rest] = text.split('+');
  const material = bytesOfBase64(rest.join('+'));
  if (!isKeyName(name) || material === undefined) return undefined;
  const [type, ...publicKey] = material;
  if (type === undefined || publicKey.length === 0) return undefined;
  const key = verifierKey(name, Uint8Array.from(publicKey), type);
  if (isEd25519(type) && publicKey.length !== 32) return undefined;
  return key.id === id ? key : undefined;
};

const keyObjectOf = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });

/** True where the signature (without the key's id) is this key's of the text of a note. */
export const verifiesLine = (key: VerifierKey, text: string, signature: Uint8Array): boolean => {
  if (key.type === signatureTypes.ed25519)
    return signature.length === 64 && verify(null, Buffer.from(text), keyObjectOf(key.publicKey), signature);
  if (key.type !== signatureTypes.cosignature || signature.length !== 72) return false;
  const time = Buffer.from(signature).readBigUInt64BE();
  const cosigned = `cosignature/v1\ntime ${time}\n${text}`;
  return (
    time < 2n ** 63n && verify(null, Buffer.from(cosigned), keyObjectOf(key.publicKey), signature.subarray(8))
  );
};
