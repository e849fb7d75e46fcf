import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Hashing } from './reader/bytes.js';

hashes.sha512 = sha512;

/** Shorter texts are hashed before the platform would have answered. */
const worthIt = 4096;

const subtleOf = (): SubtleCrypto | undefined =>
  // A page that was opened in an insecure way has no such thing.
  'subtle' in crypto ? crypto.subtle : undefined;

/** The page's own hashes and signatures; the platform's SHA-256 is a fast path, where there is one. */
export const ownHashing = (): Hashing => {
  let subtle = subtleOf();
  return {
    sha256,
    digest: async (bytes) => {
      if (subtle !== undefined && bytes.length >= worthIt)
        try {
          return new Uint8Array(await subtle.digest('SHA-256', bytes.slice()));
        } catch {
          subtle = undefined;
        }
      return sha256(bytes);
    },
    verifies: (publicKey, message, signature) => {
      try {
        return verify(signature, message, publicKey, { zip215: false });
      } catch {
        return false;
      }
    },
  };
};
