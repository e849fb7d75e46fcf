import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../domain/kernel/json.js';
import { isJsonObject } from './json-object.js';

/** Where a ciphertext belongs: it opens nowhere else (design: Envelope). */
export interface SealPlace {
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly person: string;
}

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

const boundTo = ({ stream, type, revision, person }: SealPlace): Buffer =>
  Buffer.from(JSON.stringify([stream, type, revision, person]));

/** The tag of a vault that does not say which one it is. */
export const noVault: Buffer = Buffer.alloc(4);

/**
 * Seals all of a person's values in one event (AES-256-GCM): base64 of four bytes that say which vault the key lies in,
 * nonce, tag and ciphertext.
 */
export const seal = (key: KeyObject, place: SealPlace, fields: JsonObject, vault = noVault): string => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength });
  cipher.setAAD(boundTo(place));
  const body = Buffer.concat([cipher.update(JSON.stringify(fields), 'utf8'), cipher.final()]);
  return Buffer.concat([vault, iv, cipher.getAuthTag(), body]).toString('base64');
};

const opened = (key: KeyObject, place: SealPlace, bytes: Buffer): JsonObject | undefined => {
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  try {
    const text =
      decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
    const fields: unknown = JSON.parse(text);
    return isJsonObject(fields) ? fields : undefined;
  } catch {
    return undefined;
  }
};

/**
 * What a ciphertext gives: the fields; that it was sealed with the key of another vault (`foreign`); or that a byte of it,
 * or its place, is another one (`invalid`).
 */
export type Unsealed = JsonObject | 'foreign' | 'invalid';

/** Opens what `seal` sealed. */
export const unseal = (key: KeyObject, place: SealPlace, sealed: string, vault = noVault): Unsealed => {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < vault.length + ivLength + tagLength) return 'invalid';
  const fields = opened(key, place, bytes.subarray(vault.length));
  if (bytes.subarray(0, vault.length).equals(vault)) return fields ?? 'invalid';
  // What opens was sealed with this key: then the bytes that name the vault are the ones that were changed.
  return fields === undefined ? 'foreign' : 'invalid';
};
