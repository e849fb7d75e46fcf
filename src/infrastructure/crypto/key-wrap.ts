import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** A person's key under the master key, bound to the person: moved to another one it does not open. */
export const wrapKey = (master: KeyObject, person: string, key: Uint8Array): Buffer => {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, master, iv, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(person));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), wrapped]);
};

/** Throws where the master key, the person or a byte is another one. */
export const unwrapKey = (master: KeyObject, person: string, wrapped: Uint8Array): Buffer => {
  const bytes = Buffer.from(wrapped);
  const decipher = createDecipheriv(algorithm, master, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(person));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
};
