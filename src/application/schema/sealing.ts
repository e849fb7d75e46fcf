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

/** Seals all of a person's values in one event: base64 of nonce, tag and ciphertext (AES-256-GCM). */
export const seal = (key: KeyObject, place: SealPlace, fields: JsonObject): string => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength });
  cipher.setAAD(boundTo(place));
  const body = Buffer.concat([cipher.update(JSON.stringify(fields), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
};

/** Opens what `seal` sealed; `undefined` where the key, the place or a byte is another one. */
export const unseal = (key: KeyObject, place: SealPlace, sealed: string): JsonObject | undefined => {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < ivLength + tagLength) return undefined;
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
