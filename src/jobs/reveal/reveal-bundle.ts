import type { KeyObject } from 'node:crypto';
import { faultyOption, mustKnow, namesOf, unsupported } from '../../application/errors/option-faults.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import { noVault, unseal } from '../../application/schema/sealing.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { openBundle } from '../../infrastructure/bundle/open-bundle.js';
import {
  parseRecipientKey,
  recipientFingerprint,
  unwrapFor,
} from '../../infrastructure/crypto/recipient-key.js';
import { bundleEvents } from '../bundle/bundle-events.js';
import { parsePersonKeys, personKeysName, type PersonKeys } from '../bundle/person-keys.js';
import { verifyBundle, type Verified, type VerifyOptions } from '../verify/index.js';

/** How a full bundle is opened. */
export interface RevealOptions extends VerifyOptions {
  /** The private half of the key that the bundle was made for (PEM, `openssl genpkey -algorithm x25519`). */
  readonly recipientKey: string;
}

/** What there is of a person's values in an event: the values, or why there are none to read. */
export type RevealedValues =
  | { readonly kind: 'opened'; readonly fields: JsonObject }
  /** Erased for good; the provider does not hold the key; or a byte of what was sealed is another one. */
  | { readonly kind: 'destroyed' | 'key-missing' | 'ciphertext-invalid' };

/** An event with what persons said in it. */
export interface RevealedEvent {
  /** Where it is stored. */
  readonly stream: string;
  /** Its place in the stream, from 0. */
  readonly revision: number;
  /** What happened (`schema/events.json` of the bundle). */
  readonly type: string;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** By the pseudonyms of persons. */
  readonly persons: Readonly<Record<string, RevealedValues>>;
}

/** That the events of a bundle were told, or why they cannot be opened. */
export type Revealed =
  | {
      readonly kind: 'revealed';
      readonly events: number;
      /** What was found, and on whose trust it rests. */
      readonly verified: Extract<Verified, { readonly ok: true }>;
    }
  /** A fault was found in it. */
  | { readonly kind: 'faulty'; readonly fault: Extract<Verified, { readonly ok: false }> }
  /** It was made without the keys of persons. */
  | { readonly kind: 'redacted' }
  /** It was made for another key, of which this is the fingerprint. */
  | { readonly kind: 'other-recipient'; readonly recipient: string };

const optionNames = namesOf<RevealOptions>({ recipientKey: true, trust: true, from: true });

const ownKeyGiven = (pem: string): KeyObject => {
  const own = parseRecipientKey(pem);
  if (own !== undefined) return own;
  throw faultyOption('recipientKey', {
    es: 'no es una llave privada X25519 en PEM («openssl genpkey -algorithm x25519»).',
    en: 'is no private key of X25519 in PEM ("openssl genpkey -algorithm x25519").',
  });
};

/** Four bytes that say which vault a value was sealed with: the keys of the bundle are that vault’s. */
const vaultTagOf = (sealed: string): Buffer => Buffer.from(sealed, 'base64').subarray(0, noVault.length);

type KeyOf = (person: string) => KeyObject | 'destroyed' | 'key-missing' | 'ciphertext-invalid';

const keysBy = (own: KeyObject, { provider, recipient, persons }: PersonKeys): KeyOf => {
  const known = new Map<string, ReturnType<KeyOf>>();
  const read = (person: string): ReturnType<KeyOf> => {
    const key = Object.hasOwn(persons, person) ? persons[person] : undefined;
    if (key === undefined || key.kind === 'missing') return 'key-missing';
    if (key.kind === 'destroyed') return key.kind;
    return unwrapFor(own, { provider, person, recipient }, key) ?? 'ciphertext-invalid';
  };
  return (person) => {
    const key = known.get(person) ?? read(person);
    known.set(person, key);
    return key;
  };
};

const valuesOf = (
  { stream, type, revision }: StoredEvent,
  keyOf: KeyOf,
  person: string,
  sealed: string,
): RevealedValues => {
  const key = keyOf(person);
  if (typeof key === 'string') return { kind: key };
  const fields = unseal(key, { stream, type, revision, person }, sealed, vaultTagOf(sealed));
  if (typeof fields === 'string') return { kind: 'ciphertext-invalid' };
  // What a command was asked is remembered beside the values (`$asked`), as digests: nothing that a person said.
  return {
    kind: 'opened',
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('$'))),
  };
};

/**
 * Verifies a full bundle, and tells what persons said in its events, one event after another. Throws `option-invalid`, and
 * what the system says where there is no bundle.
 */
export const revealBundle = async (
  path: string,
  asked: RevealOptions,
  take: (event: RevealedEvent) => void | Promise<void>,
): Promise<Revealed> => {
  const { recipientKey, ...options } = mustKnow('revealBundle', asked, optionNames);
  if (typeof take !== 'function') throw unsupported('take', take, '(event) => …');
  const own = ownKeyGiven(recipientKey);
  const verified = await verifyBundle(path, options);
  if (!verified.ok) return { kind: 'faulty', fault: verified };
  const bundle = openBundle(path);
  try {
    const keys = bundle.names.includes(personKeysName)
      ? parsePersonKeys(bundle.read(personKeysName))
      : undefined;
    if (keys === undefined) return { kind: 'redacted' };
    if (keys.recipient !== recipientFingerprint(own))
      return { kind: 'other-recipient', recipient: keys.recipient };
    const keyOf = keysBy(own, keys);
    const { scope, entries, checkpoint } = verified;
    let events = 0;
    for (const event of bundleEvents(bundle, { scope, size: checkpoint.size, entries })) {
      const { stream, revision, type, occurredAt, sealed = {} } = event;
      const persons = Object.entries(sealed).map(
        ([person, text]) => [person, valuesOf(event, keyOf, person, text)] as const,
      );
      if (persons.length === 0) continue;
      events += 1;
      await take({ stream, revision, type, occurredAt, persons: Object.fromEntries(persons) });
    }
    return { kind: 'revealed', events, verified };
  } finally {
    bundle.close();
  }
};
