import { canonicalize } from 'json-canonicalize';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';
import { isJsonObject } from '../../application/schema/json-object.js';

/**
 * What a full bundle has of a person's key: the key, wrapped to the recipient; that it was destroyed, for good; or that the
 * vault does not hold it.
 */
export type PersonKey =
  | { readonly kind: 'wrapped'; readonly ephemeral: string; readonly wrapped: string }
  | { readonly kind: 'destroyed' }
  | { readonly kind: 'missing' };

/** The file of a full bundle with the keys of persons. */
export interface PersonKeys {
  readonly provider: string;
  /** SHA-256 in hex of the public key that they are wrapped to. */
  readonly recipient: string;
  /** By the pseudonyms of persons. */
  readonly persons: Readonly<Record<string, PersonKey>>;
}

/** Where they lie in a bundle. */
export const personKeysName = 'keys/persons.json';

const format = 'quejas-persons/1';

export const formatPersonKeys = (keys: PersonKeys): string => `${canonicalize({ ...keys, format })}\n`;

const personKeyOf = (value: unknown): PersonKey | undefined => {
  if (!isJsonObject(value)) return undefined;
  const { kind, ephemeral, wrapped } = value;
  if (kind === 'destroyed' || kind === 'missing') return { kind };
  return kind === 'wrapped' && typeof ephemeral === 'string' && typeof wrapped === 'string'
    ? { kind, ephemeral, wrapped }
    : undefined;
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(textOfBytes(bytes) ?? 'null');
  } catch {
    return null;
  }
};

/** Reads the keys of persons; `undefined` for what is no such file. */
export const parsePersonKeys = (bytes: Uint8Array): PersonKeys | undefined => {
  const value = parsed(bytes);
  if (!isJsonObject(value) || value['format'] !== format) return undefined;
  const { provider, recipient, persons: listed } = value;
  if (typeof provider !== 'string' || typeof recipient !== 'string' || !isJsonObject(listed))
    return undefined;
  const persons: Record<string, PersonKey> = {};
  for (const [person, each] of Object.entries(listed)) {
    const key = personKeyOf(each);
    if (key === undefined) return undefined;
    Object.defineProperty(persons, person, { value: key, enumerable: true });
  }
  return { provider, recipient, persons };
};
