import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { SignatureLine, SignedNote } from './signed-note.js';
import { isKeyName, verifierKey, type VerifierKey } from './verifier-key.js';

/** A key that signs notes: the log's own. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  /** PKCS #8 in DER: how the key is kept. */
  readonly exported: Uint8Array;
  readonly signText: (text: string) => SignatureLine;
}

const signingKey = (name: string, key: KeyObject): SigningKey => {
  if (!isKeyName(name)) throw new RangeError(`"${name}" cannot be the name of a key`);
  const { x = '' } = key.export({ format: 'jwk' });
  const verifier = verifierKey(name, Buffer.from(x, 'base64url'));
  return {
    verifier,
    exported: key.export({ format: 'der', type: 'pkcs8' }),
    signText: (text) => ({ name, id: verifier.id, signature: sign(null, Buffer.from(text), key) }),
  };
};

/** A new Ed25519 key with this name, the origin of the log. */
export const generateSigningKey = (name: string): SigningKey =>
  signingKey(name, generateKeyPairSync('ed25519').privateKey);

/** A key that was kept as PKCS #8. */
export const importSigningKey = (name: string, exported: Uint8Array): SigningKey =>
  signingKey(name, createPrivateKey({ key: Buffer.from(exported), format: 'der', type: 'pkcs8' }));

/** A note signed by each of these keys, in their order: during a change of keys the older one signs too. */
export const signNote = (text: string, keys: readonly SigningKey[]): SignedNote => ({
  text,
  signatures: keys.map((key) => key.signText(text)),
});
