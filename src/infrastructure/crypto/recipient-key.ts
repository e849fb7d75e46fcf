import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** Whose key it is, for whom it is wrapped: a wrapped key opens nowhere else. */
export interface WrappedPlace {
  readonly provider: string;
  /** A pseudonym. */
  readonly person: string;
  /** `recipientFingerprint` of the key that it is wrapped to. */
  readonly recipient: string;
}

/** A key that its recipient alone can open. */
export interface WrappedKey {
  /** The public half of a key pair that was made for this one (X25519), as base64. */
  readonly ephemeral: string;
  /** Tag and ciphertext (AES-256-GCM), as base64. */
  readonly wrapped: string;
}

const algorithm = 'aes-256-gcm';
const [keyLength, ivLength, tagLength] = [32, 12, 16];

const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');

const publicOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') }, format: 'jwk' });

const boundTo = ({ provider, person, recipient }: WrappedPlace): Buffer =>
  Buffer.from(JSON.stringify(['quejas-persons/1', provider, person, recipient]));

/** Key and nonce for one wrapped key: of the secret of two key pairs, one of which is used once. */
const secretOf = (
  own: KeyObject,
  other: KeyObject,
  publicKeys: readonly [ephemeral: Buffer, recipient: Buffer],
  bound: Buffer,
): { readonly key: Buffer; readonly iv: Buffer } => {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  const bytes = Buffer.from(
    hkdfSync('sha256', shared, Buffer.concat(publicKeys), bound, keyLength + ivLength),
  );
  return { key: bytes.subarray(0, keyLength), iv: bytes.subarray(keyLength) };
};

/**
 * A recipient's public key, as `openssl pkey -pubout` writes it (PEM, SPKI); `undefined` for what is none of X25519, for a
 * private key, and for one with which no secret can be shared.
 */
export const parseRecipient = (pem: string): KeyObject | undefined => {
  if (!/^-----BEGIN PUBLIC KEY-----\r?\n/.test(pem.trimStart())) return undefined;
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'x25519') return undefined;
    diffieHellman({ privateKey: generateKeyPairSync('x25519').privateKey, publicKey: key });
    return key;
  } catch {
    return undefined;
  }
};

/** A recipient's private key, as `openssl genpkey -algorithm x25519` writes it (PEM); `undefined` for what is none. */
export const parseRecipientKey = (pem: string): KeyObject | undefined => {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'x25519' ? key : undefined;
  } catch {
    return undefined;
  }
};

/** SHA-256 in hex of a public key as DER, for the public or the private half of it. */
export const recipientFingerprint = (key: KeyObject): string =>
  createHash('sha256')
    .update((key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** Wraps a key to its recipient: with a key pair of its own, so that the same key gives other bytes each time. */
export const wrapFor = (recipient: KeyObject, place: WrappedPlace, key: Uint8Array): WrappedKey => {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const [ephemeral, bound] = [rawOf(publicKey), boundTo(place)];
  const secret = secretOf(privateKey, recipient, [ephemeral, rawOf(recipient)], bound);
  const cipher = createCipheriv(algorithm, secret.key, secret.iv, { authTagLength: tagLength });
  cipher.setAAD(bound);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    ephemeral: ephemeral.toString('base64'),
    wrapped: Buffer.concat([cipher.getAuthTag(), wrapped]).toString('base64'),
  };
};

/** Opens what `wrapFor` wrapped; `undefined` where the key, the place or a byte is another one. */
export const unwrapFor = (
  own: KeyObject,
  place: WrappedPlace,
  { ephemeral: text, wrapped }: WrappedKey,
): KeyObject | undefined => {
  try {
    const [ephemeral, bound] = [Buffer.from(text, 'base64'), boundTo(place)];
    const publicKeys = [ephemeral, rawOf(createPublicKey(own))] as const;
    const secret = secretOf(own, publicOf(ephemeral), publicKeys, bound);
    const decipher = createDecipheriv(algorithm, secret.key, secret.iv, { authTagLength: tagLength });
    const bytes = Buffer.from(wrapped, 'base64');
    decipher.setAAD(bound);
    decipher.setAuthTag(bytes.subarray(0, tagLength));
    return createSecretKey(Buffer.concat([decipher.update(bytes.subarray(tagLength)), decipher.final()]));
  } catch {
    return undefined;
  }
};
